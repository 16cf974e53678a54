package org.lingqu.demo;

/** Registration, the way taxes are levied, accidents and lists. */
final class Conduct {

    private Conduct() {}

    static void write(Profile profile, Course course, Dice dice, Truth truth) {
        registered(profile, dice, truth);
        taxed(profile, dice, truth);
        accidents(profile, dice, truth);
        boolean aboveScale = isAboveScale(profile.industry(), course);
        truth.yes("规上企业", aboveScale);
        truth.yes("近三年收入大幅下降", course.revenue().last() < course.revenue().in(MadeRegion.LAST_YEAR - 2) / 2);
        truth.yes("上市", profile.standing() == Standing.HOLDER && aboveScale && dice.chance(0.012));
        if (profile.industry().isWithoutSizeClass()) {
            long staff = course.staff().last();
            truth.code("企业规模", staff >= 300 ? "大型" : staff >= 100 ? "中型" : staff >= 10 ? "小型" : "微型");
        }
        truth.yes("制造业企业", profile.industry().isManufacturing());
        truth.yes("集成电路或工业母机企业", profile.industry().code().startsWith("342") && dice.chance(0.5));
    }

    private static void registered(Profile profile, Dice dice, Truth truth) {
        truth.day("成立日期", profile.founded());
        truth.code("注册地", profile.district().code());
        truth.code("行业代码", profile.industry().code());
        truth.code("主体类型", "企业");
        truth.yes("居民企业", !dice.chance(0.002));
        truth.yes("独立法人", !dice.chance(0.015));
        boolean troubled = profile.growth() == Growth.LOSS_MAKING || profile.growth() == Growth.SHRINKING;
        boolean abnormal = dice.chance(troubled ? 0.055 : 0.018);
        truth.yes("经营异常名录", abnormal);
        truth.yes("严重违法失信", abnormal && dice.chance(0.12));
    }

    private static void taxed(Profile profile, Dice dice, Truth truth) {
        truth.yes("查账征收", profile.onAccounts());
        truth.yes("会计核算健全", profile.onAccounts() && !dice.chance(0.01));
        truth.yes("研发费用单独归集", profile.doesResearch() && profile.onAccounts() && !dice.chance(0.06));
        truth.yes("产品属禁限淘汰类", dice.chance(0.004));
    }

    /** Each look-back contains the shorter one. */
    private static void accidents(Profile profile, Dice dice, Truth truth) {
        boolean oneYear = profile.shortfall() == Shortfall.ACCIDENT || dice.chance(0.003);
        boolean thisOrLast = oneYear || dice.chance(0.001);
        boolean twoYears = thisOrLast || dice.chance(0.002);
        boolean threeYears = twoYears || dice.chance(0.004);
        truth.yes("一年内重大安全质量事故或严重环境违法", oneYear);
        truth.yes("上年和本年重大事故或失信", thisOrLast);
        truth.yes("两年内重大安全质量事故或严重环境违法", twoYears);
        truth.yes("三年内较大安全质量环境事件", threeYears);
    }

    /** Who reports to statistics every month: by the revenue of the year before, as the yearly check admits firms. */
    static boolean isAboveScale(Industry industry, Course course) {
        long revenue = course.revenue().before();
        if (industry.isIndustrial() || industry.isWholesale()) {
            return revenue >= 20_000_000;
        }
        if (industry.isRetail()) {
            return revenue >= 5_000_000;
        }
        return !industry.isFarming() && revenue >= (industry.isConstruction() ? 30_000_000 : 20_000_000);
    }
}
