package org.lingqu.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.text.trace.TracedText;

/**
 * The words a statement stands on, and which of several places with these words it is.
 *
 * @param words as in the clean text, without white space; those of the file where they stand outside the clean text
 * @param occurrence from 1
 */
record Anchor(String words, int occurrence) {

    /** The anchor of a statement among all statements of its page. */
    static Anchor of(StoredStatement statement, List<StoredStatement> all, String text) {
        String words = words(statement, text);
        long before = all.stream()
                .filter(other -> other.place().start() < statement.place().start())
                .filter(other -> words(other, text).equals(words))
                .map(other -> other.place().start())
                .distinct()
                .count();
        return new Anchor(words, (int) before + 1);
    }

    /** The statements of a page that stand where this points to. */
    List<StoredStatement> in(List<StoredStatement> all, String text) {
        List<StoredStatement> same =
                all.stream().filter(each -> words(each, text).equals(words)).toList();
        List<Integer> places = same.stream()
                .map(each -> each.place().start())
                .distinct()
                .sorted()
                .toList();
        return places.size() < occurrence
                ? List.of()
                : same.stream()
                        .filter(each -> each.place().start() == places.get(occurrence - 1))
                        .toList();
    }

    /** Where the words stand in a text, whatever was read there; empty when they do not. */
    Optional<TracedText.Part> in(String text) {
        var at = new ArrayList<Integer>();
        var bare = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!TracedText.isSpace(text.charAt(i)) && text.charAt(i) != '\n') {
                bare.append(text.charAt(i));
                at.add(i);
            }
        }
        int found = -1;
        for (int n = 0; n < occurrence; n++) {
            found = bare.indexOf(words, found + 1);
            if (found < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(new TracedText.Part(at.get(found), at.get(found + words.length() - 1) + 1));
    }

    private static String words(StoredStatement statement, String text) {
        Place place = statement.place();
        return bare(
                place.isInText()
                        ? text.substring(place.textStart(), place.textEnd())
                        : statement.reading().quote().replaceAll("<[^>]*>", ""));
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
