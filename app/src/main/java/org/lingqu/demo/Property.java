package org.lingqu.demo;

/**
 * Intellectual property, what is made of it, and standards.
 *
 * @param classOne Ⅰ类知识产权
 * @param earning 产生效益Ⅰ类知识产权
 * @param conversions 科技成果转化数
 */
record Property(int classOne, int classTwo, int earning, Years conversions) {

    static Property of(Profile profile, Course course, Dice dice, Truth truth) {
        int one = classOne(profile, course, dice);
        int two = classTwo(profile, course, dice);
        int own = dice.chance(0.85) ? one : one / 2;
        int leading = one - (one > 2 ? dice.between(0, one / 3) : 0);
        int leadingOwn = Math.min(own, leading);
        int earning = leading - (leading > 1 && dice.chance(0.4) ? 1 : 0);
        int highValue = one >= 3 && dice.chance(0.25) ? dice.between(1, Math.max(1, one / 4)) : 0;
        boolean holds = profile.standing() == Standing.HOLDER;
        truth.number("Ⅰ类知识产权", one);
        truth.number("Ⅱ类知识产权", two);
        truth.number("自主研发Ⅰ类知识产权", own);
        truth.number("高价值Ⅰ类知识产权", highValue);
        truth.number("主导产品Ⅰ类知识产权", leading);
        truth.number("主导产品自主研发Ⅰ类知识产权", leadingOwn);
        truth.number("主导产品高价值Ⅰ类知识产权", Math.min(highValue, leading));
        truth.number("产生效益Ⅰ类知识产权", earning);
        truth.number("主导产品Ⅱ类知识产权", two - (two > 4 ? two / 5 : 0));
        truth.yes("自主研发知识产权", own > 0 || (two > 0 && dice.chance(0.93)));
        truth.number("核心知识产权授权", one);
        truth.number("核心知识产权申请", one + dice.between(0, one + 2));
        truth.number("PCT申请", one >= 4 && dice.chance(0.2) ? dice.between(1, 3) : 0);
        truth.number("已使用Ⅱ类知识产权", holds ? dice.between(two / 4, two) : 0);
        truth.yes("参与制定标准", holds && dice.chance(0.22));
        truth.yes("主导制定标准", holds && dice.chance(0.05));
        return new Property(one, two, earning, conversions(profile, course, one + two, dice, truth));
    }

    private static int classOne(Profile profile, Course course, Dice dice) {
        double more = Math.abs(dice.bell());
        double size = StrictMath.sqrt((double) course.staff().last()) / 6;
        return switch (profile.standing()) {
            case PLAIN -> 0;
            case LIGHT -> dice.chance(0.1) ? 1 : 0;
            case CANDIDATE ->
                profile.shortfall() == Shortfall.PROPERTY ? 0 : dice.chance(0.45) ? 1 + (int) (more * 1.3) : 0;
            case HOLDER -> dice.chance(0.68) ? 1 + (int) (more * (more + size) * 1.6) : 0;
        };
    }

    private static int classTwo(Profile profile, Course course, Dice dice) {
        if (profile.standing() == Standing.PLAIN) {
            return dice.chance(0.04) ? dice.between(1, 2) : 0;
        }
        if (profile.shortfall() == Shortfall.PROPERTY) {
            return 0;
        }
        int size = (int) StrictMath.sqrt((double) course.staff().last());
        return switch (profile.standing()) {
            case PLAIN -> 0;
            case LIGHT -> dice.between(0, 4);
            case CANDIDATE -> dice.between(1, 6 + size);
            case HOLDER -> dice.between(5, 10 + 2 * size);
        };
    }

    private static Years conversions(Profile profile, Course course, int rights, Dice dice, Truth truth) {
        var made = new Years();
        if (!profile.doesResearch()) {
            return made;
        }
        int most = profile.standing() == Standing.LIGHT ? 1 : Math.clamp(rights, 1, 9);
        int least = profile.standing() == Standing.HOLDER ? Math.min(4, most) : Math.min(most, 1);
        for (int year = course.firstYear(); year <= MadeRegion.LAST_YEAR; year++) {
            made.set(year, profile.shortfall() == Shortfall.PROPERTY ? 0 : dice.between(least, most));
            truth.number("科技成果转化数", year, made.in(year));
        }
        return made;
    }
}
