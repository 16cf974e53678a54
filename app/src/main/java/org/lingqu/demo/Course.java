package org.lingqu.demo;

/**
 * How revenue and staff went.
 *
 * @param revenue 营业收入 of each year, 元
 * @param staff people, on average over the year
 */
record Course(int firstYear, Years revenue, Years staff) {

    private static final long TEN_THOUSAND = 10_000;

    static Course of(Profile profile, Dice dice) {
        double[] path = path(profile, dice);
        double last = path[Years.COUNT - 1];
        double target = target(profile, dice);
        double aHead = profile.industry().revenueAHead() * (profile.doesResearch() ? 0.9 : 1.0) * dice.spread(1, 0.35);
        var revenue = new Years();
        var staff = new Years();
        for (int year = profile.firstYear(); year <= MadeRegion.LAST_YEAR; year++) {
            double amount = target * path[year - MadeRegion.FIRST_YEAR] / last;
            long yuan = Math.max(3_000, Math.round(amount * TEN_THOUSAND));
            revenue.set(year, yuan);
            // Staff follows revenue, less than in proportion: nobody is hired or dismissed for a single good or bad
            // year.
            double heads = StrictMath.pow(amount / aHead, 0.92) * dice.between(0.94, 1.06);
            staff.set(year, Math.max(profile.doesResearch() ? 4 : 1, Math.round(heads)));
        }
        return new Course(profile.firstYear(), revenue, staff);
    }

    private static double[] path(Profile profile, Dice dice) {
        double[] path = new double[Years.COUNT];
        double now = 1;
        for (int year = profile.firstYear(); year <= MadeRegion.LAST_YEAR; year++) {
            boolean started = year == profile.founded().getYear();
            path[year - MadeRegion.FIRST_YEAR] =
                    started ? now * (13 - profile.founded().getMonthValue()) / 12.0 : now;
            now *= 1 + profile.growth().rate(dice);
        }
        return path;
    }

    /** Revenue of the last year, 万元. */
    private static double target(Profile profile, Dice dice) {
        double size = switch (profile.standing()) {
            case PLAIN -> 1;
            case LIGHT -> 1.3;
            case CANDIDATE -> 1.5;
            case HOLDER -> 4.4;
        };
        double age = switch (profile.growth()) {
            case START_UP -> 0.35;
            case GAZELLE -> 1.8;
            case STEADY, SEASONAL -> 1;
            case SHRINKING, LOSS_MAKING -> 0.7;
        };
        return Math.max(
                profile.doesResearch() ? 25 : 2,
                dice.spread(profile.industry().medianRevenue() * size * age, profile.doesResearch() ? 1.05 : 1.35));
    }

    boolean covers(int year) {
        return year >= firstYear;
    }
}
