package org.lingqu.engine.policy.check;

/** Codes of GB/T 2260: what is below what. */
final class Regions {

    private Regions() {}

    /** What the codes of all places inside a region begin with; empty for the country (000000). */
    static String prefix(String region) {
        String prefix = region;
        while (prefix.endsWith("00")) {
            prefix = prefix.substring(0, prefix.length() - 2);
        }
        return prefix;
    }
}
