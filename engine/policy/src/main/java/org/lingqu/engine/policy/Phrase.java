package org.lingqu.engine.policy;

import java.util.Collection;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing said in both languages. Values and the words of the files ({@code article}, {@code says}) are the same in both; values
 * stand in 「」 in Chinese and in straight quotes in English.
 *
 * @param chinese as an officer puts it; without a full stop at the end unless it is several sentences
 * @param english the same for an English reader
 */
public record Phrase(String chinese, String english) {

    /** Nothing at all, for advice that there may be none of. */
    public static final Phrase NOTHING = new Phrase("", "");

    private static final Pattern VALUE = Pattern.compile("\\{(\\d)}");
    private static final String ENDS = "。？！";

    /**
     * Both texts with values filled in.
     *
     * @param chinese with {@code {0}} to {@code {9}} where values go; a brace around anything else stays as it is
     * @param values a {@code Phrase} gives each language its own words, anything else the same text to both
     * @throws IndexOutOfBoundsException if a text asks for a value that there is none of
     */
    public static Phrase of(String chinese, String english, Object... values) {
        return new Phrase(filled(chinese, values, Phrase::chinese), filled(english, values, Phrase::english));
    }

    /** Words in the order given: 甲、乙 and 甲, 乙. */
    public static Phrase list(Collection<String> words) {
        return new Phrase(String.join("、", words), String.join(", ", words));
    }

    /** What is written is not read again: a value may hold braces itself. */
    private static String filled(String text, Object[] values, Function<Phrase, String> language) {
        return VALUE.matcher(text).replaceAll(found -> {
            Object value = values[Integer.parseInt(found.group(1))];
            return Matcher.quoteReplacement(value instanceof Phrase phrase ? language.apply(phrase) : value.toString());
        });
    }

    /** The same without line breaks, which texts quoted from a file may have. */
    public Phrase onOneLine() {
        return new Phrase(chinese.replace('\n', ' '), english.replace('\n', ' '));
    }

    /** Chinese first and English behind it, on one line as the command line prints them. */
    @Override
    public String toString() {
        boolean ended = chinese.isEmpty() || ENDS.indexOf(chinese.charAt(chinese.length() - 1)) >= 0;
        return chinese + (ended ? "" : "。") + english;
    }
}
