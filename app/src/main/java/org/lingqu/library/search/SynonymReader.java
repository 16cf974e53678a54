package org.lingqu.library.search;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a list of synonyms line by line; what cannot be used is reported, all of it at once. */
final class SynonymReader {

    private static final int LONGEST_WORD = 40;
    private static final int MOST_WORDS = 20;
    private static final int MOST_LINES = 20_000;
    private static final int MOST_PROBLEMS = 200;

    private final List<SynonymProblem> problems = new ArrayList<>();
    private final Map<String, Set<String>> others = new LinkedHashMap<>();
    private final Map<String, Set<String>> notInside = new LinkedHashMap<>();
    private final Map<String, Integer> firstLine = new HashMap<>();

    private SynonymReader() {}

    static Synonyms.Reading read(byte[] file) {
        var reader = new SynonymReader();
        String[] lines = reader.decode(file).split("\r\n|\r|\n", -1);
        for (int i = 0; i < Math.min(lines.length, MOST_LINES); i++) {
            reader.line(i + 1, lines[i]);
        }
        if (lines.length > MOST_LINES) {
            reader.problem(MOST_LINES + 1, "TOO_MANY_LINES", lines.length + "", "词表最多 " + MOST_LINES + " 行，其余未使用。");
        }
        return new Synonyms.Reading(new Synonyms(lists(reader.others), lists(reader.notInside)), reader.problems);
    }

    private String decode(byte[] file) {
        Optional<String> text = utf8(file);
        if (text.isEmpty()) {
            problem(0, "NOT_UTF8", "", "文件不是 UTF-8 编码，已按 GB18030 读取；请另存为 UTF-8。");
        }
        return text.orElseGet(() -> gb18030(file));
    }

    /** A list as a person reads it, whatever it was saved as. */
    static String text(byte[] file) {
        return utf8(file).orElseGet(() -> gb18030(file));
    }

    private static Optional<String> utf8(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String gb18030(byte[] file) {
        return new String(file, Charset.forName("GB18030"));
    }

    private void line(int number, String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        var words = new LinkedHashSet<String>();
        var around = new ArrayList<String>();
        for (String cell : line.split("\t", -1)) {
            String word = cell.strip();
            if (word.startsWith("!") || word.startsWith("！")) {
                around.add(Fold.fold(word.substring(1).strip()));
            } else if (isWord(number, word) && !words.add(Fold.fold(word))) {
                problem(number, "REPEATED_WORD", word, "同一行里重复出现，写一次即可。");
            }
        }
        if (words.size() < 2) {
            problem(number, "ONE_WORD_ONLY", line, line.contains("\t") ? "一行至少要有两个词。" : "词与词之间请用制表符（Tab）隔开，一行至少两个词。");
        } else if (words.size() > MOST_WORDS) {
            problem(number, "TOO_MANY_WORDS", line, "一行最多 " + MOST_WORDS + " 个词，本行未使用。");
        } else {
            take(number, words, around);
        }
    }

    private boolean isWord(int number, String word) {
        if (word.isEmpty()) {
            return false;
        }
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            problem(number, "TOO_LONG", word, "一个词最多 " + LONGEST_WORD + " 个字。");
            return false;
        }
        if (word.codePoints().noneMatch(Character::isLetterOrDigit)) {
            problem(number, "NO_LETTERS", word, "没有文字，无法用于检索。");
            return false;
        }
        return true;
    }

    private void take(int number, Set<String> words, List<String> around) {
        for (String word : words) {
            Integer first = firstLine.putIfAbsent(word, number);
            if (first != null && first != number) {
                problem(number, "IN_TWO_LINES", word, "第 " + first + " 行已有此词：一个词只能在一行里，请删去一处，或把两行并成一行。");
            }
            var same = others.computeIfAbsent(word, w -> new LinkedHashSet<>());
            words.stream().filter(other -> !other.equals(word)).forEach(same::add);
        }
        for (String longer : around) {
            List<String> inside = words.stream()
                    .filter(w -> longer.contains(w) && !longer.equals(w))
                    .toList();
            if (inside.isEmpty()) {
                problem(number, "NOT_AROUND_A_WORD", "!" + longer, "感叹号后面的词应当包含本行的某个词，例如 高企 → !高企业。");
            }
            inside.forEach(word ->
                    notInside.computeIfAbsent(word, w -> new LinkedHashSet<>()).add(longer));
        }
    }

    private void problem(int line, String code, String value, String advice) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(
                    new SynonymProblem(line, code, value.length() > 40 ? value.substring(0, 40) + "…" : value, advice));
        }
    }

    private static Map<String, List<String>> lists(Map<String, Set<String>> sets) {
        var lists = new LinkedHashMap<String, List<String>>();
        sets.forEach((word, set) -> lists.put(word, List.copyOf(set)));
        return lists;
    }
}
