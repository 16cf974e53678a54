package org.lingqu.bench.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.lingqu.engine.policy.agreement.Agreement;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.column.ColumnBuilder;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.column.PolicyPlan.CriterionTests;
import org.lingqu.engine.policy.column.PolicyPlan.PolicyTests;
import org.lingqu.engine.policy.decision.Evaluation;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.decision.Prepared;
import org.lingqu.engine.policy.decision.Prepared.PreparedCriterion;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.gap.Change;
import org.lingqu.engine.policy.gap.Changes;
import org.lingqu.engine.policy.gap.FirmGaps;
import org.lingqu.engine.policy.gap.Gap;
import org.lingqu.engine.policy.gap.Gaps;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Grant;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Truth;

/**
 * What both executions say of the pack and of policies made of it: of the policy, its audience, every criterion and every title.
 * Some firms are moved to where a criterion just holds, and one unit back.
 */
final class PackAgreement {

    private static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 6, 30), LocalDate.of(2025, 6, 30), LocalDate.of(2023, 9, 1));
    private static final double[] MISSING = {0, 0.05, 0.3};

    /** Every so many firms some are made that lie on borders of what that firm lacks. */
    private static final int EVERY = 5;

    private static final int MOST_BORDERS = 4;

    private final long seed;
    private final LocalDate asOf;
    private final List<Policy> policies;
    private final Interpreter interpreter;
    private final PackFirms makers;
    private final Random random;
    private long onBorders;
    private long differences;
    private long unknown;
    private long met;
    private Optional<String> first = Optional.empty();

    private PackAgreement(PolicyPack pack, long seed, int policies) {
        this.seed = seed;
        this.asOf = DAYS.get((int) Math.floorMod(seed, (long) DAYS.size()));
        this.policies = PackVariants.of(pack.inForce(asOf), policies, seed);
        this.interpreter = new Interpreter(pack.facts());
        this.makers = new PackFirms(pack, asOf, seed);
        this.random = new Random(seed);
    }

    /** @param onBorders how many of the firms were moved to a border or one unit short of it */
    record Result(Agreement agreement, long onBorders) {}

    /** Decides so many policies for so many firms twice; the same seed gives the same. */
    static Result of(PolicyPack pack, long seed, int policies, int firms) {
        return new PackAgreement(pack, seed, policies).run(firms);
    }

    private Result run(int count) {
        List<Firm> firms = firms(count);
        FirmColumns columns = ColumnBuilder.of(firms);
        var plan = new PolicyPlan(policies, columns, asOf);
        Findings findings = plan.run(columns, 1);
        List<Both> all = plan.policies().stream()
                .map(tests -> new Both(tests, interpreter.prepared(tests.policy())))
                .toList();
        for (int firm = 0; firm < firms.size(); firm++) {
            var evaluation = interpreter.on(firms.get(firm), asOf).evaluation();
            for (Both both : all) {
                compare(both, evaluation, findings, firm);
            }
        }
        long pairs = (long) firms.size() * policies.size();
        return new Result(new Agreement(pairs, differences, unknown, met, findings.secondLooks(), first), onBorders);
    }

    private List<Firm> firms(int count) {
        var gaps = new Gaps(interpreter);
        List<Firm> firms = new ArrayList<>();
        for (int number = 0; firms.size() < count; number++) {
            Firm firm = makers.firm(number, MISSING[number % MISSING.length]);
            firms.add(firm);
            if (number % EVERY == 0) {
                FirmGaps lacking = gaps.on(interpreter.on(firm, asOf));
                Policy policy = policies.get(random.nextInt(policies.size()));
                lacking.of(policy).stream().flatMap(gap -> borders(gap, firm)).forEach(firms::add);
            }
        }
        return firms;
    }

    private Stream<Firm> borders(Gap gap, Firm firm) {
        return gap.criteria().stream()
                .flatMap(criterion -> criterion.ways().stream())
                .flatMap(way -> way instanceof Change.Amount amount ? Stream.of(amount) : Stream.empty())
                .limit(MOST_BORDERS)
                .flatMap(amount -> Stream.of(amount, oneUnitShort(amount)))
                .map(change -> {
                    onBorders++;
                    return new Firm(
                            firm.id() + "b" + onBorders,
                            firm.name(),
                            Changes.apply(firm.facts(), List.of(change), asOf));
                });
    }

    /** One unit less of the way. */
    private static Change.Amount oneUnitShort(Change.Amount amount) {
        BigDecimal unit = amount.to().scale() > 0 ? new BigDecimal("0.0001") : BigDecimal.ONE;
        BigDecimal less = amount.to()
                .subtract(unit.multiply(BigDecimal.valueOf(amount.difference().signum())));
        return new Change.Amount(amount.ref(), amount.from(), less, amount.unit(), amount.money());
    }

    /** A policy in columns and in the interpreter. */
    private record Both(PolicyTests tests, Prepared prepared, IdentityHashMap<Criterion, PreparedCriterion> criteria) {

        Both(PolicyTests tests, Prepared prepared) {
            this(tests, prepared, new IdentityHashMap<>());
            prepared.roots().forEach(this::add);
        }

        private void add(PreparedCriterion criterion) {
            criteria.put(criterion.criterion(), criterion);
            criterion.parts().forEach(this::add);
        }

        PreparedCriterion prepared(CriterionTests test) {
            PreparedCriterion found = criteria.get(test.criterion());
            if (found == null) {
                throw new IllegalStateException(
                        "not prepared: " + test.criterion().id());
            }
            return found;
        }
    }

    private void compare(Both both, Evaluation evaluation, Findings findings, int firm) {
        PolicyTests tests = both.tests();
        Truth whole = evaluation.truth(both.prepared().whole());
        unknown += whole == Truth.UNKNOWN ? 1 : 0;
        met += whole == Truth.TRUE ? 1 : 0;
        String different = whole == findings.truth(tests.decision(), firm) ? "" : "whole";
        if (tests.audience().isPresent()) {
            Condition who = both.prepared().audience().orElseThrow().passes();
            different = same(who, tests.audience().get(), evaluation, findings, firm) ? different : "audience";
        }
        for (CriterionTests test : tests.criteria()) {
            PreparedCriterion criterion = both.prepared(test);
            boolean same = same(criterion.passes(), test.passes(), evaluation, findings, firm)
                    && (test.asked().isEmpty()
                            || same(criterion.when().orElseThrow(), test.asked().get(), evaluation, findings, firm));
            different = same ? different : test.criterion().id();
        }
        for (int i = 0; i < tests.grants().size(); i++) {
            Grant grant = tests.policy().grants().get(i);
            Truth held = grant.when().map(evaluation::truth).orElse(Truth.TRUE).and(whole);
            different = held == findings.truth(tests.grants().get(i), firm) ? different : grant.title();
        }
        if (!different.isEmpty()) {
            differences++;
            if (first.isEmpty()) {
                first = Optional.of("pack, seed " + seed + " on " + asOf + ", firm " + firm + ", "
                        + tests.policy().fullName() + ": " + different);
            }
        }
    }

    private static boolean same(Condition condition, int test, Evaluation evaluation, Findings findings, int firm) {
        return evaluation.truth(condition) == findings.truth(test, firm);
    }
}
