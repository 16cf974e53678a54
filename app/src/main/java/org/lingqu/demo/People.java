package org.lingqu.demo;

/** Staff of each year, one group within the other: R&D staff, technical staff, all. */
final class People {

    private People() {}

    static void write(Profile profile, Course course, Dice dice, Truth truth) {
        double technical = technicalShare(profile, dice);
        double researching = dice.between(0.6, 0.98);
        double college = dice.between(profile.doesResearch() ? 0.28 : 0.08, profile.doesResearch() ? 0.8 : 0.45);
        if (profile.industry().isSoftware()) {
            college = dice.between(0.7, 0.97);
        }
        for (int year = course.firstYear(); year <= MadeRegion.LAST_YEAR; year++) {
            long all = course.staff().in(year);
            long technicians = technicians(profile, all, technical * dice.between(0.985, 1.015));
            truth.number("职工总数", year, all);
            truth.number("大专以上人员", year, Math.min(all, Math.max(technicians, Math.round(all * college))));
            truth.number("科技人员", year, technicians);
            truth.number("研发人员", year, (long) (technicians * researching));
        }
    }

    /** 高新技术企业 asks for 10 %; who misses it misses it by a person or a few. */
    private static double technicalShare(Profile profile, Dice dice) {
        return switch (profile.standing()) {
            case PLAIN -> dice.chance(0.2) ? dice.between(0.0, 0.05) : 0;
            case LIGHT -> dice.between(0.02, 0.12);
            case CANDIDATE, HOLDER ->
                switch (profile.shortfall()) {
                    case STAFF -> dice.between(0.070, 0.097);
                    case SEVERAL -> dice.between(0.03, 0.14);
                    case NOTHING, RESEARCH, PRODUCT_INCOME, PROPERTY, ACCIDENT, AGE ->
                        Math.min(0.8, 0.108 + Math.abs(dice.bell()) * 0.14);
                };
        };
    }

    private static long technicians(Profile profile, long all, double share) {
        long technicians = Math.min(all, Math.round(all * share));
        boolean enough = profile.doesResearch()
                && profile.standing() != Standing.LIGHT
                && profile.shortfall() != Shortfall.STAFF
                && profile.shortfall() != Shortfall.SEVERAL;
        // Of nine people nobody is ten per cent: rounding must not make the firm miss what it is meant to meet.
        return enough ? Math.max(technicians, Math.ceilDiv(all, 10)) : technicians;
    }
}
