package org.lingqu.engine.policy.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.PeriodRule;
import org.lingqu.engine.policy.gap.Change;

/**
 * Changes as what somebody can do, in Chinese, for letters and lists. Nobody is told to change a year that is over: of such a year it
 * is said what its figure lacks. Amounts are rounded to two places, never so that too little is asked; {@link DecisionText} has
 * them exact.
 */
public final class Steps {

    /** Where no effort and no waiting helps. */
    public static final String FIXED = "这一条由事实决定，不能靠补足达到";

    /** Where effort might help, and no single or joint change was found that does. */
    public static final String NOT_FOUND = "没有找到企业自己能够做到的办法";

    private static final String NEXT_YEAR = "；该年度已结束，下一年度达到即可";

    private final Facts facts;
    private final LocalDate asOf;

    public Steps(Facts facts, LocalDate asOf) {
        this.facts = facts;
        this.asOf = asOf;
    }

    /** Any of these; empty for none. */
    public String any(List<Change> ways) {
        return joined(ways, "，或");
    }

    /**
     * All of these together; empty for none.
     *
     * @param earliest the day until which they have to wait; null if any day will do
     */
    public String all(List<Change> changes, @Nullable LocalDate earliest) {
        var parts = new ArrayList<String>();
        if (!changes.isEmpty()) {
            parts.add(joined(changes, "，并且"));
        }
        if (earliest != null) {
            parts.add(earliest + " 起" + (changes.isEmpty() ? "自然符合" : "符合"));
        }
        return String.join("；", parts);
    }

    private String joined(List<Change> changes, String between) {
        List<String> told = changes.stream().map(this::one).toList();
        return String.join(between, told) + (changes.stream().anyMatch(Steps::isOver) ? NEXT_YEAR : "");
    }

    private static boolean isOver(Change change) {
        return change instanceof Change.Amount amount && amount.ref().yearsBack() > 0;
    }

    private String one(Change change) {
        return switch (change) {
            case Change.Amount amount -> amount(amount);
            case Change.Turn turn -> (turn.to() ? "做到“" : "解除“") + name(turn.ref(), facts, asOf) + "”";
            case Change.Title title -> "取得“" + title.title() + "”称号";
        };
    }

    private String amount(Change.Amount amount) {
        boolean up = amount.difference().signum() > 0;
        if (isAnythingAtAll(amount)) {
            return name(amount.ref(), facts, asOf) + "为0，须大于0";
        }
        String by = amount.unit().isEmpty()
                ? Figures.plain(percent(amount.difference().abs(), RoundingMode.UP)) + "个百分点"
                : figure(amount, amount.difference().abs(), RoundingMode.UP);
        String from = figure(amount, amount.from(), up ? RoundingMode.FLOOR : RoundingMode.CEILING);
        String to = figure(amount, amount.to(), up ? RoundingMode.CEILING : RoundingMode.FLOOR);
        String name = name(amount.ref(), facts, asOf);
        if (isOver(amount)) {
            return name + "比要求" + (up ? "少" : "多") + by + "（" + from + "，须" + to + "）";
        }
        return up ? name + "增加" + by + "（从" + from + "到" + to + "）" : name + "从" + from + "到" + to;
    }

    /** Where a single yuan would do, that yuan is not the matter. */
    private static boolean isAnythingAtAll(Change.Amount amount) {
        return amount.money() && amount.from().signum() == 0 && amount.to().compareTo(BigDecimal.ONE) == 0;
    }

    private static String figure(Change.Amount amount, BigDecimal value, RoundingMode rounding) {
        if (amount.money()) {
            return Figures.money(value, amount.difference(), rounding);
        }
        return amount.unit().isEmpty()
                ? Figures.plain(percent(value, rounding)) + "%"
                : Figures.plain(value) + amount.unit();
    }

    private static BigDecimal percent(BigDecimal value, RoundingMode rounding) {
        return value.movePointRight(2).setScale(2, rounding);
    }

    /** A fact as a person names it: 2025年研发费用, 2025年末资产总额, Ⅱ类知识产权. */
    static String name(FactRef ref, Facts facts, LocalDate asOf) {
        if (!ref.isYearly()) {
            return ref.fact();
        }
        Fact fact = facts.get(ref.fact());
        boolean stock = fact != null && fact.period() == PeriodRule.YEAR_END;
        return ref.year(asOf) + (stock ? "年末" : "年") + ref.fact();
    }
}
