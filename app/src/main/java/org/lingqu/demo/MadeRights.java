package org.lingqu.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.registry.PatentNumber;
import org.lingqu.registry.RightClass;

/**
 * Rights that firms and institutions hold: as many in force as a firm's file says, but for one firm in eight, whose list is behind, and
 * beside them some under examination and some that have ended.
 */
public final class MadeRights {

    private static final List<String> DOES = List.of(
            "智能巡检", "高效分离", "低温干燥", "自动上料", "多轴联动", "在线检测", "余热回收", "防腐蚀", "快速装夹", "定量灌装", "柔性抓取", "远程监测", "精密对位",
            "节能搅拌", "无损分选", "废水循环");
    private static final List<String> THINGS = List.of("装置", "系统", "设备", "机构", "方法", "结构");
    private static final List<String> PROGRAMS = List.of("管理系统", "监控平台", "数据采集软件", "调度系统", "分析软件");
    private static final List<String> FIELDS =
            List.of("电子信息", "生物与新医药", "航空航天", "新材料", "高技术服务", "新能源与节能", "资源与环境", "先进制造与自动化");
    private static final int[] FIELD_SHARES = {22, 12, 2, 16, 10, 10, 8, 20};

    /** Serials from here on are not given out by the offices. */
    private static final int FIRST_SERIAL = 9_000_000;

    private static final int SERIALS = 1_000_000;
    /** Serials of one year and type that a holder has to itself. */
    private static final int A_HOLDER = 32;
    /** No list goes on for ever. */
    private static final int MOST = 60;

    private static final double LIST_IS_BEHIND = 0.12;
    private static final int FIRST_YEAR = 2012;

    private final int holder;
    private final String code;
    private final LocalDate founded;
    private final Dice dice;
    private final List<MadeRight> rights = new ArrayList<>();
    private final Map<String, Integer> serials = new HashMap<>();

    private MadeRights(int holder, String code, LocalDate founded, Dice dice) {
        this.holder = holder;
        this.code = code;
        this.founded = founded;
        this.dice = dice;
    }

    /** Those of a firm, told once where the region has it twice: the same firm has the same rights, whenever they are asked for. */
    public static List<MadeRight> of(MadeFirm firm) {
        int one = count(firm, "Ⅰ类知识产权");
        int two = count(firm, "Ⅱ类知识产权");
        boolean again =
                firm.mistakes().stream().anyMatch(mistake -> mistake.kind() == MadeMistake.Kind.SAME_FIRM_OTHER_NAME);
        if (again || one + two == 0) {
            return List.of();
        }
        Dice dice = Dice.of(firm.code().hashCode(), "rights", firm.index());
        var made = new MadeRights(firm.index(), firm.code(), firm.founded(), dice);
        boolean behind = dice.chance(LIST_IS_BEHIND);
        made.inForce(one - (behind && one > 0 ? 1 : 0), two - (behind ? Math.min(two, 2) : 0));
        made.others(1 + (one + two) / 8);
        return List.copyOf(made.rights);
    }

    /** Those of an institution, its number among them counted from 0. */
    static List<MadeRight> of(MadeParty institution, int number) {
        Dice dice = Dice.of(institution.id().hashCode(), "rights", number);
        var made = new MadeRights(
                SERIALS / A_HOLDER - 1 - number,
                institution.id(),
                institution.since().isAfter(LocalDate.of(FIRST_YEAR, 1, 1))
                        ? institution.since()
                        : LocalDate.of(FIRST_YEAR, 1, 1),
                dice);
        made.inForce(dice.between(8, 20), dice.between(6, 16));
        made.others(dice.between(2, 6));
        return List.copyOf(made.rights);
    }

    private static int count(MadeFirm firm, String fact) {
        return firm.counting().stream()
                .filter(value -> value.fact().equals(fact))
                .map(value ->
                        value.value() instanceof FactValue.Amount(var amount) ? Math.min(MOST, amount.intValue()) : 0)
                .findFirst()
                .orElse(0);
    }

    private void inForce(int one, int two) {
        for (int i = 0; i < one; i++) {
            RightClass right = List.of(RightClass.INVENTION, RightClass.LAYOUT, RightClass.PLANT_VARIETY)
                    .get(dice.weighted(94, 3, 3));
            granted(right, true);
        }
        for (int i = 0; i < two; i++) {
            RightClass right = List.of(RightClass.UTILITY_MODEL, RightClass.SOFTWARE, RightClass.DESIGN)
                    .get(dice.weighted(58, 30, 12));
            granted(right, true);
        }
    }

