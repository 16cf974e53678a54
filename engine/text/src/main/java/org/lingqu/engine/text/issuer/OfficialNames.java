package org.lingqu.engine.text.issuer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lingqu.engine.text.gazetteer.Division;
import org.lingqu.engine.text.gazetteer.Divisions;
import org.lingqu.engine.text.lexicon.DataFile;

/** Names of bodies in full: 广西科技厅 → 广西壮族自治区科学技术厅. */
final class OfficialNames {

    private static final int LONGEST = 40;

    private final Map<String, String> endings = new HashMap<>();
    private final List<String> offices = DataFile.words(OfficialNames.class, "office-endings.txt");
    private int longestEnding;

    OfficialNames() {
        for (String[] row : DataFile.rows(OfficialNames.class, "short-names.tsv")) {
            endings.put(row[0], row[1]);
            longestEnding = Math.max(longestEnding, row[0].length());
        }
    }

    /** Whether words are the name of a body that issues papers, as far as their ending tells. */
    boolean isOffice(String words) {
        return words.length() >= 3
                && words.length() <= LONGEST
                && words.chars().allMatch(c -> (c >= '\u4e00' && c <= '\u9fff') || c == '（' || c == '）' || c == '·')
                && offices.stream().anyMatch(words::endsWith);
    }

    /** The name in full, as far as the tables know it. */
    String full(String name) {
        String words = name;
        for (int length = Math.min(longestEnding, words.length()); length > 1; length--) {
            String ending = words.substring(words.length() - length);
            String official = endings.get(ending);
            if (official != null && !words.endsWith(official)) {
                words = words.substring(0, words.length() - length) + official;
                break;
            }
        }
        return withFullRegion(words);
    }

    private static String withFullRegion(String name) {
        String words = name;
        var place = Divisions.standard().ofOrganisation(name).filter(d -> d.level() != Division.Level.COUNTRY);
        if (place.isPresent()) {
            String full = place.get().name();
            String brief = place.get().shortName();
            if (brief != null && words.startsWith(brief) && !words.startsWith(full)) {
                words = full + words.substring(brief.length());
            }
        }
        return words;
    }
}
