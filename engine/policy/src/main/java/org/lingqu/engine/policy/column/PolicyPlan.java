package org.lingqu.engine.policy.column;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.DerivedFact;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Truth;

/** All policies over all firms: one plan, and which of its tests belong to which policy and criterion. */
public final class PolicyPlan {

    /**
     * A criterion's places in the findings.
     *
     * @param passes the test that it holds or is not asked
     * @param asked the test whether it is asked of the firm at all; empty when it is asked of everybody
     */
    public record CriterionTests(Criterion criterion, int passes, Optional<Integer> asked) {}

    /**
     * A policy's places in the findings.
     *
     * @param decision the test that the firm gets it
     * @param audience the test that it is meant for the firm; empty when it is meant for everybody
     * @param criteria every criterion below the root, parts behind their groups
     * @param grants for each title of the policy the test that the firm gets it, in the order of {@link Policy#grants()}
     */
    public record PolicyTests(
            Policy policy,
            int decision,
            Optional<Integer> audience,
            List<CriterionTests> criteria,
            List<Integer> grants) {
        public PolicyTests {
            criteria = List.copyOf(criteria);
            grants = List.copyOf(grants);
        }
    }

    /** What a policy or criterion says of a firm, as far as columns tell: whether a person is to be asked they do not. */
    public enum Outcome {
        MET,
        NOT_MET,
        OPEN,
        NOT_APPLICABLE
    }

    private final List<Node.Test> tests = new ArrayList<>();
    private final List<PolicyTests> policies = new ArrayList<>();
    private final SequencedMap<String, Integer> conflicts = new LinkedHashMap<>();
    private final Lowering lowering;
    private final Plan plan;

    /**
     * @param policies versions in force on the day
     * @param firms the columns there are; what is in none of them is missing
     */
    public PolicyPlan(List<Policy> policies, FirmSchema firms, LocalDate asOf) {
        lowering = new Lowering(asOf, firms::has);
        policies.forEach(this::add);
        addConflicts(policies);
        plan = new Plan(tests, List.of(), firms.ranges());
    }

    /** The columns that policies look at on a day, by name, whether there are such or not. */
    public static SequencedMap<String, ColumnKind> columns(List<Policy> policies, LocalDate asOf) {
        var lowering = new Lowering(asOf, name -> true);
        List<Node.Test> tests = policies.stream()
                .flatMap(policy -> Stream.concat(policy.audience().stream(), Stream.of(policy.criteria())))
                .flatMap(PolicyPlan::withParts)
                .flatMap(criterion -> Stream.concat(Stream.of(criterion.condition()), criterion.when().stream()))
                .map(lowering::lower)
                .toList();
        return ColumnsUsed.of(tests, List.of());
    }

    /** Of every derived fact that is read: whether what somebody supplied cannot be right. Unknown where nothing is supplied. */
    private void addConflicts(List<Policy> policies) {
        Map<String, Set<Node.Test>> found = new LinkedHashMap<>();
        for (Policy policy : policies) {
            for (DerivedFact fact : policy.derived()) {
                found.computeIfAbsent(fact.fact(), name -> new LinkedHashSet<>())
                        .add(conflict(fact));
            }
        }
        found.forEach((fact, ways) -> conflicts.put(fact, test(new Node.Any(List.copyOf(ways)))));
    }

    private Node.Test conflict(DerivedFact fact) {
        List<Node.Test> ways = new ArrayList<>();
        for (String value : fact.values()) {
            ways.add(new Node.All(List.of(
                    supplied(fact, Set.of(value)), new Node.Not(lowering.lower(fact.computed(value::equals))))));
        }
        ways.add(new Node.All(List.of(
                new Node.Not(supplied(fact, fact.values())),
                new Node.Not(lowering.lower(fact.computed(value -> false))))));
        return new Node.Any(ways);
    }

    private Node.Test supplied(DerivedFact fact, Set<String> values) {
        return lowering.lower(new Condition.CodeIn(fact.ref(), new TreeSet<>(values)));
    }

    private void add(Policy policy) {
        var criteria = new ArrayList<CriterionTests>();
        parts(policy.criteria())
                .flatMap(PolicyPlan::withParts)
                .forEach(criterion -> criteria.add(new CriterionTests(
                        criterion, test(passes(criterion)), criterion.when().map(this::test))));
        Node.Test asked = passes(policy.criteria());
        Optional<Node.Test> audience = policy.audience().map(this::passes);
        Node.Test decision = audience.<Node.Test>map(who -> new Node.All(List.of(who, asked)))
                .orElse(asked);
        int whole = test(decision);
        List<Integer> grants = policy.grants().stream()
                .map(grant -> grant.when()
                        .map(when -> test(new Node.All(List.of(decision, lowering.lower(when)))))
                        .orElse(whole))
                .toList();
        policies.add(new PolicyTests(policy, whole, audience.map(this::test), criteria, grants));
    }

