package org.lingqu.engine.text.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.ArticleKind;

/** What sort of text an article is, by its title and how it begins: {@code kinds.tsv}. */
final class Kinds {

    private record Rule(ArticleKind kind, boolean atEnd, String word) {}

    private final List<Rule> rules = new ArrayList<>();

    Kinds() {
        for (String[] row : DataFile.rows("kinds.tsv", 3)) {
            var kind = ArticleKind.valueOf(row[0].toUpperCase(Locale.ROOT));
            for (String word : DataFile.words(row[2])) {
                rules.add(new Rule(kind, row[1].equals("ends"), word));
            }
        }
    }

    ArticleKind of(@Nullable Title title, boolean numbered, boolean published) {
        String words = title == null ? "" : withoutBrackets(Sense.squeeze(title.words()));
        for (Rule rule : rules) {
            if (rule.atEnd() ? words.endsWith(rule.word()) : words.contains(rule.word())) {
                return rule.kind();
            }
        }
        if (numbered) {
            return ArticleKind.NOTICE;
        }
        return published || title != null ? ArticleKind.NEWS : ArticleKind.OTHER;
    }

    /** {@code …条例（草案）} is a 条例. */
    private static String withoutBrackets(String title) {
        int open = Math.max(title.lastIndexOf('（'), title.lastIndexOf('('));
        boolean closed = title.endsWith("）") || title.endsWith(")");
        return closed && open > 0 ? title.substring(0, open) : title;
    }
}
