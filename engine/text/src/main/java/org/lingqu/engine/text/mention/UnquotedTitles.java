package org.lingqu.engine.text.mention;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.text.lexicon.WordMap;

/**
 * Documents named without 《》: behind a verb that issues them (出台软件产业集群行动计划、区块链工作方案), five-year plans
 * (“十四五”规划纲要), and sets of articles known by their number (“科改33条”).
 */
final class UnquotedTitles {

    private static final WordMap<String> ISSUING = WordMap.of(UnquotedTitles.class, "issuing-verbs.txt");
    private static final String FIVE_YEAR_PLAN = "规划纲要";
    private static final int LONGEST = 40;

    /** @param end index after the last character */
    record Name(int start, int end, String name) {}

    private UnquotedTitles() {}

    /** @param masked the passage with every title in 《》 blanked out */
    static List<Name> in(String masked) {
        var names = new ArrayList<Name>();
        for (int at = 0; at < masked.length(); at++) {
            String verb = ISSUING.startingAt(masked, at);
            if (verb != null) {
                at = issued(masked, at + verb.length(), names) - 1;
            } else if (masked.startsWith(FIVE_YEAR_PLAN, at)) {
                fiveYearPlan(masked, at, names);
            } else if (masked.charAt(at) == '“') {
                articles(masked, at, names);
            }
        }
        return names;
    }

    /** Reads the list behind an issuing verb. Returns where reading goes on. */
    private static int issued(String text, int from, List<Name> names) {
        int at = text.startsWith("了", from) ? from + 1 : from;
        int limit = Math.min(Clauses.clauseEnd(text, at), at + 3 * LONGEST);
        int done = from;
        while (at < limit) {
            int end = at;
            while (end < limit && "、和及".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            int stop = typed(text, at, end);
            String name = text.substring(at, stop);
            if (stop == at || !acceptable(name)) {
                break;
            }
            names.add(new Name(at, stop, name));
            done = stop;
            if (stop >= limit || "、和及".indexOf(text.charAt(stop)) < 0) {
                break;
            }
            at = stop + 1;
        }
        return done;
    }

    /** Where the name that begins at {@code from} ends with a telling kind of document; {@code from} when it does not. */
    private static int typed(String text, int from, int limit) {
        int last = from;
        for (int end = Math.min(limit, from + LONGEST); end > from; end--) {
            if (DocumentTitle.isStrong(text.substring(from, end))) {
                last = end;
                break;
            }
        }
        boolean bounded = last == limit || text.startsWith("等", last) || "、和及（(".indexOf(text.charAt(last)) >= 0;
        return bounded ? last : from;
    }

    private static boolean acceptable(String name) {
        return name.indexOf('□') < 0
                && name.indexOf('的') < 0
                && name.indexOf('了') < 0
                && DocumentTitle.isSpecific(name)
                && ISSUING.startingAt(name, 0) == null
                && name.length() >= 6;
    }

    /** 国家“十四五”规划纲要: the owner stands in front of the quoted period. */
    private static void fiveYearPlan(String text, int at, List<Name> names) {
        if (at < 5 || text.charAt(at - 1) != '”' || !text.startsWith("五”", at - 2)) {
            return;
        }
        int quote = text.indexOf('“', Math.max(0, at - 6), at - 2);
        if (quote < 0) {
            return;
        }
        names.add(new Name(quote, at + FIVE_YEAR_PLAN.length(), text.substring(quote, at + FIVE_YEAR_PLAN.length())));
    }

    /** “科改33条”, “十条”: quotes around a name that ends in a number of articles, when a document is meant. */
    private static void articles(String text, int open, List<Name> names) {
        int close = text.indexOf('”', open, Math.min(text.length(), open + 13));
        if (close < 0 || close - open < 4) {
            return;
        }
        String name = text.substring(open + 1, close);
        if (!name.endsWith("条") || !isNumber(name.charAt(name.length() - 2)) || isNumber(name.charAt(0))) {
            return;
        }
        boolean issued = ISSUING.endingAt(text, open) != null || text.startsWith("政策", close + 1);
        boolean document = text.startsWith("等政策", close + 1) || text.startsWith("措施", close + 1);
        if (issued || document) {
            names.add(new Name(open, close + 1, name));
        }
    }

    private static boolean isNumber(char c) {
        return (c >= '0' && c <= '9') || "一二三四五六七八九十百".indexOf(c) >= 0;
    }
}