    private void others(int count) {
        for (int i = 0; i < count; i++) {
            if (dice.chance(0.6)) {
                right(
                        RightClass.INVENTION,
                        later(founded, MadeRegion.AS_OF.minusDays(dice.between(20, 500))),
                        null,
                        null,
                        "审查中");
            } else {
                granted(RightClass.UTILITY_MODEL, false);
            }
        }
    }

    /** Filed since the firm is there, or bought where it is too young for that. */
    private void granted(RightClass right, boolean lasts) {
        int term = years(right);
        LocalDate least = later(founded, LocalDate.of(FIRST_YEAR, 3, 1));
        LocalDate earliest =
                lasts ? later(least, MadeRegion.AS_OF.minusYears(term).plusMonths(3)) : least;
        LocalDate granted = between(earliest.plusDays(days(right)), MadeRegion.AS_OF.minusDays(lasts ? 15 : 200));
        LocalDate filed = granted.minusDays(days(right) + dice.between(0, 40));
        LocalDate ends = right == RightClass.SOFTWARE
                ? null
                : (right == RightClass.PLANT_VARIETY ? granted : filed)
                        .plusYears(term)
                        .minusDays(1);
        if (lasts) {
            right(right, filed, granted, ends, "有效");
        } else {
            right(right, filed, granted, between(granted.plusDays(60), MadeRegion.AS_OF.minusDays(5)), "失效");
        }
    }

    private void right(
            RightClass right, LocalDate filed, @Nullable LocalDate granted, @Nullable LocalDate ends, String state) {
        boolean bought = filed.isBefore(founded) || dice.chance(0.04);
        LocalDate since = bought && granted != null ? between(later(granted, founded), MadeRegion.AS_OF) : filed;
        rights.add(new MadeRight(
                number(right, filed, granted),
                right.chinese(),
                name(right),
                filed,
                granted,
                ends,
                state,
                bought && granted != null ? "受让" : "自主研发",
                dice.oneOf(FIELDS, FIELD_SHARES),
                code,
                since));
    }

    private String number(RightClass right, LocalDate filed, @Nullable LocalDate granted) {
        int year =
                right == RightClass.SOFTWARE ? Objects.requireNonNull(granted).getYear() : filed.getYear();
        int next = serials.merge(right.name() + year, 1, Integer::sum);
        int serial = FIRST_SERIAL + (holder * A_HOLDER + next) % SERIALS;
        return switch (right) {
            case INVENTION -> PatentNumber.complete(year + "1" + serial);
            case UTILITY_MODEL -> PatentNumber.complete(year + "2" + serial);
            case DESIGN -> PatentNumber.complete(year + "3" + serial);
            case SOFTWARE -> year + "SR" + serial;
            case LAYOUT -> "BS.%02d%d".formatted(year % 100, serial);
            case PLANT_VARIETY -> "CNA" + year + serial;
            case OTHER -> "LQ" + year + serial;
        };
    }

    private String name(RightClass right) {
        String does = dice.oneOf(DOES);
        return switch (right) {
            case INVENTION -> "一种" + does + dice.oneOf(THINGS) + (dice.chance(0.4) ? "及其控制方法" : "");
            case UTILITY_MODEL -> "一种" + does + dice.oneOf(THINGS.subList(0, 4));
            case DESIGN -> does + "机";
            case SOFTWARE -> does + dice.oneOf(PROGRAMS) + "V" + dice.between(1, 4) + ".0";
            case LAYOUT -> does + "控制芯片";
            case PLANT_VARIETY -> "灵渠" + dice.between(1, 40) + "号";
            case OTHER -> does;
        };
    }

    /** How many years it lasts; of designs and models from filing, of varieties from the grant. */
    private static int years(RightClass right) {
        return switch (right) {
            case INVENTION -> 20;
            case UTILITY_MODEL, LAYOUT -> 10;
            case DESIGN, PLANT_VARIETY -> 15;
            case SOFTWARE, OTHER -> 50;
        };
    }

    /** How many days an office takes at least. */
    private static int days(RightClass right) {
        return switch (right) {
            case INVENTION -> 500;
            case UTILITY_MODEL -> 150;
            case DESIGN, LAYOUT -> 120;
            case PLANT_VARIETY -> 700;
            case SOFTWARE, OTHER -> 40;
        };
    }

    private LocalDate between(LocalDate first, LocalDate last) {
        return first.isBefore(last)
                ? first.plusDays(dice.between(0, (int) (last.toEpochDay() - first.toEpochDay())))
                : last;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
