package org.lingqu.engine.policy.whatif;

import java.math.BigDecimal;
import java.util.Optional;

/** What a figure is counted in. */
public enum MoneyUnit {
    /** No money: a ratio, a count, days, points. */
    NONE("", 0),
    YUAN("元", 0),
    TEN_THOUSAND("万元", 4),
    HUNDRED_MILLION("亿元", 8);

    private final String chinese;
    private final int zeros;

    MoneyUnit(String chinese, int zeros) {
        this.chinese = chinese;
        this.zeros = zeros;
    }

    /** 万元; empty for {@link #NONE}. */
    public String chinese() {
        return chinese;
    }

    public boolean isMoney() {
        return this != NONE;
    }

    /** So many of this unit in 元. */
    public BigDecimal toBase(BigDecimal count) {
        return plain(count.movePointRight(zeros));
    }

    /** 元 in this unit. */
    public BigDecimal fromBase(BigDecimal yuan) {
        return plain(yuan.movePointLeft(zeros));
    }

    /** The unit of a word in a condition; empty when the word is none. */
    static Optional<MoneyUnit> called(String word) {
        for (MoneyUnit unit : values()) {
            if (unit.isMoney() && unit.chinese.equals(word)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
