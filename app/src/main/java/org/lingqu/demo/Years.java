package org.lingqu.demo;

/** One figure over the years of the region; 0 before the firm was there. */
final class Years {

    static final int COUNT = MadeRegion.LAST_YEAR - MadeRegion.FIRST_YEAR + 1;

    private final long[] values = new long[COUNT];

    long in(int year) {
        return year < MadeRegion.FIRST_YEAR ? 0 : values[year - MadeRegion.FIRST_YEAR];
    }

    long last() {
        return values[COUNT - 1];
    }

    long before() {
        return values[COUNT - 2];
    }

    void set(int year, long value) {
        values[year - MadeRegion.FIRST_YEAR] = value;
    }

    long lastThree() {
        return values[COUNT - 1] + values[COUNT - 2] + values[COUNT - 3];
    }
}
