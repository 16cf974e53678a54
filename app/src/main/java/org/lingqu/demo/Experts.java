package org.lingqu.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What people have confirmed and how experts scored, of firms whose application was looked at. */
record Experts(Map<String, Boolean> answers, Map<String, BigDecimal> points) {

    private static final String HIGH_TECH = "cn/high-tech#";

    /** Items that officers confirm of firms with a title. */
    private static final List<String> CONFIRMED = List.of(
            "cn/srdi#market",
            "cn/srdi-review#market",
            "cn/little-giant#reputation",
            "cn/little-giant#chain",
            "cn/little-giant-review#reputation",
            "cn/little-giant-review#chain",
            "cn/little-giant-review#field",
            "cn/key-little-giant#plan",
            "cn/advanced-service#advanced",
            "450000/gazelle-library#ranking",
            "450000/gazelle#review");

    private static final String FIELD = HIGH_TECH + "field";
    private static final String ACTIVITIES = "cn/rd-super-deduction#activities";

    /** All items that anybody of the region has answered. */
    static final List<String> ITEMS =
            Stream.concat(CONFIRMED.stream(), Stream.of(FIELD, ACTIVITIES)).toList();

    /** All items that experts of the region score. */
    static final List<String> JUDGED = Stream.of(
                    "advanced",
                    "support",
                    "rd-rules",
                    "rd-body",
                    "conversion-rules",
                    "talent-rules",
                    "ip-count",
                    "ip-way",
                    "conversion",
                    "asset-growth",
                    "sales-growth")
            .map(HIGH_TECH::concat)
            .toList();

    private static final double[] GROWTH_BANDS = {0.0, 0.05, 0.15, 0.25, 0.35};

    static Experts of(Profile profile, Course course, Accounts accounts, Property property, Dice dice) {
        var answers = new TreeMap<String, Boolean>();
        var points = new TreeMap<String, BigDecimal>();
        boolean looked = profile.standing() == Standing.HOLDER
                ? dice.chance(0.9)
                : profile.standing() == Standing.CANDIDATE && dice.chance(0.8);
        if (looked) {
            answers.put(FIELD, dice.chance(0.97));
            score(profile, course, accounts, property, dice, points);
        }
        if (profile.standing() == Standing.HOLDER) {
            CONFIRMED.forEach(item -> confirm(answers, dice, item));
        }
        if (profile.doesResearch()) {
            confirm(answers, dice, ACTIVITIES);
        }
        return new Experts(answers, points);
    }

    private static void confirm(Map<String, Boolean> answers, Dice dice, String item) {
        if (dice.chance(0.6)) {
            answers.put(item, dice.chance(0.85));
        }
    }

    private static void score(
            Profile profile,
            Course course,
            Accounts accounts,
            Property property,
            Dice dice,
            Map<String, BigDecimal> points) {
        double merit = dice.between(profile.standing() == Standing.HOLDER ? 0.68 : 0.6, 0.95);
        put(points, "advanced", 8 * merit);
        put(points, "support", 8 * merit);
        put(points, "rd-rules", 6 * merit);
        put(points, "rd-body", 6 * merit);
        put(points, "conversion-rules", 4 * merit);
        put(points, "talent-rules", 4 * merit);
        put(points, "ip-count", property.classOne() > 0 ? 7 + merit : Math.min(6, property.classTwo()));
        put(points, "ip-way", property.classOne() + property.classTwo() == 0 ? 0 : 1 + 4 * merit);
        put(points, "conversion", conversion(profile, property, merit));
        put(points, "asset-growth", growth(profile, accounts.netAssets(), merit));
        put(points, "sales-growth", growth(profile, course.revenue(), merit));
    }

    private static double conversion(Profile profile, Property property, double merit) {
        int years = Math.min(3, MadeRegion.LAST_YEAR - profile.firstYear() + 1);
        double mean = property.conversions().lastThree() / (double) years;
        return mean < 1 ? 0 : Math.min(25, 6 * Math.floor(mean) - 5) + 5 * merit;
    }

    /** 195号: the mean of the yearly rates of three years, of one rate where there are two. */
    private static double growth(Profile profile, Years figures, double merit) {
        int first = Math.max(profile.firstYear(), MadeRegion.LAST_YEAR - 2);
        double sum = 0;
        int rates = 0;
        for (int year = first + 1; year <= MadeRegion.LAST_YEAR; year++) {
            if (figures.in(year - 1) > 0) {
                sum += figures.in(year) / (double) figures.in(year - 1) - 1;
                rates++;
            }
        }
        double rate = rates == 0 ? 0 : sum / rates;
        int band = 0;
        for (double from : GROWTH_BANDS) {
            band += rate > from ? 1 : 0;
        }
        return band == 0 ? 0 : 2 * band - 1 + merit;
    }

    private static void put(Map<String, BigDecimal> points, String item, double value) {
        points.put(HIGH_TECH + item, BigDecimal.valueOf(StrictMath.round(value)));
    }
}
