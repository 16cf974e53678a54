package org.lingqu.demo;

import java.util.List;

/**
 * An industry of the demonstration region.
 *
 * @param code of GB/T 4754-2017, four digits
 * @param share in 1/10,000 of all firms
 * @param medianRevenue of a year, 万元
 * @param revenueAHead of a year, 万元
 * @param research how many of 1,000 firms do research
 * @param cluster the cluster of the region it belongs to, or "-"
 * @param trades what stands in the names of its firms
 */
record Industry(
        String code,
        String name,
        int share,
        int medianRevenue,
        int revenueAHead,
        int research,
        String cluster,
        List<String> trades) {

    private int division() {
        return Integer.parseInt(code.substring(0, 2));
    }

    boolean isFarming() {
        return division() <= 5;
    }

    /** Mining, manufacturing, power and water. */
    boolean isIndustrial() {
        return division() >= 6 && division() <= 46;
    }

    boolean isManufacturing() {
        return division() >= 13 && division() <= 43;
    }

    boolean isConstruction() {
        return division() >= 47 && division() <= 50;
    }

    boolean isWholesale() {
        return division() == 51;
    }

    boolean isRetail() {
        return division() == 52;
    }

    boolean isSoftware() {
        return division() == 64 || division() == 65;
    }

    boolean isEquipment() {
        return division() >= 34 && division() <= 38;
    }

    /** Whose research costs are not deducted on top (财税〔2015〕119号 IV). */
    boolean isExcludedFromDeduction() {
        return List.of(16, 51, 52, 61, 62, 70, 71, 72, 90).contains(division());
    }

    /** Finance, schools, hospitals: not classed by 工信部联企业〔2011〕300号, so that somebody has to say how large a firm is. */
    boolean isWithoutSizeClass() {
        return List.of(66, 67, 68, 69, 83, 84).contains(division());
    }

    /** Industries that depend on harvests and visitors. */
    boolean isSeasonal() {
        return isFarming() || division() == 61 || division() == 62 || division() == 13 || division() == 15;
    }

    boolean hasCluster() {
        return !cluster.equals("-");
    }
}
