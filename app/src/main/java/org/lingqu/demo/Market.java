package org.lingqu.demo;

/**
 * What the ladder of SMEs and the rarer policies ask: the niche, awards, equity, platforms, vouchers, first sets, transfers.
 * A firm is only asked what its kind has.
 */
final class Market {

    private static final int NONE = 999;
    private static final double YUAN_A_DOLLAR = 7.1;

    private Market() {}

    static void write(Profile profile, Course course, Accounts accounts, Property property, Dice dice, Truth truth) {
        if (!profile.doesResearch()) {
            return;
        }
        niche(profile, property, dice, truth);
        awards(profile, dice, truth);
        equity(profile, course, accounts, dice, truth);
        quality(profile, dice, truth);
        Rarer.write(profile, course, dice, truth);
        for (int year = 2023; year <= 2026; year++) {
            if (profile.standing() != Standing.LIGHT && year > profile.founded().getYear()) {
                truth.number("专精特新发展评价得分", year, score(profile, property, dice));
            }
        }
    }

    private static long score(Profile profile, Property property, Dice dice) {
        double points = (profile.standing() == Standing.HOLDER ? 50 : 38) + 2.2 * Math.min(6, property.classOne());
        return Math.clamp(Math.round(points + 7 * dice.bell()), 12, 94);
    }

    private static void niche(Profile profile, Property property, Dice dice, Truth truth) {
        int age = MadeRegion.LAST_YEAR - profile.founded().getYear();
        int years = Math.max(0, age - (dice.chance(0.6) ? 0 : dice.between(0, Math.max(0, age / 2))));
        truth.number("从事细分市场年限", years);
        boolean strong = property.classOne() >= 3 && years >= 5;
        truth.ratio("细分市场占有率", Math.round((strong ? dice.between(0.04, 0.24) : dice.between(0.001, 0.08)) * 1000));
        truth.number("细分市场国内排名", strong ? dice.between(1, 15) : dice.between(8, 200));
        truth.number("全球细分市场排名", strong && dice.chance(0.05) ? dice.between(2, 10) : dice.between(20, 500));
        boolean emerging = profile.industry().hasCluster() && dice.chance(0.6);
        truth.yes("主导产品属战略性新兴产业", emerging);
        truth.yes("属广西瞪羚支持领域", emerging || dice.chance(0.4));
        truth.yes("属未来产业领域", emerging && dice.chance(0.06));
        truth.code("主导产品领域类别", emerging ? (dice.chance(0.3) ? "补短板锻长板填空白" : "工业六基老字号或龙头配套") : "其他");
        truth.yes("主导产品为新产品", dice.chance(0.3));
        truth.number("数字化水平等级", dice.between(1, profile.standing() == Standing.HOLDER ? 4 : 2));
    }

    private static void awards(Profile profile, Dice dice, Truth truth) {
        boolean could = profile.standing() == Standing.HOLDER;
        int five = could && dice.chance(0.006) ? dice.between(1, 6) : NONE;
        boolean province = could && dice.chance(0.04);
        truth.number("近五年国家科技奖排名", five);
        truth.number("近三年国家科技奖排名", dice.chance(0.6) ? five : NONE);
        truth.number("近三年省级科技奖排名", province ? dice.between(1, 5) : NONE);
        truth.yes("省级科技奖二等奖以上", province && dice.chance(0.4));
        boolean contest = dice.chance(0.012);
        truth.yes("创客中国五百强", contest);
        truth.yes("创客中国五十强", contest && dice.chance(0.1));
        String body = could && dice.chance(0.42) ? (dice.chance(0.25) ? dice.chance(0.06) ? "国家级" : "省部级" : "市级") : "无";
        truth.code("研发机构级别", body);
        truth.yes("有研发机构", !body.equals("无") || (could && dice.chance(0.5)));
    }

    private static void equity(Profile profile, Course course, Accounts accounts, Dice dice, Truth truth) {
        Years raised = accounts.equityRaised();
        long two = raised.last() + raised.before();
        long three = raised.lastThree();
        long earlier = raised.in(MadeRegion.FIRST_YEAR) + raised.in(MadeRegion.FIRST_YEAR + 1);
        long total = three + earlier;
        truth.number("近两年新增股权融资", two);
        truth.number("近三年新增股权融资", three);
        truth.number("累计机构股权融资", total);
        truth.yes("获得过私募投资", total > 0);
        truth.yes("核心团队D类以上人才", profile.standing() == Standing.HOLDER && dice.chance(0.12));
        if (total > 0) {
            long worth = Math.max(total * 3, Math.round(course.revenue().last() * dice.between(1.5, 9.0)));
            truth.number("估值", worth);
            truth.number("估值美元", Math.round(worth / YUAN_A_DOLLAR));
        }
    }

    private static void quality(Profile profile, Dice dice, Truth truth) {
        boolean holder = profile.standing() == Standing.HOLDER;
        truth.yes("管理体系认证", dice.chance(holder ? 0.82 : 0.4));
        truth.yes("省级以上质量奖", holder && dice.chance(0.02));
        truth.yes("发达国家产品认证", holder && profile.industry().isManufacturing() && dice.chance(0.12));
        truth.yes("自主品牌", dice.chance(holder ? 0.8 : 0.45));
        truth.yes("核心业务采用信息系统", dice.chance(holder ? 0.85 : 0.4));
        truth.yes("控股小巨人企业", dice.chance(0.004));
    }
}
