package org.lingqu.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lingqu.engine.text.gazetteer.Division;
import org.lingqu.engine.text.gazetteer.Divisions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Names of places by their codes: those of GB/T 2260, and those that an installation names itself. */
@Component
public final class Places {

    private final Map<String, String> own;

    /**
     * @param file {@code lingqu.places}: a code, a tab and a name on each line, {@code #} begins a remark; none where it is missing
     * @throws IllegalStateException if a line is neither, which is told with its number
     */
    public Places(@Value("${lingqu.places:${lingqu.home:.}/regions/places.tsv}") String file) {
        this.own = Map.copyOf(read(Path.of(file)));
    }

    private static Map<String, String> read(Path file) {
        var names = new HashMap<String, String>();
        if (!Files.isRegularFile(file)) {
            return names;
        }
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                if (cells.length != 2 || !cells[0].matches("\\d{6}") || cells[1].isBlank()) {
                    throw new IllegalStateException(
                            "%s:%d: %s is not a code of six digits, a tab and a name".formatted(file, number, line));
                }
                names.put(cells[0], cells[1].strip());
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Places of GB/T 2260 only. */
    public static Places standard() {
        return new Places("");
    }

    /**
     * Codes of the places that bear a name now: those that the installation names itself before those of GB/T 2260. A place of which
     * there are several is told apart by what stands above it: {@code 南京市鼓楼区}.
     *
     * @return one where the name means one place, several where nobody can tell which is meant
     */
    public SortedSet<String> coded(String name) {
        var codes = new TreeSet<String>();
        own.forEach((code, each) -> {
            if (name.equals(each) || name.equals(own.get(code.substring(0, 4) + "00") + each)) {
                codes.add(code);
            }
        });
        if (codes.isEmpty()) {
            current(name).forEach(division -> codes.add(division.code()));
        }
        for (int i = 1; i < name.length() - 1 && codes.isEmpty(); i++) {
            current(name.substring(i))
                    .filter(division -> division.path().replace("/", "").endsWith(name))
                    .forEach(division -> codes.add(division.code()));
        }
        return codes;
    }

    private static Stream<Division> current(String name) {
        return Divisions.standard().named(name).stream()
                .filter(division -> division.current() && !division.equals(Division.COUNTRY));
    }

    /** Where a place lies, to tell it from others of its name: the name with all that stands above it. */
    String path(String code) {
        return own.containsKey(code)
                ? named(code)
                : Divisions.standard()
                        .byCode(code)
                        .map(division -> division.path().replace("/", ""))
                        .orElse(code);
    }

    /** The name without the province; the code itself where there is none. */
    public String named(String code) {
        String name = own.get(code);
        return name == null
                ? Divisions.standard().byCode(code).map(Division::name).orElse(code)
                : name;
    }
}
