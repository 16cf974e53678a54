package org.lingqu.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of the 20 sections (门类) and 97 divisions (大类) of GB/T 4754-2017. */
public final class Industries {

    private static final Pattern CODE =
            Pattern.compile("[A-T]?(\\d{1,4})(?:[ (].*)?"); // round brackets are folded before
    private static final int DIVISION = 2;
    private static final Pattern LETTER = Pattern.compile("([A-T])(?: .*)?");

    private static final SortedMap<String, String> NAMES = new TreeMap<>(lines("industry-divisions.txt")
            .collect(Collectors.toMap(line -> line.substring(0, 2), line -> line.substring(3))));
    private static final List<Section> SECTIONS = lines("industry-sections.txt")
            .map(line ->
                    new Section(line.substring(0, 1), line.substring(2, 4), line.substring(5, 7), line.substring(8)))
            .toList();

    private static final Map<String, String> BY_NAME = byName();

    private record Section(String letter, String first, String last, String name) {
        SortedSet<String> divisions() {
            return new TreeSet<>(NAMES.subMap(first, last + "~").keySet());
        }
    }

    private Industries() {}

    /**
     * 39 计算机、通信和其他电子设备制造业, or 3921（属 39 计算机、通信和其他电子设备制造业）, whose own name is not held; the code alone where the
     * standard has no such division.
     *
     * @param code a division, or a code that begins with one
     */
    public static String named(String code) {
        String division = code.length() < DIVISION ? "" : code.substring(0, DIVISION);
        String name = NAMES.get(division);
        if (name == null) {
            return code;
        }
        return code.length() == DIVISION ? code + " " + name : code + "（属 " + division + " " + name + "）";
    }

    /**
     * What somebody means who looks for an industry: 39, 3921, C39, C, 制造业, 汽车制造业, 汽车, or 39 with its name behind it.
     *
     * @return beginnings of codes; empty where it is not understood
     */
    public static SortedSet<String> meant(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        Matcher code = CODE.matcher(text);
        if (code.matches()) {
            return new TreeSet<>(Set.of(code.group(1)));
        }
        Matcher letter = LETTER.matcher(text);
        String name = Cells.fold(typed);
        for (Section section : SECTIONS) {
            if (section.name().equals(name)
                    || (letter.matches() && section.letter().equals(letter.group(1)))) {
                return section.divisions();
            }
        }
        var found = new TreeSet<String>();
        if (name.length() > 1) {
            NAMES.forEach((division, each) -> {
                if (each.contains(name)) {
                    found.add(division);
                }
            });
        }
        return found;
    }

    /**
     * The division that a name says exactly, with its code or the letter of its section before it or not: 65 of 软件和信息技术服务业. A section
     * stands for its division where it has but one, as 教育 has.
     *
     * @return empty for anything else
     */
    public static Optional<String> called(String typed) {
        String name = Cells.fold(typed).replaceFirst("^[a-t]?(?:[0-9]{2})?", "");
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Whether it is the name of a section that has several divisions, so that nobody knows which is meant. */
    static boolean isSection(String typed) {
        String name = Cells.fold(typed).replaceFirst("^[a-t]?", "");
        return SECTIONS.stream().anyMatch(section -> Cells.fold(section.name()).equals(name));
    }

    private static Map<String, String> byName() {
        var names = new HashMap<String, String>();
        SECTIONS.stream()
                .filter(section -> section.first().equals(section.last()))
                .forEach(section -> names.put(Cells.fold(section.name()), section.first()));
        NAMES.forEach((division, name) -> names.put(Cells.fold(name), division));
        return Map.copyOf(names);
    }

    /** Sections and divisions as they are proposed to somebody who looks for one: C 制造业, 13 农副食品加工业. */
    public static List<String> proposals() {
        return Stream.concat(
                        SECTIONS.stream().map(each -> each.letter() + " " + each.name()),
                        NAMES.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()))
                .toList();
    }

    /** Whether the standard has such a division. */
    public static boolean has(String division) {
        return NAMES.containsKey(division);
    }

    private static Stream<String> lines(String file) {
        InputStream stream = Objects.requireNonNull(Industries.class.getResourceAsStream(file), file);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
