package org.lingqu.demo;

import java.util.List;

/**
 * What is spent on research, in the parts that the tax office asks for.
 *
 * @param costs 研发费用, the sum of all parts
 * @param abroad 委托境外研发费用
 * @param deductible 加计扣除研发费用: what of it counts by 财税〔2015〕119号, if the firm declares it
 */
record Research(Years costs, Years abroad, Years deductible) {

    private static final double[] BANDS = {0.05, 0.04, 0.03};
    private static final List<String> PARTS =
            List.of("直接投入费用", "折旧费用", "无形资产摊销费用", "新产品设计等费用", "其他相关研发费用", "委托境内研发费用", "委托境外研发费用");
    private static final int OTHER = 4;
    private static final int ENTRUSTED = 5;
    private static final int ABROAD = 6;

    static Research of(Profile profile, Course course, Dice dice, Truth truth) {
        var research = new Research(new Years(), new Years(), new Years());
        if (!profile.doesResearch()) {
            return research.withoutCosts(profile, course, truth);
        }
        double rate = rate(profile, course, dice);
        double[] shares = shares(dice);
        boolean declares = profile.onAccounts()
                && !profile.industry().isExcludedFromDeduction()
                && dice.chance(profile.standing() == Standing.LIGHT ? 0.55 : 0.93);
        double gained = dice.between(0.0, 0.18);
        for (int year = course.firstYear(); year <= MadeRegion.LAST_YEAR; year++) {
            long total = Math.round(course.revenue().in(year) * rate * dice.between(0.97, 1.03));
            long[] parts = parts(total, shares);
            long wages = total - sum(parts);
            write(year, wages, parts, truth);
            research.costs.set(year, total);
            research.abroad.set(year, parts[ABROAD]);
            research.deductible.set(year, declares ? deductible(wages, parts) : 0);
            truth.number("研发费用", year, total);
            truth.number("境内研发费用", year, total - parts[ABROAD]);
            truth.number("加计扣除研发费用", year, research.deductible.in(year));
            truth.number("科技活动支出", year, Math.round(total * dice.between(1.04, 1.25)));
            truth.number("自筹研发费用", year, Math.round(total * (1 - gained)));
        }
        return research;
    }

    private Research withoutCosts(Profile profile, Course course, Truth truth) {
        for (int year = course.firstYear(); year <= MadeRegion.LAST_YEAR; year++) {
            truth.number("研发费用", year, 0);
            if (profile.onAccounts()) {
                truth.number("加计扣除研发费用", year, 0);
            }
        }
        return this;
    }

    /** By revenue: above or narrowly below what 高新技术企业 asks for the size. */
    private static double rate(Profile profile, Course course, Dice dice) {
        double asked = asked(course.revenue().last());
        if (profile.standing() == Standing.LIGHT) {
            return asked * dice.between(0.1, 0.75);
        }
        return switch (profile.shortfall()) {
            case RESEARCH -> asked * dice.between(0.80, 0.965);
            case SEVERAL -> asked * dice.between(0.45, 1.1);
            case NOTHING, STAFF, PRODUCT_INCOME, PROPERTY, ACCIDENT, AGE ->
                Math.min(0.4, asked * (1.04 + Math.abs(dice.bell()) * 0.75));
        };
    }

    /** 32号 art. 11 (五). */
    static double asked(long revenue) {
        return BANDS[revenue <= 50_000_000L ? 0 : revenue <= 200_000_000L ? 1 : 2];
    }

    private static double[] shares(Dice dice) {
        return new double[] {
            dice.between(0.20, 0.34),
            dice.between(0.02, 0.07),
            dice.between(0.0, 0.02),
            dice.between(0.01, 0.04),
            dice.between(0.02, 0.07),
            dice.chance(0.3) ? dice.between(0.02, 0.14) : 0,
            dice.chance(0.03) ? dice.between(0.02, 0.10) : 0
        };
    }

    private static long[] parts(long total, double[] shares) {
        long[] parts = new long[shares.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (long) (total * shares[i]);
        }
        return parts;
    }

    private static void write(int year, long wages, long[] parts, Truth truth) {
        truth.number("人员人工费用", year, wages);
        for (int i = 0; i < parts.length; i++) {
            truth.number(PARTS.get(i), year, parts[i]);
        }
    }

    /** 财税〔2015〕119号, 财税〔2018〕64号, 公告2021年第28号; a second, plain reading of what cn/rd-cost-collection says. */
    private static long deductible(long wages, long[] parts) {
        long five = wages + parts[0] + parts[1] + parts[2] + parts[3];
        long home = five + Math.min(parts[OTHER], five / 9) + parts[ENTRUSTED] * 4 / 5;
        return home + Math.min(parts[ABROAD] * 4 / 5, home * 2 / 3);
    }

    private static long sum(long[] parts) {
        long sum = 0;
        for (long part : parts) {
            sum += part;
        }
        return sum;
    }
}
