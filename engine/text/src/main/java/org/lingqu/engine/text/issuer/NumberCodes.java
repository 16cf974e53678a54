package org.lingqu.engine.text.issuer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.gazetteer.Division;
import org.lingqu.engine.text.gazetteer.Divisions;
import org.lingqu.engine.text.lexicon.DataFile;

/**
 * Whose a document number is: 粤工信案函 is 粤, Guangdong, and 工信, the department of industry. Cities whose abbreviation
 * no table has are looked for in the page's own words: 灵科 on a page about 灵渠市.
 */
final class NumberCodes {

    private final Map<String, String> central = table("central-codes.tsv");
    private final Map<String, String> own = table("own-codes.tsv");
    private final Map<String, String[]> departments = new HashMap<>();

    NumberCodes() {
        for (String[] row : DataFile.rows(NumberCodes.class, "department-codes.tsv")) {
            departments.put(row[0], row);
        }
    }

    private static Map<String, String> table(String file) {
        var table = new HashMap<String, String>();
        DataFile.rows(NumberCodes.class, file).forEach(row -> table.put(row[0], row[1]));
        return table;
    }

    /** The letters of a number before its year: {@code 粤工信案函}. */
    static String code(String number) {
        int end = 0;
        while (end < number.length() && Character.isIdeographic(number.charAt(end)) && number.charAt(end) != '第') {
            end++;
        }
        return number.substring(0, end);
    }

    /**
     * The body whose number it is; empty when the tables and the page do not tell.
     *
     * @param words the page's words, in which a city may be named
     */
    Optional<String> issuer(String code, String words) {
        String known = longest(own, code);
        if (known != null) {
            return Optional.ofNullable(own.get(known));
        }
        Optional<String> local = local(code, words);
        if (local.isPresent()) {
            return local;
        }
        String body = longest(central, code);
        return body == null ? Optional.empty() : Optional.ofNullable(central.get(body));
    }

    private Optional<String> local(String code, String words) {
        for (int length = Math.min(3, code.length() - 1); length > 0; length--) {
            String department = longest(departments, code.substring(length));
            String[] row = department == null ? null : departments.get(department);
            if (row != null) {
                Optional<String> region = region(code.substring(0, length), row, words);
                if (region.isPresent()) {
                    return region;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> region(String abbreviation, String[] department, String words) {
        if (abbreviation.equals("国")) {
            return Optional.empty();
        }
        List<Division> named = Divisions.standard().named(abbreviation);
        for (Division division : named) {
            if (division.level() == Division.Level.PROVINCE || division.level() == Division.Level.PREFECTURE) {
                boolean province = division.level() == Division.Level.PROVINCE
                        && !division.name().endsWith("市");
                return Optional.of(division.name() + department[province ? 1 : 2]);
            }
        }
        return city(abbreviation, words).map(city -> city + department[2]);
    }

    /** The city or county the page names most that begins with the abbreviation. */
    private static Optional<String> city(String abbreviation, String words) {
        var counts = new HashMap<String, Integer>();
        for (int i = words.indexOf(abbreviation); i >= 0; i = words.indexOf(abbreviation, i + 1)) {
            String name = cityAt(words, i, abbreviation.length());
            if (name != null) {
                counts.merge(name, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static @Nullable String cityAt(String words, int start, int least) {
        for (int end = start + Math.max(2, least); end < Math.min(words.length(), start + 5); end++) {
            char c = words.charAt(end);
            if (c == '市' || c == '县' || c == '州') {
                return words.substring(start, end + 1);
            }
            if (!Character.isIdeographic(c)) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable String longest(Map<String, ?> table, String code) {
        for (int length = code.length(); length > 0; length--) {
            if (table.containsKey(code.substring(0, length))) {
                return code.substring(0, length);
            }
        }
        return null;
    }
}
