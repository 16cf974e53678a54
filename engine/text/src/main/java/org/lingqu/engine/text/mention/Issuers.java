package org.lingqu.engine.text.mention;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.gazetteer.Division;
import org.lingqu.engine.text.gazetteer.Divisions;
import org.lingqu.engine.text.lexicon.WordMap;

/** Who issued a document, and whose plan it is, when the words in front say so. */
final class Issuers {

    private static final WordMap<String> ISSUING = WordMap.of(Issuers.class, "issuing-verbs.txt");
    private static final WordMap<String> OFFICES = WordMap.of(Issuers.class, "offices.txt");
    private static final int FAR = 40;

    private Issuers() {}

    /** The organisation in front of the verb that stands directly before the title: 国务院印发《…》. */
    static @Nullable String before(String masked, int title) {
        int at = title;
        while (at > 0 && (masked.charAt(at - 1) == Mask.BLANK || "、和及与了".indexOf(masked.charAt(at - 1)) >= 0)) {
            at--;
        }
        String verb = ISSUING.endingAt(masked, at);
        if (verb == null) {
            return null;
        }
        int end = at - verb.length();
        String lead = masked.substring(Math.max(Clauses.clauseStart(masked, end), end - FAR), end);
        for (int i = lead.length(); i > 0; i--) {
            String office = OFFICES.endingAt(lead, i);
            if (office != null) {
                return name(lead, i);
            }
        }
        return null;
    }

    private static @Nullable String name(String lead, int end) {
        int start = end;
        while (start > 0 && isPart(lead.charAt(start - 1))) {
            start--;
        }
        String name = lead.substring(start, end);
        int after = OrganisationStart.of(name);
        return after < 0 ? null : name.substring(after);
    }

    private static boolean isPart(char c) {
        return c >= '\u4e00' && c <= '\u9fff' && "的由经".indexOf(c) < 0;
    }

    /** Whose five-year plan: 我省 → 广东省, 国家; null when nobody is named and the plan is only spoken of. */
    static @Nullable String owner(String masked, int at, @Nullable Division home) {
        String two = masked.substring(Math.max(0, at - 2), at);
        if (two.equals("国家")) {
            return "国家";
        }
        Division own = Divisions.standard().ofRegionWord(two, home).orElse(null);
        if (own != null) {
            return own.name();
        }
        for (int length = Math.min(11, at); length >= 2; length--) {
            var named = Divisions.standard().named(masked.substring(at - length, at));
            if (!named.isEmpty()) {
                return named.getFirst().name();
            }
        }
        return null;
    }
}
