package org.lingqu.demo;

/** Facts that few firms have: vouchers, first sets of equipment, technology transfers, offshore services, big plans. */
final class Rarer {

    private static final int MADE_YEAR = MadeRegion.LAST_YEAR;

    private Rarer() {}

    static void write(Profile profile, Course course, Dice dice, Truth truth) {
        truth.yes("科技型企业培育库入库", profile.standing() != Standing.LIGHT && dice.chance(0.7));
        if (dice.chance(0.06)) {
            voucher(dice, truth);
        }
        if (profile.industry().isEquipment() && profile.standing() == Standing.HOLDER && dice.chance(0.12)) {
            firstSet(dice, truth);
        }
        if (profile.standing() == Standing.HOLDER && dice.chance(0.03)) {
            transfer(course, dice, truth);
        }
        if (profile.industry().isSoftware()) {
            services(course, dice, truth);
        }
        if (profile.industry().isManufacturing()) {
            equipment(profile, course, dice, truth);
        }
    }

    private static void voucher(Dice dice, Truth truth) {
        truth.number("创新券服务金额", dice.between(1, 40) * 5_000L);
        truth.number("创新券本年已兑付", dice.chance(0.7) ? 0 : dice.between(1, 10) * 10_000L);
        truth.number("创新券本年省级已兑付", 0);
        truth.number("创新券本年申请次数", dice.between(0, 3));
        truth.yes("与服务机构无关联", !dice.chance(0.04));
        truth.yes("服务属法定检测或量产检测", dice.chance(0.12));
        truth.yes("同一服务已获财政资助", dice.chance(0.05));
    }

    private static void firstSet(Dice dice, Truth truth) {
        truth.yes("装备在首台套目录", dice.chance(0.6));
        truth.yes("材料在首批次目录", false);
        truth.yes("通过首台套资格审定", dice.chance(0.5));
        truth.number("首台套实缴保费", dice.between(5, 120) * 10_000L);
        truth.yes("三年内骗取保险补偿", false);
    }

    private static void transfer(Course course, Dice dice, Truth truth) {
        long income = Math.max(100_000, Math.round(course.revenue().last() * dice.between(0.01, 0.08)));
        truth.code("技术转让方式", dice.chance(0.6) ? "所有权" : dice.chance(0.5) ? "五年以上非独占许可" : "其他");
        truth.yes("技术属转让减免范围", dice.chance(0.9));
        truth.yes("技术转让合同已登记", dice.chance(0.75));
        truth.yes("技术转让双方百分百关联", dice.chance(0.04));
        truth.yes("技术转让所得单独核算", dice.chance(0.85));
        truth.number("技术转让收入", MADE_YEAR, income);
        truth.number("技术转让成本", MADE_YEAR, income / 5);
        truth.number("技术转让税费", MADE_YEAR, income / 100);
        truth.number("技术转让无形资产摊销", MADE_YEAR, income / 20);
        truth.number("技术转让分摊期间费用", MADE_YEAR, income / 25);
    }

    private static void services(Course course, Dice dice, Truth truth) {
        boolean advanced = dice.chance(0.12);
        truth.yes("业务属技术先进型服务范围", advanced);
        if (!advanced) {
            return;
        }
        truth.code("技术先进型业务类型", dice.chance(0.8) ? "服务外包" : "服务贸易");
        double scope = dice.between(0.35, 0.95);
        double offshore = scope * dice.between(0.3, 0.9);
        for (int year = course.firstYear(); year <= MADE_YEAR; year++) {
            truth.number("技术先进型服务收入", year, Math.round(course.revenue().in(year) * scope));
            truth.number("离岸外包收入", year, Math.round(course.revenue().in(year) * offshore));
        }
    }

    private static void equipment(Profile profile, Course course, Dice dice, Truth truth) {
        for (int year = course.firstYear(); year <= MADE_YEAR; year++) {
            boolean renews = dice.chance(0.15);
            truth.number("技改设备投资", year, renews ? Math.round(course.revenue().in(year) * dice.between(0.02, 0.2)) : 0);
        }
        if (profile.standing() == Standing.HOLDER && course.revenue().last() > 50_000_000) {
            truth.number("三新一强计划投资额", Math.round(course.revenue().last() * dice.between(0.05, 0.6)));
            truth.yes("重点小巨人已支持", dice.chance(0.05));
        }
    }
}
