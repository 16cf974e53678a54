package org.lingqu.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody to call at a firm of the demonstration region, whom nobody can call: numbers begin with 154, which the ministry has given to
 * no operator (as 142, 143, 161, 164 and 194), addresses end in the reserved {@code .example}, and given names say that they are made.
 *
 * @param email may be empty, as {@code duty}
 */
public record MadeContact(String name, String post, String phone, String email, String duty) {

    private static final List<String> SURNAMES = List.of(
            "陆", "韦", "覃", "蒋", "秦", "唐", "阳", "莫", "廖", "黄", "李", "陈", "刘", "周", "蒙", "欧阳", "龙", "石", "文", "毛");
    private static final List<String> GIVEN = List.of("示范", "样例", "演示", "虚构", "模拟", "试样");
    private static final List<String> POSTS = List.of("财务总监", "办公室主任", "技术负责人", "副总经理", "总经理", "项目专员", "研发部经理", "");
    private static final int[] POST_SHARES = {20, 18, 16, 12, 8, 14, 8, 4};
    private static final List<String> DUTIES = List.of("项目申报", "财务与税务", "科研管理", "知识产权", "");
    private static final int[] DUTY_SHARES = {35, 15, 15, 8, 27};
    private static final double IS_KNOWN = 0.86;
    private static final double SECOND_IS_KNOWN = 0.25;
    private static final double HAS_EMAIL = 0.6;
    private static final int NUMBERS = 99_999_999;

    /** Those of a firm, whom to call first before the other; none for some. The same firm has the same whenever they are asked for. */
    public static List<MadeContact> of(MadeFirm firm) {
        Dice dice = Dice.of(firm.code().hashCode(), "contacts", firm.index());
        var made = new ArrayList<MadeContact>();
        if (dice.chance(IS_KNOWN)) {
            made.add(one(firm, dice));
        }
        if (!made.isEmpty() && dice.chance(SECOND_IS_KNOWN)) {
            MadeContact second = one(firm, dice);
            if (!second.name.equals(made.getFirst().name)) {
                made.add(second);
            }
        }
        return List.copyOf(made);
    }

    private static MadeContact one(MadeFirm firm, Dice dice) {
        int number = dice.between(0, NUMBERS);
        return new MadeContact(
                dice.oneOf(SURNAMES) + dice.oneOf(GIVEN),
                dice.oneOf(POSTS, POST_SHARES),
                "154%08d".formatted(number),
                dice.chance(HAS_EMAIL) ? "contact" + number + "@firm" + firm.index() + ".example" : "",
                dice.oneOf(DUTIES, DUTY_SHARES));
    }
}
