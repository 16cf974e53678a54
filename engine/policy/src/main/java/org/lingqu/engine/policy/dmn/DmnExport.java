package org.lingqu.engine.policy.dmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Clause;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Grant;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Score;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Terms;

/**
 * Writes a policy as a decision model: an input for every value it reads, a decision for every criterion, line of the score
 * table and benefit, and {@link DmnModel#OUTCOME} over all. Answers are those of the interpreter; reasons, missing facts and
 * gaps are not part of a decision model, which its notes say.
 */
public final class DmnExport {

    private static final String IN_FORCE = "在有效期内";
    private static final String WHOLE = "全部条件成立";

    private final Policy policy;
    private final Graph graph;
    private final Conditions conditions;
    private final List<String> notes = new ArrayList<>();

    private DmnExport(Policy policy, Facts facts) {
        this.policy = policy;
        Map<String, String> labels = new HashMap<>(policy.manual());
        policy.score().ifPresent(score -> label(score, labels));
        this.graph = new Graph(facts, labels);
        this.conditions = new Conditions(graph);
    }

    private static void label(Score score, Map<String, String> labels) {
        score.parts().forEach(part -> label(part, labels));
        Terms.each(score.range(), term -> {
            if (term instanceof RangeTerm.Judgement judgement) {
                labels.putIfAbsent(judgement.item(), score.label());
            }
        });
    }

    /** @param facts the dictionary, for types and descriptions of inputs */
    public static DmnModel of(Policy policy, Facts facts) {
        return new DmnExport(policy, facts).model();
    }

    private DmnModel model() {
        notes.add("理由、数据来源、还缺哪些数据、差多少：DMN 没有对应的内容，未导出。");
        inForce();
        policy.score().ifPresent(this::score);
        policy.audience().ifPresent(this::criterion);
        criterion(policy.criteria());
        outcome();
        policy.benefits().forEach(this::benefit);
        grants();
        benefitNotes();
        derivedNotes();
        return new DmnModel(policy, graph.inputs(), graph.decisions(), notes);
    }

    private void inForce() {
        List<Condition> days = new ArrayList<>();
        days.add(day(Comparison.AT_LEAST, policy.validity().from()));
        if (policy.validity().to() != null) {
            days.add(day(Comparison.AT_MOST, policy.validity().to()));
        }
        graph.decision(
                IN_FORCE, "政策在基准日有效", "", DmnType.YES_NO, conditions.of(new Condition.And(days), Supposition.OPEN));
    }

    private static Condition day(Comparison comparison, java.time.LocalDate limit) {
        return new Condition.CompareDates(new DateTerm.AsOf(), comparison, new DateTerm.DateLiteral(limit));
    }

    private static List<Supposition> suppositions(boolean open) {
        return open ? List.of(Supposition.values()) : List.of(Supposition.OPEN);
    }

    private void score(Score score) {
        score.parts().forEach(this::score);
        boolean open = Conditions.isOpen(score.range());
        for (Supposition supposition : suppositions(open)) {
            Ranges ranges = conditions.ranges(supposition);
            String name;
            try {
                Ranges.Ends ends = ranges.of(score.range());
                name = graph.decision(
                        DmnModel.points(score.id()) + supposition.suffix(),
                        score.label(),
                        text(score.clause()),
                        DmnType.POINTS,
                        Trees.context(Trees.entry("low", ends.low()), Trees.entry("high", ends.high())));
            } catch (Inexpressible not) {
                name = elsewhere(
                        DmnModel.points(score.id()) + supposition.suffix(), score.label(), not, DmnType.POINTS);
            }
            ranges.decided(score.range(), name);
            if (!open) {
                String same = name;
                Stream.of(Supposition.YES, Supposition.NO)
                        .forEach(other -> conditions.ranges(other).decided(score.range(), same));
            }
        }
    }

    private String elsewhere(String place, String label, Inexpressible why, DmnType type) {
        notes.add("“" + label + "”（" + place + "）不能由 DMN 引擎精确计算，成为输入：" + why.getMessage());
        return graph.elsewhere(place, label, String.valueOf(why.getMessage()), type);
    }

    private void criterion(Criterion criterion) {
        if (criterion instanceof Criterion.Group group) {
            group.parts().forEach(this::criterion);
        }
        String says = criterion.clause().says();
        Optional<Expression> beside = criterion.when().map(when -> {
            truth("适用_" + criterion.id(), "是否适用：" + says, criterion.clause(), when);
            return Trees.equal(conditions.of(when, Supposition.OPEN), Trees.FALSE);
        });
        truth("成立_" + criterion.id(), "是否成立：" + says, criterion.clause(), criterion.condition());
        graph.decision(
                DmnModel.finding(criterion.id()),
                says,
                text(criterion.clause()),
                DmnType.FINDING,
                finding(Combination.passes(criterion), beside.stream().toList()));
    }

    /** A condition as a decision of its own, under every supposition that matters to it. */
    private void truth(String name, String label, Clause clause, Condition condition) {
        for (Supposition supposition : suppositions(Conditions.isOpen(condition))) {
            String said = name + supposition.suffix();
            try {
                said = graph.decision(said, label, text(clause), DmnType.YES_NO, conditions.of(condition, supposition));
            } catch (Inexpressible not) {
                said = elsewhere(said, label, not, DmnType.YES_NO);
            }
            conditions.decided(condition, supposition, said);
        }
    }

    private static String text(Clause clause) {
        return clause.article().isEmpty() ? clause.says() : clause.article() + "：" + clause.says();
    }

