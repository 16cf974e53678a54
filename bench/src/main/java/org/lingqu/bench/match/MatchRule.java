package org.lingqu.bench.match;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.NumberTerm;

/** The rule that everybody runs: eight criteria, one of them a score of four banded tables. */
final class MatchRule {

    static final String INDUSTRY = "行业";
    static final String DISHONEST = "严重失信";
    static final List<String> FIGURES =
            List.of("研发费用合计", "销售收入合计", "上年销售收入", "高新技术产品收入", "职工总数", "科技人员", "知识产权", "成立日期");
    static final Set<String> FIELDS =
            Set.of("C26", "C27", "C28", "C31", "C34", "C35", "C36", "C37", "C38", "C39", "C40", "C43");
    static final int LEAST_SCORE = 70;

    private MatchRule() {}

    static Condition founded() {
        return new Condition.CompareDates(
                new DateTerm.FactDate(FactRef.of("成立日期")),
                Comparison.AT_MOST,
                new DateTerm.Moved(new DateTerm.AsOf(), -12, 0));
    }

    static Condition patents() {
        return compare(fact("知识产权"), "1");
    }

    static Condition field() {
        return new Condition.CodeIn(FactRef.of(INDUSTRY), new TreeSet<>(FIELDS));
    }

    static Condition researchers() {
        return compare(ratio("科技人员", "职工总数"), "0.1");
    }

    /** 研发强度 by size: 5 % up to 5,000 万, 4 % up to 2 亿, 3 % above. */
    static Condition intensity() {
        NumberTerm size = fact("上年销售收入");
        return Condition.or(
                Condition.and(
                        new Condition.Compare(size, Comparison.AT_MOST, NumberTerm.literal(50_000_000)),
                        compare(intensityRatio(), "0.05")),
                Condition.and(
                        new Condition.Compare(size, Comparison.GREATER, NumberTerm.literal(50_000_000)),
                        new Condition.Compare(size, Comparison.AT_MOST, NumberTerm.literal(200_000_000)),
                        compare(intensityRatio(), "0.04")),
                Condition.and(
                        new Condition.Compare(size, Comparison.GREATER, NumberTerm.literal(200_000_000)),
                        compare(intensityRatio(), "0.03")));
    }

    static Condition hightech() {
        return compare(ratio("高新技术产品收入", "上年销售收入"), "0.6");
    }

    static Condition honest() {
        return new Condition.Not(new Condition.FactIsTrue(FactRef.of(DISHONEST)));
    }

    static Condition score() {
        return compare(total(), Integer.toString(LEAST_SCORE));
    }

    static NumberTerm total() {
        NumberTerm intensity = steps(intensityRatio(), "0.10", 30, "0.08", 25, "0.06", 20, "0.04", 15, "0.02", 8);
        NumberTerm people = steps(ratio("科技人员", "职工总数"), "0.30", 20, "0.20", 16, "0.10", 12);
        NumberTerm rights = steps(fact("知识产权"), "8", 30, "5", 24, "3", 18, "1", 10);
        NumberTerm share = steps(ratio("高新技术产品收入", "上年销售收入"), "0.80", 20, "0.70", 16, "0.60", 12);
        return new NumberTerm.Add(new NumberTerm.Add(new NumberTerm.Add(intensity, people), rights), share);
    }

    static List<Condition> criteria() {
        return List.of(founded(), patents(), field(), researchers(), intensity(), hightech(), score(), honest());
    }

    static Condition all() {
        return new Condition.And(criteria());
    }

    static NumberTerm intensityRatio() {
        return ratio("研发费用合计", "销售收入合计");
    }

    static NumberTerm ratio(String part, String whole) {
        return new NumberTerm.Divide(fact(part), fact(whole));
    }

    static NumberTerm fact(String name) {
        return new NumberTerm.FactNumber(FactRef.of(name));
    }

    private static Condition compare(NumberTerm term, String least) {
        return new Condition.Compare(term, Comparison.AT_LEAST, NumberTerm.literal(least));
    }

    private static NumberTerm steps(NumberTerm of, Object... bands) {
        var steps = new java.util.ArrayList<NumberTerm.Step>();
        for (int i = 0; i < bands.length; i += 2) {
            steps.add(new NumberTerm.Step(
                    new BigDecimal((String) bands[i]), true, BigDecimal.valueOf((Integer) bands[i + 1])));
        }
        return new NumberTerm.Steps(of, steps, BigDecimal.ZERO);
    }
}
