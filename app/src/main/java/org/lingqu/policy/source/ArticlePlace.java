package org.lingqu.policy.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.DocumentNumber;

/**
 * An article of a document, as clauses name it: 32号第十一条（四）.
 *
 * @param article 第十一条
 * @param item （四）, in full-width brackets; empty for the article as a whole
 */
public record ArticlePlace(DocumentNumber number, String article, String item) {

    private static final String COUNT = "[一二三四五六七八九十百零〇]+";
    private static final Pattern PART =
            Pattern.compile("(?<ref>.*号)?\\s*(?<article>第" + COUNT + "条)(?<item>[（(]" + COUNT + "[）)])?.*");
    private static final Pattern SHORT = Pattern.compile("\\D*(\\d+)号");

    /**
     * All that a clause names and that can be looked up. A number may be shortened to its end (32号), where that is the end of one only;
     * without any the first is meant, for what follows it only changes or explains it. Articles of laws, annexes and the like have no
     * number and are left out.
     *
     * @param clause as files write it: 第六条（五）、第八条
     * @param numbers those of the policy's document, in its order
     */
    public static List<ArticlePlace> of(String clause, Collection<DocumentNumber> numbers) {
        var places = new ArrayList<ArticlePlace>();
        DocumentNumber before = numbers.stream().findFirst().orElse(null);
        for (String part : clause.split("、", -1)) {
            Matcher found = PART.matcher(part.strip());
            if (!found.matches()) {
                continue;
            }
            String ref = found.group("ref");
            DocumentNumber number = ref == null ? before : named(ref, numbers).orElse(null);
            if (number != null) {
                places.add(new ArticlePlace(number, found.group("article"), item(found.group("item"))));
                before = number;
            }
        }
        return places;
    }

    private static String item(@Nullable String item) {
        return item == null ? "" : "（" + item.substring(1, item.length() - 1) + "）";
    }

    private static Optional<DocumentNumber> named(String ref, Collection<DocumentNumber> numbers) {
        var whole = DocumentNumber.in(ref);
        if (!whole.isEmpty()) {
            return Optional.of(whole.getLast());
        }
        Matcher shortened = SHORT.matcher(ref);
        if (!shortened.matches()) {
            return Optional.empty();
        }
        List<DocumentNumber> same = numbers.stream()
                .filter(number -> Integer.toString(number.serial()).equals(shortened.group(1)))
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }
}