    private static Stream<Criterion> parts(Criterion criterion) {
        return criterion instanceof Criterion.Group group ? group.parts().stream() : Stream.of(criterion);
    }

    private static Stream<Criterion> withParts(Criterion criterion) {
        return criterion instanceof Criterion.Group
                ? Stream.concat(Stream.of(criterion), parts(criterion).flatMap(PolicyPlan::withParts))
                : Stream.of(criterion);
    }

    private Node.Test passes(Criterion criterion) {
        Node.Test holds = lowering.lower(criterion.condition());
        return criterion
                .when()
                .<Node.Test>map(when -> new Node.Any(List.of(new Node.Not(lowering.lower(when)), holds)))
                .orElse(holds);
    }

    private int test(Condition condition) {
        return test(lowering.lower(condition));
    }

    private int test(Node.Test test) {
        tests.add(test);
        return tests.size() - 1;
    }

    public List<PolicyTests> policies() {
        return List.copyOf(policies);
    }

    /** By derived fact that policies read: the test that what was supplied contradicts what is worked out of other facts. */
    public SequencedMap<String, Integer> conflicts() {
        return Collections.unmodifiableSequencedMap(conflicts);
    }

    /** The tests of policies, audiences and criteria, called as columns of findings are: {@code cn/high-tech@2016#rd-ratio}. */
    public SequencedMap<String, Integer> named() {
        SequencedMap<String, Integer> named = new LinkedHashMap<>();
        for (PolicyTests policy : policies) {
            String name = policy.policy().fullName();
            named.put(name, policy.decision());
            policy.audience().ifPresent(test -> named.put(name + "#audience", test));
            policy.criteria()
                    .forEach(criterion ->
                            named.put(name + "#" + criterion.criterion().id(), criterion.passes()));
        }
        return named;
    }

    /** How many criteria there are in all policies. */
    public int criteria() {
        return policies.stream().mapToInt(policy -> policy.criteria().size()).sum();
    }

    /** The columns it looks at, by name, and what each has to hold. */
    public SequencedMap<String, ColumnKind> columns() {
        return plan.columns();
    }

    /** What it finds of no firm at all. */
    public Findings noFindings() {
        return new Findings(plan, new FirmColumns(0, List.of()));
    }

    public Findings run(FirmSource columns, int threads) {
        return plan.run(columns, threads);
    }

    /** What a policy says of a firm. */
    public static Outcome outcome(PolicyTests policy, Findings findings, int firm) {
        boolean outside = policy.audience()
                .filter(test -> findings.truth(test, firm) == Truth.FALSE)
                .isPresent();
        return outside ? Outcome.NOT_APPLICABLE : outcome(findings.truth(policy.decision(), firm));
    }

    /** What a criterion says of a firm. */
    public static Outcome outcome(CriterionTests criterion, Findings findings, int firm) {
        boolean unasked = criterion
                .asked()
                .filter(test -> findings.truth(test, firm) == Truth.FALSE)
                .isPresent();
        return unasked ? Outcome.NOT_APPLICABLE : outcome(findings.truth(criterion.passes(), firm));
    }

    private static Outcome outcome(Truth truth) {
        return switch (truth) {
            case TRUE -> Outcome.MET;
            case FALSE -> Outcome.NOT_MET;
            case UNKNOWN -> Outcome.OPEN;
        };
    }

    /** The one top criterion that a firm misses when it meets all others of an all-of policy; empty otherwise. */
    public static Optional<CriterionTests> oneStepAway(PolicyTests policy, Findings findings, int firm) {
        if (!(policy.policy().criteria() instanceof Criterion.Group group)
                || group.combination() != org.lingqu.engine.policy.pack.Combination.ALL) {
            return Optional.empty();
        }
        Optional<CriterionTests> missed = Optional.empty();
        for (CriterionTests criterion : policy.criteria()) {
            if (group.parts().contains(criterion.criterion())) {
                Outcome outcome = outcome(criterion, findings, firm);
                if (outcome == Outcome.OPEN || (outcome == Outcome.NOT_MET && missed.isPresent())) {
                    return Optional.empty();
                }
                missed = outcome == Outcome.NOT_MET ? Optional.of(criterion) : missed;
            }
        }
        return missed;
    }
}
