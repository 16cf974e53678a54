package org.lingqu.demo;

/** How a firm of the demonstration region develops over the years. */
public enum Growth {
    /** Young, from little, often with losses. */
    START_UP(0.45, 0.30, -0.04, 0.12),
    STEADY(0.05, 0.07, 0.05, 0.03),
    /** Twenty per cent and more, year after year. */
    GAZELLE(0.34, 0.09, 0.09, 0.04),
    SHRINKING(-0.12, 0.07, 0.01, 0.04),
    LOSS_MAKING(-0.02, 0.14, -0.09, 0.05),
    /** Up and down with harvests, weather and visitors. */
    SEASONAL(0.02, 0.24, 0.04, 0.05);

    private final double rate;
    private final double rateSpread;
    private final double margin;
    private final double marginSpread;

    Growth(double rate, double rateSpread, double margin, double marginSpread) {
        this.rate = rate;
        this.rateSpread = rateSpread;
        this.margin = margin;
        this.marginSpread = marginSpread;
    }

    double rate(Dice dice) {
        double thrown = rate + rateSpread * dice.bell();
        return Math.max(this == GAZELLE ? 0.20 : -0.6, thrown);
    }

    /** Operating profit by revenue. */
    double margin(Dice dice) {
        return margin + marginSpread * dice.bell();
    }
}
