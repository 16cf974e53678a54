package org.lingqu.demo;

import java.util.List;
import org.lingqu.registry.CreditCode;

/**
 * Names and credit codes that no two firms of a region share and no real firm bears: every name begins with a place that does
 * not exist, and every code with its region code.
 */
final class FirmNames {

    private static final String FIRST =
            "恒鼎瑞智盛华宏兴嘉凯德隆昌达远博汇鑫泰安广源信诚联创新科卓越正康裕丰润景腾翔飞凌云天海川江岭峰森林青绿蓝佳美优尚品诺唯维旭阳晨曦星辰宇航启元亨利贞和顺祥福禄寿";
    private static final String SECOND =
            "拓泽诚鸿图业通达宇轩腾辉晟皓越凡迪蒂凯麟骏驰伟志铭钧锐锋奥伦森茂荣耀威盈盛隆基石磊岩松柏桐楠杉榕桂棠荷莲兰芝蕴涵沛源渊澜洋波涛浩瀚逸风云霖露雪冰晶莹玉珏珩琪瑶瑾瑜璟";
    /** These begin no trade, so that a brand of three signs is never taken for one of two. */
    private static final String SOMETIMES_THIRD = "一方元合力成";

    private static final String THIRD = "邦兆立本正大同心久悦禾田仁义善恩朗清盟友诺跃升平民强贤才进步向先行见共享";

    private enum Style {
        CITY,
        DISTRICT,
        SHORT,
        BRACKETS
    }

    private static final List<String> FORMS = List.of("有限公司", "有限责任公司", "股份有限公司", "集团有限公司");
    private static final int[] FORM_SHARES = {88, 7, 4, 1};
    private static final int CARDS = FIRST.length() * SECOND.length() * Style.values().length;
    private static final String CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private FirmNames() {}

    /**
     * The name of the firm with that number. Pairs of signs and styles are dealt like cards, each once; when all are dealt, they are
     * dealt again with a third sign behind the pair, then with two, which is enough for 30 million firms. So no name comes twice.
     */
    static String name(long seed, Profile profile) {
        int deal = profile.index() / CARDS;
        int card = (int) Shuffle.place(seed, profile.index() % CARDS, CARDS);
        Dice dice = Dice.of(seed, "name", profile.index());
        String brand = pair(card / Style.values().length) + third(deal, dice);
        String trade = dice.oneOf(profile.industry().trades());
        String form = FORMS.get(dice.weighted(FORM_SHARES));
        return switch (Style.values()[card % Style.values().length]) {
            case CITY -> MadeCity.NAME + brand + trade + form;
            case DISTRICT -> profile.district().firmPrefix() + brand + trade + form;
            case SHORT -> "灵渠" + brand + trade + form;
            case BRACKETS -> brand + trade + "（灵渠）" + form;
        };
    }

    private static String pair(int place) {
        return "" + FIRST.charAt(place / SECOND.length()) + SECOND.charAt(place % SECOND.length());
    }

    private static String third(int deal, Dice dice) {
        if (deal > 0) {
            return more(deal - 1);
        }
        return dice.chance(0.15) ? String.valueOf(SOMETIMES_THIRD.charAt(dice.between(0, 5))) : "";
    }

    /** Another one for each deal: one sign, and two when each sign has been there. */
    private static String more(int deal) {
        int signs = THIRD.length();
        String last = String.valueOf(THIRD.charAt(deal % signs));
        return deal < signs ? last : THIRD.charAt(deal / signs - 1) + last;
    }

    /** The name under which an older list has the same firm. */
    static String olderName(String name) {
        if (name.endsWith("股份有限公司") || name.endsWith("集团有限公司")) {
            return name.substring(0, name.length() - 6) + "有限公司";
        }
        return name.endsWith("有限责任公司") ? name.replace("有限责任公司", "有限公司") : name.replace("有限公司", "有限责任公司");
    }

    /** 91 for enterprises, the district, and an organisation code that begins with MA as all new ones do. */
    static String code(long seed, int index, String district) {
        long left = Shuffle.place(seed, index, 887_503_681L); // 31 to the sixth: all bodies of six signs
        var body = new StringBuilder("MA");
        for (int i = 0; i < 6; i++) {
            body.append(CODE_SIGNS.charAt((int) (left % 31)));
            left /= 31;
        }
        return CreditCode.complete("91" + district + body);
    }

    /** The same code with a last sign that does not fit. */
    static String withWrongCheck(String code) {
        int sign = CODE_SIGNS.indexOf(code.charAt(17));
        return code.substring(0, 17) + CODE_SIGNS.charAt((sign + 7) % CODE_SIGNS.length());
    }
}
