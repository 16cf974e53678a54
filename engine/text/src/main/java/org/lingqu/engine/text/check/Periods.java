package org.lingqu.engine.text.check;

/** Periods as statements write them: {@code 2020}, {@code 2021-07}, {@code 2016-01/2016-10}. */
final class Periods {

    private Periods() {}

    /** The same period one year before; the period itself when it is not written so. */
    static String yearBefore(String period) {
        var before = new StringBuilder();
        for (String part : period.split("/", -1)) {
            if (part.length() < 4 || !part.substring(0, 4).chars().allMatch(c -> c >= '0' && c <= '9')) {
                return period;
            }
            before.append(before.isEmpty() ? "" : "/");
            before.append(Integer.parseInt(part.substring(0, 4)) - 1).append(part.substring(4));
        }
        return before.toString();
    }
}
