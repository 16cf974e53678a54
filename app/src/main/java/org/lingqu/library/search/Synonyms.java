package org.lingqu.library.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that mean the same to an officer: 高企 is 高新技术企业. From a list that she can edit; a mistake in it never stops the search.
 * Used when a query is read, so that a change holds at once and without a new index.
 */
public final class Synonyms {

    /** Name of the list in the data folder. */
    public static final String FILE = "synonyms.tsv";

    private static final long LARGEST_FILE = 4 << 20;

    private final Map<String, List<String>> others;
    private final Map<String, List<String>> notInside;
    private final int longest;
    private final Map<String, List<String>> bySound;

    Synonyms(Map<String, List<String>> others, Map<String, List<String>> notInside) {
        this.others = Map.copyOf(others);
        this.notInside = Map.copyOf(notInside);
        this.longest = others.keySet().stream().mapToInt(String::length).max().orElse(0);
        this.bySound = bySound(others.keySet());
    }

    private static Map<String, List<String>> bySound(Set<String> words) {
        var sounds = new HashMap<String, List<String>>();
        for (String word : words) {
            Pinyin pinyin = Pinyin.of(word);
            if (pinyin != null) {
                sounds.computeIfAbsent(Pinyin.sound(pinyin.whole()), sound -> new ArrayList<>())
                        .add(word);
            }
        }
        return sounds;
    }

    /** Words of the list that sound like these letters: 高企 stands in hardly any title, and yet officers type gaoqi. */
    List<String> soundingLike(String letters) {
        return bySound.getOrDefault(Pinyin.sound(letters), List.of());
    }

    /** What was read of a list. */
    public record Reading(Synonyms synonyms, List<SynonymProblem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /** The list that lies in the folder, or the one that is shipped when there is none. Never throws for what stands in it. */
    public static Reading in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return new Reading(shipped(), List.of());
        }
        try {
            if (Files.size(file) > LARGEST_FILE) {
                var problem = new SynonymProblem(0, "TOO_LARGE", Files.size(file) + " B", "同义词表不应超过 4 MB；已改用自带的词表。");
                return new Reading(shipped(), List.of(problem));
            }
            return SynonymReader.read(Files.readAllBytes(file));
        } catch (IOException e) {
            var problem = new SynonymProblem(0, "UNREADABLE", file.getFileName() + "", "无法读取同义词表，请检查文件权限；已改用自带的词表。");
            return new Reading(shipped(), List.of(problem));
        }
    }

    /** A list that somebody has typed. Never throws for what stands in it. */
    static Reading read(String text) {
        return SynonymReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The list that comes with Lingqu, as bytes to begin an own list with. */
    public static byte[] shippedFile() {
        try (InputStream in = Synonyms.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + FILE);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list that comes with Lingqu. */
    public static Synonyms shipped() {
        return SynonymReader.read(shippedFile()).synonyms();
    }

    /** No synonyms. */
    public static Synonyms none() {
        return new Synonyms(Map.of(), Map.of());
    }

    /** How many words have a synonym. */
    public int size() {
        return others.size();
    }

    /** Every word of the list, with those that mean the same. */
    public Map<String, List<String>> words() {
        return new LinkedHashMap<>(others);
    }

    List<String> of(String folded) {
        return others.getOrDefault(folded, List.of());
    }

    /** Longer words that have this one inside by accident: 高企 in 提高企业. */
    List<String> notInside(String folded) {
        return notInside.getOrDefault(folded, List.of());
    }

    /** Where the longest word of the list that begins here ends; {@code at} when none does. */
    int longestAt(String folded, int at) {
        for (int end = Math.min(folded.length(), at + longest); end > at; end--) {
            String word = folded.substring(at, end);
            if (others.containsKey(word) && isWord(folded, at, end)) {
                return end;
            }
        }
        return at;
    }

    /** Whether the word at this place stands for itself, not inside a Latin word or another word of the list's exceptions. */
    boolean isWord(String folded, int start, int end) {
        return !cutsLatin(folded, start) && !cutsLatin(folded, end) && !isInside(folded, start, end);
    }

    private static boolean cutsLatin(String text, int at) {
        return at > 0 && at < text.length() && Fold.isLatin(text.charAt(at - 1)) && Fold.isLatin(text.charAt(at));
    }

    private boolean isInside(String folded, int start, int end) {
        String word = folded.substring(start, end);
        for (String around : notInside(word)) {
            int offset = around.indexOf(word);
            if (start >= offset && folded.startsWith(around, start - offset)) {
                return true;
            }
        }
        return false;
    }
}
