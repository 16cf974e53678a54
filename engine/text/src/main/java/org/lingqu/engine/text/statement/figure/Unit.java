package org.lingqu.engine.text.statement.figure;

/** What a figure counts or measures. {@code name}: as written in the result, {@code 元}, {@code 公斤/亩}. */
public record Unit(String name, Kind kind) {

    /** What sort of unit. */
    public enum Kind {
        MONEY,
        AREA,
        MASS,
        VOLUME,
        LENGTH,
        ENERGY,
        DATA,
        PHYSICAL,
        PERCENT,
        PERMILLE,
        POINT,
        SCORE,
        /** A class of things when a noun follows: 220千伏变电站. */
        RATING,
        TIMES,
        TIME,
        PEOPLE,
        COUNT
    }

    /** A rate, {@code 元/吨}. */
    public Unit per(Unit other) {
        return new Unit(name + "/" + other.name, kind == Kind.COUNT || kind == Kind.PEOPLE ? Kind.PHYSICAL : kind);
    }

    /** Whether it is a classifier that stands before its noun, {@code 20家企业}. */
    public boolean counts() {
        return kind == Kind.COUNT || kind == Kind.PEOPLE;
    }
}
