package org.lingqu.policy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.PolicyPlan;
import org.lingqu.engine.policy.column.PolicyPlan.Outcome;
import org.lingqu.engine.policy.column.PolicyPlan.PolicyTests;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Truth;
import org.lingqu.match.AsksPeople;
import org.lingqu.match.Awards;

/** Reads one policy's findings, and tells who is near: see {@link Standing#NEAR}. */
final class Judge {

    private static final int NOTHING = -1;
    private static final int SEVERAL = -2;

    private final PolicyTests tests;
    private final Findings findings;
    private final BitSet holders;
    private final List<Part> top;
    private final Map<Integer, int[]> awarding;
    private final Stood stood;

    /** How rows stand to another policy, by its place. */
    interface Stood {
        Standing of(int policy, int row);
    }

    /**
     * A criterion that has to be met by itself.
     *
     * @param place among the criteria of the policy
     * @param asks whether people have a say in it: such a one is open for nearly everybody, and hides nobody's step
     * @param all its parts where all of them have to be met; empty for any other criterion
     */
    private record Part(int place, boolean asks, List<Part> all) {}

    /**
     * @param holders rows that hold a title of the policy
     * @param policies all of them, in the order of {@code stood}
     * @param stood asked only of policies that award a title which this one asks for
     */
    Judge(PolicyTests tests, Findings findings, BitSet holders, List<Policy> policies, Awards awards, Stood stood) {
        this.tests = tests;
        this.findings = findings;
        this.holders = holders;
        this.stood = stood;
        this.awarding = awarding(tests, policies, awards);
        this.top = parts(tests.policy().criteria());
    }

    /** By the place of each criterion that asks for a title and nothing else: the policies that award it. */
    private static Map<Integer, int[]> awarding(PolicyTests tests, List<Policy> policies, Awards awards) {
        var found = new HashMap<Integer, int[]>();
        for (int i = 0; i < tests.criteria().size(); i++) {
            int place = i;
            Awards.titlesOf(tests.criteria().get(place).criterion())
                    .ifPresent(titles -> found.put(
                            place,
                            titles.stream()
                                    .flatMap(title -> awards.of(title).stream())
                                    .mapToInt(policies::indexOf)
                                    .filter(policy -> policy >= 0)
                                    .distinct()
                                    .toArray()));
        }
        return found;
    }

    /** Policies of which it has to be known before how rows stand to them. */
    IntStream first() {
        return awarding.values().stream().flatMapToInt(Arrays::stream);
    }

    private List<Part> parts(Criterion criterion) {
        return criterion instanceof Criterion.Group group && group.combination() == Combination.ALL
                ? group.parts().stream()
                        .map(part -> new Part(place(part), AsksPeople.in(part), parts(part)))
                        .toList()
                : List.of();
    }

    private int place(Criterion criterion) {
        return IntStream.range(0, tests.criteria().size())
                .filter(place -> tests.criteria().get(place).criterion().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    Standing standing(int row) {
        return switch (PolicyPlan.outcome(tests, findings, row)) {
            case MET -> Standing.MET;
            case NOT_APPLICABLE -> Standing.NOT_APPLICABLE;
            case OPEN -> Standing.OPEN;
            case NOT_MET -> missedAlone(row) >= 0 ? Standing.NEAR : Standing.NOT_MET;
        };
    }

    /** Place of the one criterion that somebody who is near does not meet; else negative. */
    int missedAlone(int row) {
        if (PolicyPlan.outcome(tests, findings, row) != Outcome.NOT_MET || holders.get(row) || !isMeantFor(row)) {
            return NOTHING;
        }
        int missed = missed(top, row);
        return missed >= 0 && meetsOne(top, row) && leavesAWay(missed, row) ? missed : NOTHING;
    }

    /** A title is no step for whom no policy that awards it is met, open or near. */
    private boolean leavesAWay(int missed, int row) {
        int[] policies = awarding.get(missed);
        return policies == null
                || Arrays.stream(policies).anyMatch(policy -> switch (stood.of(policy, row)) {
                    case MET, NEAR, OPEN -> true;
                    case NOT_MET, NOT_APPLICABLE -> false;
                });
    }

    /** Whether it is known that the policy is meant for it. */
    private boolean isMeantFor(int row) {
        return tests.audience()
                .map(test -> findings.truth(test, row) == Truth.TRUE)
                .orElse(true);
    }

    /** Place of the only one that is not met; {@link #SEVERAL} also where a missing fact may hide a second one. */
    private int missed(List<Part> parts, int row) {
        int missed = NOTHING;
        for (Part part : parts) {
            int here = switch (outcome(part, row)) {
                case MET, NOT_APPLICABLE -> NOTHING;
                case NOT_MET -> part.all().isEmpty() ? part.place() : missed(part.all(), row);
                case OPEN -> part.asks() ? NOTHING : SEVERAL;
            };
            if (here == SEVERAL || (here >= 0 && missed >= 0)) {
                return SEVERAL;
            }
            missed = Math.max(missed, here);
        }
        return missed;
    }

    private boolean meetsOne(List<Part> parts, int row) {
        for (Part part : parts) {
            Outcome outcome = outcome(part, row);
            if (outcome == Outcome.MET || (outcome == Outcome.NOT_MET && meetsOne(part.all(), row))) {
                return true;
            }
        }
        return false;
    }

    private Outcome outcome(Part part, int row) {
        return PolicyPlan.outcome(tests.criteria().get(part.place()), findings, row);
    }
}
