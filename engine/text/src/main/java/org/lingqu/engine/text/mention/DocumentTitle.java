package org.lingqu.engine.text.mention;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.PolicyMention;
import org.lingqu.engine.text.lexicon.WordMap;

/** What a title tells by its own words: whether it is a document's, and how far that document has come. */
final class DocumentTitle {

    private static final WordMap<String> TYPES = WordMap.of(DocumentTitle.class, "document-types.txt");
    private static final WordMap<String> NOT = WordMap.of(DocumentTitle.class, "not-document-endings.txt");
    private static final WordMap<String> DRAFT_MARKS = WordMap.of(DocumentTitle.class, "draft-marks.tsv");
    private static final WordMap<String> GENERIC = WordMap.of(DocumentTitle.class, "generic-words.txt");

    private DocumentTitle() {}

    /** The title without the brackets at its end: 管理办法（试行）→ 管理办法. */
    static String core(String title) {
        String core = title.strip();
        while (core.endsWith("）") || core.endsWith(")")) {
            int open = Math.max(core.lastIndexOf('（'), core.lastIndexOf('('));
            if (open <= 0) {
                break;
            }
            core = core.substring(0, open).strip();
        }
        return core;
    }

    /** Whether it ends as titles of documents do. */
    static boolean isDocument(String title) {
        String core = core(title);
        return TYPES.endingAt(core, core.length()) != null && NOT.endingAt(core, core.length()) == null;
    }

    /** Whether its ending is telling even outside 《》: 行动计划, but not 计划. */
    static boolean isStrong(String title) {
        String core = core(title);
        String type = TYPES.endingAt(core, core.length());
        return type != null && "S".equals(TYPES.get(type));
    }

    /** Whether it is nothing but a kind of document, and so stands for a longer title: 条例, 实施意见. */
    static boolean isAlias(String title) {
        int end = title.length();
        if (end > 8) {
            return false;
        }
        while (end > 0) {
            String word = TYPES.endingAt(title, end);
            word = word == null ? GENERIC.endingAt(title, end) : word;
            if (word == null) {
                return false;
            }
            end -= word.length();
        }
        return TYPES.endingAt(title, title.length()) != null;
    }

    /** Whether it names something beyond a kind of document: 新能源汽车发展规划, but not 年度工作计划. */
    static boolean isSpecific(String title) {
        String core = core(title);
        String type = TYPES.endingAt(core, core.length());
        int end = core.length() - (type == null ? 0 : type.length());
        int own = 0;
        while (end > 0) {
            String word = GENERIC.endingAt(core, end);
            own += word == null ? 1 : 0;
            end -= word == null ? 1 : word.length();
        }
        return own >= 4;
    }

    /** What brackets at the end of a title say: （草案）. */
    static PolicyMention.@Nullable Stage stage(String title) {
        String rest = title.strip();
        String core = core(rest);
        for (int at = core.length(); at < rest.length(); at++) {
            String mark = DRAFT_MARKS.startingAt(rest, at);
            if (mark != null) {
                return PolicyMention.Stage.valueOf(String.valueOf(DRAFT_MARKS.get(mark)));
            }
        }
        return null;
    }
}
