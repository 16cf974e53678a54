package org.lingqu.engine.text.gazetteer;

import org.jspecify.annotations.Nullable;

/**
 * An administrative division of the People's Republic of China, as it is or was.
 *
 * @param code GB/T 2260, six digits
 * @param name full name, {@code 南宁市}
 * @param shortName {@code 南宁}; null for names that have none ({@code 南县})
 * @param path names from the province down, joined by {@code /}: {@code 广西壮族自治区/南宁市}; {@code 全国} for the country
 * @param parent code of the division above; null for the country
 * @param until last year it was in force, as far as the yearly lists tell (the year of the first list without it); null
 *     when it still is
 */
public record Division(
        String code,
        String name,
        @Nullable String shortName,
        String path,
        @Nullable String parent,
        @Nullable Integer until) {

    /** The country as a whole. */
    public static final Division COUNTRY = new Division("000000", "全国", null, "全国", null, null);

    /** How far down it stands. */
    public enum Level {
        COUNTRY,
        PROVINCE,
        PREFECTURE,
        COUNTY
    }

    /** Its level, as its code tells; counties directly under a province are counties. */
    public Level level() {
        if (code.equals("000000")) {
            return Level.COUNTRY;
        }
        if (code.endsWith("0000")) {
            return Level.PROVINCE;
        }
        return code.endsWith("00") ? Level.PREFECTURE : Level.COUNTY;
    }

    /** Whether it still exists under this name and code. */
    public boolean current() {
        return until == null;
    }

    /** Whether it lies in {@code other} or is {@code other}. */
    public boolean within(Division other) {
        return switch (other.level()) {
            case COUNTRY -> true;
            case PROVINCE -> code.startsWith(other.code.substring(0, 2));
            case PREFECTURE -> code.startsWith(other.code.substring(0, 4)) || other.code.equals(parent);
            case COUNTY -> path.equals(other.path);
        };
    }
}
