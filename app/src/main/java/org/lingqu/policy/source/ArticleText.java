package org.lingqu.policy.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lingqu.library.Citation;

/** Finds the beginning of an article in the text of its document. */
final class ArticleText {

    private static final int LONGEST = 160;
    private static final String COUNT = "[一二三四五六七八九十百零〇]+";
    private static final Pattern NEXT = Pattern.compile("(?m)^\\s*第" + COUNT + "[条章节]");
    private static final Pattern NEXT_ITEM = Pattern.compile("[（(]" + COUNT + "[）)]");

    private ArticleText() {}

    /**
     * The first words of an article, or of one of its items; empty where the text does not have it.
     *
     * @param text one paragraph a line
     * @param article 第十一条
     * @param item （四）; empty for the article itself
     */
    static Optional<Citation> find(String text, String article, String item) {
        Matcher begin = Pattern.compile("(?m)^\\s*(?<at>" + article + ")(?!规定|的|之|所|第|、|和|及|至|中)")
                .matcher(text);
        if (!begin.find()) {
            return Optional.empty();
        }
        Matcher next = NEXT.matcher(text);
        int end = next.find(begin.end()) ? next.start() : text.length();
        return item.isEmpty()
                ? Optional.of(quoted(text, begin.start("at"), begin.end(), end, false))
                : item(text, begin.end(), end, item.substring(1, item.length() - 1));
    }

    private static Optional<Citation> item(String text, int from, int end, String count) {
        Matcher item = Pattern.compile("[（(]" + count + "[）)]").matcher(text).region(from, end);
        return item.find() ? Optional.of(quoted(text, item.start(), item.end(), end, true)) : Optional.empty();
    }

    /** To the end of its paragraph, of the item where one ends within it, or of what can be quoted. */
    private static Citation quoted(String text, int start, int said, int end, boolean item) {
        int newline = text.indexOf('\n', said);
        int last = Math.min(end, newline < 0 ? text.length() : newline);
        Matcher next = NEXT_ITEM.matcher(text).region(said, last);
        if (item && next.find()) {
            last = next.start();
        }
        return Citation.of(text, start, Math.max(said, Math.min(last, start + LONGEST)));
    }
}
