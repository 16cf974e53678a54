package org.lingqu.engine.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Truth;

/** Minimal sets of missing facts against brute force, on trees in which every fact stands once. */
class NeedsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
    private static final int ROUNDS = 3000;

    @Test
    void aSetSettlesAndNothingLessDoes() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        for (int round = 0; round < ROUNDS; round++) {
            var random = new Random(seed + round);
            var leaves = new ArrayList<String>();
            Condition condition = condition(random, 3, leaves);
            FirmFacts facts = facts(random, leaves, new HashSet<>(leaves));
            if (leaves.size() > 6 || new Evaluation(facts, DAY).truth(condition).isKnown()) {
                continue;
            }
            Set<Set<Missing>> said = new HashSet<>(new Needs(new Evaluation(facts, DAY)).settle(condition));
            assertThat(said).as("seed %d %s", seed + round, condition).isEqualTo(bruteForce(condition, facts, leaves));
        }
    }

    /** With whatever values: nothing that was promised to settle it leaves it open, and what is said to exclude alone does. */
    @Test
    void whatIsNeededSettlesWhateverItIs() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        int open = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var random = new Random(seed + round);
            var leaves = new ArrayList<String>();
            Condition condition = condition(random, 3, leaves);
            FirmFacts facts = facts(random, leaves, new HashSet<>(leaves));
            var evaluation = new Evaluation(facts, DAY);
            if (leaves.size() > 8 || evaluation.truth(condition).isKnown()) {
                continue;
            }
            open++;
            var needs = new Needs(evaluation);
            List<Missing> needed = needs.needed(condition);
            List<Missing> excluding = needs.excluding(condition);
            assertThat(truths(condition, facts, needed))
                    .as("seed %d %s", seed + round, condition)
                    .doesNotContain(Truth.UNKNOWN);
            for (Missing alone : excluding) {
                assertThat(truths(condition, facts, List.of(alone)))
                        .as("seed %d %s alone %s", seed + round, condition, alone)
                        .contains(Truth.FALSE);
            }
            assertThat(needed.stream().map(excluding::contains).toList())
                    .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        }
        assertThat(open).isGreaterThan(ROUNDS / 10);
    }

    /** Of three things that are all asked for, one is enough for a no and all of them for a yes. */
    @Test
    void aYesTakesAllAndANoOne() {
        var leaves = new ArrayList<String>();
        var all = new Condition.And(List.of(
                flag(leaves),
                new Condition.Compare(number(leaves), Comparison.AT_LEAST, NumberTerm.literal(10)),
                new Condition.Or(List.of(flag(leaves), flag(leaves)))));
        var needs = new Needs(new Evaluation(FirmFacts.builder().build(), DAY));
        assertThat(needs.needed(all)).extracting(Missing::toString).containsExactly("b0", "n1", "b2", "b3");
        assertThat(needs.excluding(all)).extracting(Missing::toString).containsExactlyInAnyOrder("b0", "n1");
    }

    private static Set<Truth> truths(Condition condition, FirmFacts facts, List<Missing> filled) {
        Set<Truth> truths = new HashSet<>();
        for (int values = 0; values < 1 << filled.size(); values++) {
            var builder = facts.toBuilder();
            for (int i = 0; i < filled.size(); i++) {
                fill(builder, filled.get(i).toString(), (values >> i & 1) == 1);
            }
            truths.add(new Evaluation(builder.build(), DAY).truth(condition));
        }
        return truths;
    }

    /** All minimal sets of missing facts for which some values make the condition known. */
    private static Set<Set<Missing>> bruteForce(Condition condition, FirmFacts facts, List<String> leaves) {
        List<String> missing = leaves.stream()
                .filter(leaf -> facts.get(FactRef.of(leaf), DAY) == null)
                .toList();
        Set<Set<Missing>> minimal = new HashSet<>();
        List<Integer> choices = new ArrayList<>();
        for (int i = 1; i < 1 << missing.size(); i++) {
            choices.add(i);
        }
        choices.sort(java.util.Comparator.comparingInt(Integer::bitCount));
        for (int choice : choices) {
            Set<Missing> set = new HashSet<>();
            for (int i = 0; i < missing.size(); i++) {
                if ((choice >> i & 1) == 1) {
                    set.add(new Missing.MissingFact(FactRef.of(missing.get(i))));
                }
            }
            if (minimal.stream().noneMatch(set::containsAll) && canSettle(condition, facts, missing, choice)) {
                minimal.add(set);
            }
        }
        return minimal;
    }

    private static boolean canSettle(Condition condition, FirmFacts facts, List<String> missing, int choice) {
        for (int values = 0; values < 1 << missing.size(); values++) {
            var filled = facts.toBuilder();
            for (int i = 0; i < missing.size(); i++) {
                if ((choice >> i & 1) == 1) {
                    fill(filled, missing.get(i), (values >> i & 1) == 1);
                }
            }
            if (new Evaluation(filled.build(), DAY).truth(condition) != Truth.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    private static void fill(FirmFacts.Builder builder, String leaf, boolean high) {
        if (leaf.startsWith("n")) {
            builder.put(leaf, new FactValue.Amount(BigDecimal.valueOf(high ? 1000 : 0)), "test");
        } else {
            builder.put(leaf, new FactValue.YesNo(high), "test");
        }
    }

    private static FirmFacts facts(Random random, List<String> leaves, Set<String> all) {
        var builder = FirmFacts.builder();
        for (String leaf : leaves) {
            if (all.contains(leaf) && random.nextBoolean()) {
                fill(builder, leaf, random.nextBoolean());
            }
        }
        return builder.build();
    }

    private static Condition condition(Random random, int depth, List<String> leaves) {
        int kind = depth == 0 ? random.nextInt(3) : random.nextInt(9);
        return switch (kind) {
            case 0, 1 -> flag(leaves);
            case 2 -> new Condition.Compare(number(leaves), Comparison.AT_LEAST, NumberTerm.literal(10));
            case 3 -> new Condition.Not(condition(random, depth - 1, leaves));
            case 4 -> new Condition.And(some(random, depth, leaves));
            case 5 -> new Condition.Or(some(random, depth, leaves));
            case 6 -> new Condition.AtLeast(2, some(random, depth, leaves));
            case 7 ->
                new Condition.If(
                        flag(leaves), condition(random, depth - 1, leaves), condition(random, depth - 1, leaves));
            default -> score(random, leaves);
        };
    }

    private static List<Condition> some(Random random, int depth, List<String> leaves) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            parts.add(condition(random, depth - 1, leaves));
        }
        return parts;
    }

    private static Condition flag(List<String> leaves) {
        leaves.add("b" + leaves.size());
        return new Condition.FactIsTrue(FactRef.of(leaves.getLast()));
    }

    private static NumberTerm number(List<String> leaves) {
        leaves.add("n" + leaves.size());
        return new NumberTerm.FactNumber(FactRef.of(leaves.getLast()));
    }

    private static Condition score(Random random, List<String> leaves) {
        List<RangeTerm> items = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int points = 10 * (1 + random.nextInt(4));
            var step = new NumberTerm.Step(BigDecimal.TEN, true, BigDecimal.valueOf(points));
            items.add(new RangeTerm.Points(
                    new NumberTerm.Steps(number(leaves), List.of(step), BigDecimal.ZERO),
                    BigDecimal.ZERO,
                    BigDecimal.valueOf(points)));
        }
        RangeTerm total = random.nextBoolean() ? new RangeTerm.Sum(items) : new RangeTerm.Best(items);
        return new Condition.CompareRange(
                total, Comparison.AT_LEAST, NumberTerm.literal(10L * (1 + random.nextInt(8))));
    }
}