    /** @param beside tests of which each makes it not applicable */
    private Expression finding(Condition condition, List<Expression> beside) {
        Expression truth = conditions.of(condition, Supposition.OPEN);
        boolean named = truth instanceof Expression.Name;
        Expression asked = named ? truth : Trees.name("真值");
        Expression open = Conditions.isOpen(condition)
                ? Trees.choose(
                        Trees.all(Stream.of(Supposition.YES, Supposition.NO)
                                .map(supposition -> Trees.isKnown(conditions.of(condition, supposition)))
                                .toList()),
                        word(Finding.Kind.MANUAL),
                        word(Finding.Kind.UNKNOWN))
                : word(Finding.Kind.UNKNOWN);
        Expression found = Trees.choose(
                Trees.equal(asked, Trees.TRUE),
                word(Finding.Kind.MET),
                Trees.choose(Trees.equal(asked, Trees.FALSE), word(Finding.Kind.NOT_MET), open));
        Expression result = named ? found : Trees.let(List.of(Trees.entry("真值", truth)), "判定", found);
        return beside.isEmpty() ? result : Trees.choose(Trees.any(beside), word(Finding.Kind.NOT_APPLICABLE), result);
    }

    private static Expression word(Finding.Kind kind) {
        return Trees.text(kind.word());
    }

    private static Expression outOfForce() {
        return Trees.equal(Trees.name(IN_FORCE), Trees.FALSE);
    }

    private void outcome() {
        truth(WHOLE, "全部条件成立", policy.criteria().clause(), policy.condition());
        List<Expression> beside = new ArrayList<>();
        beside.add(outOfForce());
        policy.audience()
                .map(who -> Trees.equal(conditions.of(Combination.passes(who), Supposition.OPEN), Trees.FALSE))
                .ifPresent(beside::add);
        graph.decision(
                DmnModel.OUTCOME,
                policy.title() + "：结论",
                policy.document(),
                DmnType.FINDING,
                finding(policy.condition(), beside));
    }

    private void benefit(Benefit benefit) {
        String says = benefit.clause().says();
        benefit.when().ifPresent(when -> truth("优惠条件_" + benefit.id(), "是否成立：" + says, benefit.clause(), when));
        Condition whole = benefit.when()
                .<Condition>map(when -> new Condition.And(List.of(policy.condition(), when)))
                .orElse(policy.condition());
        graph.decision(
                DmnModel.entitlement(benefit.id()),
                "能否享受：" + says,
                text(benefit.clause()),
                DmnType.FINDING,
                finding(whole, List.of(outOfForce())));
        benefit.amount().ifPresent(amount -> {
            try {
                graph.decision(
                        DmnModel.amount(benefit.id()),
                        "金额（元）：" + says,
                        frequency(benefit) + "；取决于未知数据时为 null",
                        DmnType.MONEY,
                        amount(benefit, conditions.numbers(Supposition.OPEN).of(amount)));
            } catch (Inexpressible not) {
                elsewhere(DmnModel.amount(benefit.id()), says, not, DmnType.MONEY);
            }
        });
    }

    private static String frequency(Benefit benefit) {
        return switch (benefit.frequency()) {
            case ONCE -> "能享受时的金额，一次";
            case YEARLY -> "能享受时的金额，每年";
            case NEVER -> "只供了解的数额，并不支付";
        };
    }

    /** Nothing where the benefit's own condition fails, unknown where it is unknown. */
    private Expression amount(Benefit benefit, Guarded amount) {
        return benefit.when()
                .map(when -> conditions.settled(when, Supposition.OPEN))
                .map(when -> Guarded.of(Trees.choose(when.value(), amount.orNull(), Trees.number(0)), List.of(when))
                        .orNull())
                .orElseGet(amount::orNull);
    }

    private void benefitNotes() {
        List<Benefit> paid = policy.benefits().stream()
                .filter(benefit -> benefit.amount().isPresent())
                .toList();
        if (!paid.isEmpty()) {
            notes.add("数据不全时优惠金额的上下限未导出：模型给出 null。");
        }
        if (paid.size() > 1) {
            notes.add("几项优惠合计（互斥、共同上限）未导出：模型分别给出各项金额。");
        }
        policy.stacking()
                .forEach(limit -> notes.add("共同上限 " + limit.most().toPlainString() + " 元未导出："
                        + String.join("、", limit.benefits()) + "。" + text(limit.clause())));
        paid.stream()
                .filter(benefit -> !benefit.excludes().isEmpty())
                .forEach(benefit ->
                        notes.add("互斥未导出：" + benefit.id() + " 与 " + String.join("、", benefit.excludes()) + " 不能同时享受。"));
    }

    private void grants() {
        for (Grant grant : policy.grants()) {
            grant.when()
                    .ifPresent(when -> truth("授予条件_" + grant.title(), "是否成立：" + grant.title(), grant.clause(), when));
            Expression outcome = Trees.name(DmnModel.OUTCOME);
            Expression finding = grant.when()
                    .map(when -> Trees.choose(
                            Trees.equal(outcome, word(Finding.Kind.NOT_APPLICABLE)),
                            outcome,
                            finding(new Condition.And(List.of(policy.condition(), when)), List.of())))
                    .orElse(outcome);
            graph.decision(
                    DmnModel.grant(grant.title()),
                    "授予称号：" + grant.title(),
                    grant.lastingWords() + "；" + text(grant.clause()),
                    DmnType.FINDING,
                    finding);
        }
    }

    private void derivedNotes() {
        policy.yields().ifPresent(yield -> notes.add("由本政策推算“" + yield.fact() + "”的取值未导出：" + text(yield.clause())));
        policy.derived().forEach(derived -> notes.add("“" + derived.fact() + "”由其他数据推算，推算已写入用到它的条件；与填报值矛盾时的提示未导出。"));
    }
}
