package org.lingqu.demo;

/**
 * Income, tax and the balance sheet of each year, so that they add up: what is earned goes through the tax return into the net
 * assets, and assets are debts and net assets.
 */
record Accounts(Years netAssets, Years assets, Years debts, Years mainRevenue, Years equityRaised, long lossesLeft) {

    private static final double SMALL_FIRM_RATE = 0.05;
    private static final double HIGH_TECH_RATE = 0.15;
    private static final double RATE = 0.25;
    private static final long SMALL_INCOME = 3_000_000;
    private static final long SMALL_ASSETS = 50_000_000;
    private static final int SMALL_STAFF = 300;

    /** What stays the same over a firm's years. */
    private record Habits(
            double mainShare,
            double turnover,
            double debtShare,
            double vat,
            double productShare,
            boolean invests,
            boolean subsidised) {

        static Habits of(Profile profile, Dice dice) {
            return new Habits(
                    dice.chance(0.82) ? dice.between(0.90, 1.0) : dice.between(0.62, 0.92),
                    dice.between(0.7, 1.9) * (profile.industry().isManufacturing() ? 1.15 : 0.9),
                    dice.between(0.22, 0.78),
                    dice.between(0.012, 0.038),
                    productShare(profile, dice),
                    dice.chance(0.08),
                    profile.doesResearch() && dice.chance(0.5));
        }

        /** 高新技术产品收入 by total income: above or narrowly below the 60 % that are asked. */
        private static double productShare(Profile profile, Dice dice) {
            if (profile.standing() == Standing.LIGHT) {
                return dice.between(0.0, 0.5);
            }
            return switch (profile.shortfall()) {
                case PRODUCT_INCOME -> dice.between(0.50, 0.597);
                case SEVERAL -> dice.between(0.2, 0.7);
                case NOTHING, STAFF, RESEARCH, PROPERTY, ACCIDENT, AGE -> dice.between(0.625, 0.96);
            };
        }
    }

    static Accounts of(Profile profile, Course course, Research research, Dice dice, Truth truth) {
        var accounts = new Accounts(new Years(), new Years(), new Years(), new Years(), new Years(), 0);
        Habits habits = Habits.of(profile, dice);
        long losses = 0;
        long net = Math.round(course.revenue().in(course.firstYear()) * dice.between(0.25, 0.75)) + 100_000;
        for (int year = course.firstYear(); year <= MadeRegion.LAST_YEAR; year++) {
            var return_ = new TaxReturn(profile, habits, year, course, research, net, losses, dice);
            return_.write(truth);
            losses = return_.lossesLeft;
            long raised = raised(profile, course.revenue().in(year), dice);
            long paidOut = return_.netProfit > 0 ? Math.round(return_.netProfit * dice.between(0.1, 0.6)) : 0;
            net += return_.netProfit - paidOut + raised;
            accounts.equityRaised.set(year, raised);
            accounts.mainRevenue.set(year, return_.mainRevenue);
            accounts.balance(year, net, habits, course.revenue().in(year), truth);
        }
        truth.number("前五年未弥补亏损", losses);
        return new Accounts(
                accounts.netAssets,
                accounts.assets,
                accounts.debts,
                accounts.mainRevenue,
                accounts.equityRaised,
                losses);
    }

    private static long raised(Profile profile, long revenue, Dice dice) {
        boolean sought = profile.growth() == Growth.GAZELLE || profile.growth() == Growth.START_UP;
        if (!sought || !profile.doesResearch() || !dice.chance(0.09)) {
            return 0;
        }
        return Math.max(50, Math.round(revenue * dice.between(0.2, 1.4) / 100_000)) * 100_000;
    }

    private void balance(int year, long net, Habits habits, long revenue, Truth truth) {
        long wanted = Math.round(revenue * habits.turnover);
        long owed = Math.max(Math.round(Math.max(wanted, net) * habits.debtShare * 0.5), wanted - net);
        netAssets.set(year, net);
        debts.set(year, owed);
        assets.set(year, net + owed);
        truth.number("净资产", year, net);
        truth.number("负债总额", year, owed);
        truth.number("资产总额", year, net + owed);
    }

    /** One year's income and tax. */
    private static final class TaxReturn {

        private final Profile profile;
        private final int year;
        private final long revenue;
        private final long mainRevenue;
        private final long productIncome;
        private final long invested;
        private final long subsidy;
        private final long costs;
        private final long taxable;
        private final long taxes;
        private final long netProfit;
        private final long lossesLeft;

        TaxReturn(
                Profile profile,
                Habits habits,
                int year,
                Course course,
                Research research,
                long netBefore,
                long lossesBefore,
                Dice dice) {
            this.profile = profile;
            this.year = year;
            revenue = course.revenue().in(year);
            mainRevenue = Math.min(revenue, Math.round(revenue * habits.mainShare * dice.between(0.985, 1.01)));
            subsidy = habits.subsidised ? Math.round(research.costs().in(year) * dice.between(0.0, 0.12)) : 0;
            invested = habits.invests ? Math.round(revenue * dice.between(-0.01, 0.04)) : 0;
            productIncome = Math.min(revenue, Math.round(revenue * habits.productShare));
            long levies = Math.round(revenue * 0.004);
            // Research that a young firm cannot yet earn is a loss, not a hole in the accounts.
            double margin = Math.max(-0.9, profile.growth().margin(dice) - heavyResearch(course, research));
            costs = revenue - levies - Math.round(revenue * margin);
            long profit = revenue - costs - levies + invested + subsidy;
            long income = profit - subsidy - research.deductible().in(year);
            long offset = Math.min(lossesBefore, Math.max(0, income));
            taxable = Math.max(0, income - offset);
            lossesLeft = lossesBefore - offset + Math.max(0, -income);
            long incomeTax = Math.round(taxable * rate(course.staff().in(year), netBefore));
            taxes = incomeTax + levies + Math.round(revenue * habits.vat);
            netProfit = profit - incomeTax;
        }

        private double heavyResearch(Course course, Research research) {
            double share = research.costs().in(year) / (double) course.revenue().in(year);
            return Math.max(0, share - 0.10) * 0.7;
        }

        private double rate(long staff, long netBefore) {
            if (taxable <= SMALL_INCOME && staff <= SMALL_STAFF && netBefore <= SMALL_ASSETS) {
                return SMALL_FIRM_RATE;
            }
            return profile.isHighTechIn(year) ? HIGH_TECH_RATE : RATE;
        }

        void write(Truth truth) {
            long others = Math.max(0, invested) + subsidy;
            truth.number("营业收入", year, revenue);
            truth.number("销售收入", year, revenue);
            truth.number("主营业务收入", year, mainRevenue);
            truth.number("收入总额", year, revenue + others);
            truth.number("不征税收入", year, subsidy);
            truth.number("投资收益", year, invested);
            truth.number("成本费用总额", year, costs);
            truth.number("净利润", year, netProfit);
            truth.number("应纳税所得额", year, taxable);
            truth.number("纳税额", year, taxes);
            if (profile.doesResearch()) {
                truth.number("高新技术产品收入", year, productIncome);
            }
            if (profile.industry().isExcludedFromDeduction()) {
                truth.number("不适用行业收入", year, mainRevenue);
            }
        }
    }
}
