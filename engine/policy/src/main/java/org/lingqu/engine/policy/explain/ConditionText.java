package org.lingqu.engine.policy.explain;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.engine.policy.rule.Terms;

/** A condition in Chinese, with figures in the units that people use. */
public final class ConditionText {

    private static final int PLACES = 4;

    private final Facts facts;

    /** @param facts the dictionary, for the units of borders */
    public ConditionText(Facts facts) {
        this.facts = facts;
    }

    /** All of it in one line; definitions stand in it as what they mean, so it may be long. */
    public String of(Condition condition) {
        return switch (condition) {
            case Condition.Constant constant ->
                switch (constant.value()) {
                    case TRUE -> "总是";
                    case FALSE -> "从不";
                    case UNKNOWN -> "不确定";
                };
            case Condition.Compare(var left, var comparison, var right) ->
                side(left, right) + " " + sign(comparison) + " " + side(right, left);
            case Condition.CompareRange(var range, var comparison, var bound) ->
                (range instanceof RangeTerm.Points points ? Terms.text(points.points()) : "得分") + " " + sign(comparison)
                        + " " + Terms.text(bound);
            case Condition.CompareDates(var left, var comparison, var right) ->
                day(left) + " " + sign(comparison) + " " + day(right);
            case Condition.FactIsTrue(var ref) -> ref.toString();
            case Condition.CodeIn(var ref, var codes) -> ref + " 为 " + codes(codes);
            case Condition.CodeStartsWith(var ref, var prefixes) -> ref + " 以 " + codes(prefixes) + " 开头";
            case Condition.ListHasAny(var ref, var codes) -> ref + " 含 " + codes(codes);
            case Condition.HoldsTitle(var title) -> "持有“" + title + "”";
            case Condition.IsKnown(var term) -> "已填 " + Terms.text(term);
            case Condition.YearExists(var fact, int yearsBack) -> "前" + yearsBack + "年企业已成立";
            case Condition.Asked(var item) -> "人工确认 " + item;
            case Condition.Not(var inner) -> "不是（" + of(inner) + "）";
            case Condition.And(var parts) -> joined(parts, " 且 ");
            case Condition.Or(var parts) -> joined(parts, " 或 ");
            case Condition.AtLeast(int count, var parts) -> "以下至少 " + count + " 项：" + joined(parts, "；");
            case Condition.If(var when, var then, var otherwise) ->
                "若 " + of(when) + " 则 " + of(then) + "，否则 " + of(otherwise);
            case Condition.Derived derived -> of(derived.supplied());
        };
    }

    /** A border takes the unit of what it is compared with. */
    private String side(NumberTerm term, NumberTerm other) {
        return term instanceof NumberTerm.Literal(var value)
                ? Figures.of(Rational.of(value), Measure.of(other, facts), PLACES)
                : Terms.text(term);
    }

    private static String sign(Comparison comparison) {
        return switch (comparison) {
            case LESS -> "<";
            case AT_MOST -> "≤";
            case EQUAL -> "=";
            case NOT_EQUAL -> "≠";
            case AT_LEAST -> "≥";
            case GREATER -> ">";
        };
    }

    private static String day(DateTerm term) {
        return switch (term) {
            case DateTerm.DateLiteral(var value) -> value.toString();
            case DateTerm.FactDate(var ref) -> ref.toString();
            case DateTerm.AsOf asOf -> "基准日";
            case DateTerm.YearEnd(int yearsBack) -> yearsBack == 1 ? "上年末" : "前" + yearsBack + "年末";
            case DateTerm.Moved(var from, int months, int days) ->
                day(from) + (months == 0 ? "" : "移" + months + "个月") + (days == 0 ? "" : "移" + days + "天");
        };
    }

    private String joined(List<Condition> parts, String between) {
        return parts.stream()
                .map(part ->
                        part instanceof Condition.And || part instanceof Condition.Or ? "（" + of(part) + "）" : of(part))
                .collect(Collectors.joining(between));
    }

    private static String codes(Collection<String> codes) {
        return String.join("、", codes);
    }
}
