package org.lingqu.bench.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.NumberTerm;

/** Two hundred made-up policies of five to ten criteria each, with the thresholds that policies like: round and often the same. */
final class ManyPolicies {

    private static final String[][] RATIOS = {
        {"研发费用合计", "销售收入合计"},
        {"科技人员", "职工总数"},
        {"高新技术产品收入", "上年销售收入"},
        {"上年销售收入", "销售收入合计"},
        {"研发费用合计", "职工总数"},
        {"知识产权", "职工总数"}
    };
    private static final String[][] BORDERS = {
        {"0.02", "0.025", "0.03", "0.04", "0.05", "0.06", "0.08", "0.1"},
        {"0.05", "0.1", "0.15", "0.2", "0.25", "0.3"},
        {"0.4", "0.5", "0.55", "0.6", "0.65", "0.7", "0.75", "0.8"},
        {"0.3", "0.35", "0.4", "0.5"},
        {"20000", "50000", "100000", "200000"},
        {"0.005", "0.01", "0.02", "0.05"}
    };

    private final Random random;

    ManyPolicies(long seed) {
        random = new Random(seed);
    }

    /** The criteria of each policy. */
    List<List<Condition>> policies(int count) {
        var policies = new ArrayList<List<Condition>>();
        for (int i = 0; i < count; i++) {
            var criteria = new ArrayList<Condition>();
            int size = random.nextInt(5, 11);
            for (int k = 0; k < size; k++) {
                criteria.add(criterion());
            }
            policies.add(criteria);
        }
        return policies;
    }

    private Condition criterion() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> ratio();
            case 3 -> size();
            case 4 -> atLeast(MatchRule.fact("知识产权"), Integer.toString(random.nextInt(1, 10)));
            case 5 -> fields();
            case 6 ->
                new Condition.CompareDates(
                        new DateTerm.FactDate(FactRef.of("成立日期")),
                        Comparison.AT_MOST,
                        new DateTerm.Moved(new DateTerm.AsOf(), -12 * random.nextInt(1, 11), 0));
            case 7 -> banded();
            case 8 -> score();
            default -> random.nextBoolean() ? MatchRule.honest() : Condition.or(ratio(), size(), ratio());
        };
    }

    private Condition ratio() {
        int which = random.nextInt(RATIOS.length);
        String[] borders = BORDERS[which];
        return atLeast(MatchRule.ratio(RATIOS[which][0], RATIOS[which][1]), borders[random.nextInt(borders.length)]);
    }

    private Condition size() {
        String[] sizes = {"5000000", "10000000", "20000000", "50000000", "100000000", "400000000"};
        return atLeast(MatchRule.fact(random.nextBoolean() ? "上年销售收入" : "研发费用合计"), sizes[random.nextInt(6)]);
    }

    private Condition fields() {
        var codes = new TreeSet<String>();
        int count = random.nextInt(4, 25);
        for (int i = 0; i < count; i++) {
            codes.add(MatchFirms.INDUSTRIES.get(random.nextInt(MatchFirms.INDUSTRIES.size())));
        }
        return new Condition.CodeIn(FactRef.of(MatchRule.INDUSTRY), codes);
    }

    private Condition banded() {
        NumberTerm size = MatchRule.fact("上年销售收入");
        NumberTerm border = NumberTerm.literal(random.nextBoolean() ? 50_000_000 : 200_000_000);
        return Condition.or(
                Condition.and(new Condition.Compare(size, Comparison.AT_MOST, border), ratio()),
                Condition.and(new Condition.Compare(size, Comparison.GREATER, border), ratio()));
    }

    /** A few score tables are shared by many policies, as in life; the pass mark differs. */
    private Condition score() {
        NumberTerm total = MatchRule.total();
        NumberTerm extra = new NumberTerm.Steps(
                MatchRule.fact("职工总数"),
                List.of(new NumberTerm.Step(BigDecimal.valueOf(100L * random.nextInt(1, 5)), true, BigDecimal.TEN)),
                BigDecimal.ZERO);
        return atLeast(new NumberTerm.Add(total, extra), Integer.toString(random.nextInt(10, 18) * 5));
    }

    private static Condition atLeast(NumberTerm term, String border) {
        return new Condition.Compare(term, Comparison.AT_LEAST, NumberTerm.literal(border));
    }
}
