package org.lingqu.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.text.trace.TracedText;

/**
 * The words a statement stands on, and which of several places with these words it is. While there are as many such places as
 * before, they are told apart by their order; when one has come or gone, by what stands before them, and where that does not
 * tell, by nothing: a review is rather lost than moved.
 *
 * @param words as in the clean text, without white space; those of the file where they stand outside the clean text
 * @param occurrence from 1
 * @param places how many there were
 * @param before the characters before the words in the clean text, without white space; empty at its beginning or outside it
 */
record Anchor(String words, int occurrence, int places, String before) {

    private static final int CONTEXT = 30;

    /** The anchor of a statement among all statements of its page. */
    static Anchor of(StoredStatement statement, List<StoredStatement> all, String text) {
        String words = words(statement, text);
        List<Integer> starts = starts(same(words, all, text));
        return new Anchor(words, starts.indexOf(statement.place().start()) + 1, starts.size(), before(statement, text));
    }

    /** The statements of a page that stand where this points to. */
    List<StoredStatement> in(List<StoredStatement> all, String text) {
        List<StoredStatement> same = same(words, all, text);
        List<Integer> starts = starts(same);
        if (starts.size() == places) {
            return same.stream()
                    .filter(each -> each.place().start() == starts.get(occurrence - 1))
                    .toList();
        }
        List<StoredStatement> alike =
                same.stream().filter(each -> before(each, text).equals(before)).toList();
        return starts(alike).size() == 1 ? alike : List.of();
    }

    /** Where the words stand in a text, whatever was read there; empty when they do not, or when it is not clear where. */
    Optional<TracedText.Part> in(String text) {
        var at = new ArrayList<Integer>();
        var bare = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!TracedText.isSpace(text.charAt(i)) && text.charAt(i) != '\n') {
                bare.append(text.charAt(i));
                at.add(i);
            }
        }
        var found = new ArrayList<Integer>();
        for (int i = bare.indexOf(words); i >= 0; i = bare.indexOf(words, i + 1)) {
            found.add(i);
        }
        if (places > 1 || found.size() > 1) {
            found.removeIf(i -> !bare.substring(Math.max(0, i - CONTEXT), i).equals(before));
        }
        return found.size() == 1
                ? Optional.of(new TracedText.Part(
                        at.get(found.getFirst()), at.get(found.getFirst() + words.length() - 1) + 1))
                : Optional.empty();
    }

    private static List<StoredStatement> same(String words, List<StoredStatement> all, String text) {
        return all.stream().filter(each -> words(each, text).equals(words)).toList();
    }

    private static List<Integer> starts(List<StoredStatement> statements) {
        return statements.stream()
                .map(each -> each.place().start())
                .distinct()
                .sorted()
                .toList();
    }

    private static String words(StoredStatement statement, String text) {
        Place place = statement.place();
        return bare(
                place.isInText()
                        ? text.substring(place.textStart(), place.textEnd())
                        : statement.reading().quote().replaceAll("<[^>]*>", ""));
    }

    private static String before(StoredStatement statement, String text) {
        if (!statement.place().isInText()) {
            return "";
        }
        String all = bare(text.substring(0, statement.place().textStart()));
        return all.substring(Math.max(0, all.length() - CONTEXT));
    }

    private static String bare(String words) {
        var bare = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            if (!TracedText.isSpace(words.charAt(i)) && words.charAt(i) != '\n') {
                bare.append(words.charAt(i));
            }
        }
        return bare.toString();
    }
}
