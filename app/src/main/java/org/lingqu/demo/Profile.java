package org.lingqu.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * What a firm is like, before any figure.
 *
 * @param highTechSince the year of its latest recognition as 高新技术企业; 0 when there was none
 * @param onAccounts taxed on its accounts (查账征收)
 * @param engaged reports to the science bureau by itself
 */
record Profile(
        int index,
        Industry industry,
        Growth growth,
        Standing standing,
        Shortfall shortfall,
        LocalDate founded,
        int highTechSince,
        boolean onAccounts,
        boolean engaged,
        MadeCity.District district) {

    private static final List<Shortfall> SHORTFALLS = List.of(Shortfall.values());
    private static final List<Growth> GROWTHS = List.of(Growth.values());
    private static final int[] HOLDER_SHORTFALLS = {84, 4, 5, 4, 0, 1, 0, 2};
    private static final int[] CANDIDATE_SHORTFALLS = {30, 14, 18, 13, 7, 2, 0, 16};

    static Profile of(long seed, int index) {
        Dice dice = Dice.of(seed, "profile", index);
        Industry industry = Industries.any(dice);
        Standing standing = standing(industry, dice);
        Growth growth = growth(industry, standing, dice);
        LocalDate founded = founded(growth, dice);
        boolean young = founded.isAfter(MadeRegion.AS_OF.minusYears(1));
        int since = standing == Standing.HOLDER ? recognised(founded, dice) : 0;
        if (standing == Standing.HOLDER && since == 0) {
            standing = Standing.CANDIDATE;
        }
        Shortfall shortfall = switch (standing) {
            case PLAIN, LIGHT -> Shortfall.SEVERAL;
            case CANDIDATE -> young ? Shortfall.AGE : dice.oneOf(SHORTFALLS, CANDIDATE_SHORTFALLS);
            case HOLDER -> dice.oneOf(SHORTFALLS, HOLDER_SHORTFALLS);
        };
        return new Profile(
                index,
                industry,
                growth,
                standing,
                shortfall,
                founded,
                since,
                dice.chance(standing == Standing.PLAIN ? 0.82 : 0.99),
                dice.chance(
                        switch (standing) {
                            case PLAIN -> 0.06;
                            case LIGHT -> 0.45;
                            case CANDIDATE -> 0.88;
                            case HOLDER -> 0.98;
                        }),
                MadeCity.district(seed, index));
    }

    private static Standing standing(Industry industry, Dice dice) {
        if (!dice.chance(industry.research() / 1000.0)) {
            return dice.chance(industry.research() / 1500.0) ? Standing.LIGHT : Standing.PLAIN;
        }
        return switch (dice.weighted(24, 42, 34)) {
            case 0 -> Standing.LIGHT;
            case 1 -> Standing.CANDIDATE;
            default -> Standing.HOLDER;
        };
    }

    private static Growth growth(Industry industry, Standing standing, Dice dice) {
        if (industry.isSeasonal() && dice.chance(0.5)) {
            return Growth.SEASONAL;
        }
        return switch (standing) {
            case PLAIN, LIGHT -> dice.oneOf(GROWTHS, 22, 46, 2, 15, 13, 2);
            case CANDIDATE -> dice.oneOf(GROWTHS, 34, 36, 9, 9, 11, 1);
            case HOLDER -> dice.oneOf(GROWTHS, 14, 54, 13, 9, 9, 1);
        };
    }

    private static LocalDate founded(Growth growth, Dice dice) {
        int year = switch (growth) {
            case START_UP -> 2019 + dice.weighted(12, 14, 17, 18, 17, 14, 5);
            case GAZELLE -> dice.between(2012, 2020);
            case STEADY, SEASONAL -> 2020 - (int) Math.min(26, Math.abs(dice.bell()) * 9);
            case SHRINKING -> 2018 - (int) Math.min(26, Math.abs(dice.bell()) * 8);
            case LOSS_MAKING -> dice.between(2008, 2023);
        };
        LocalDate day = LocalDate.of(year, 1, 1).plusDays(dice.between(3, 360));
        return day.isAfter(LocalDate.of(2025, 12, 15)) ? LocalDate.of(2025, 11, 20) : day;
    }

    /** The year of the latest recognition; never before the firm is a year old. */
    private static int recognised(LocalDate founded, Dice dice) {
        int year = 2022 + dice.weighted(8, 32, 31, 29);
        int least = founded.plusYears(1).plusMonths(4).getYear();
        return year >= least ? year : least <= 2025 ? 2025 : 0;
    }

    /** Whether the firm is 高新技术企业 in the year's tax return. */
    boolean isHighTechIn(int year) {
        return highTechSince > 0 && year < highTechSince + 3 && (year >= highTechSince || isRenewal());
    }

    /** Whether the latest recognition followed an earlier one. */
    boolean isRenewal() {
        return highTechSince > 0 && founded.getYear() <= highTechSince - 5 && index % 3 != 0;
    }

    boolean doesResearch() {
        return standing != Standing.PLAIN;
    }

    /** The first year with figures. */
    int firstYear() {
        return Math.max(MadeRegion.FIRST_YEAR, founded.getYear());
    }
}
