package org.lingqu.engine.policy.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.lingqu.engine.policy.column.ColumnBuilder;
import org.lingqu.engine.policy.column.Findings;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.Lowering;
import org.lingqu.engine.policy.column.Plan;
import org.lingqu.engine.policy.decision.Evaluation;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Truth;

/**
 * What both executions said of random rules and firms.
 *
 * @param pairs how many (rule, firm) pairs were decided twice
 * @param differences in how many of them the answers differed; the promise is none
 * @param unknown how many pairs were unknown, so that a reader sees that not everything was
 * @param met how many were met
 * @param secondLooks how often doubles were too close to call
 * @param first the first difference, for the one who mends it
 */
public record Agreement(
        long pairs, long differences, long unknown, long met, long secondLooks, Optional<String> first) {

    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);

    /** Decides so many random rules over so many random firms twice; the same seed gives the same. */
    public static Agreement of(long seed, int rules, int firms) {
        var random = new Random(seed);
        List<Firm> made = new RandomFirms(random, AS_OF).firms(firms);
        var maker = new RandomRules(random);
        List<Condition> conditions =
                IntStream.range(0, rules).mapToObj(i -> maker.condition(3)).toList();
        FirmColumns columns = ColumnBuilder.of(made);
        var lowering = new Lowering(AS_OF, columns::has);
        Findings findings = new Plan(conditions.stream().map(lowering::lower).toList(), List.of(), columns.ranges())
                .run(columns, 1);
        return compare(seed, made, conditions, findings);
    }

    private static Agreement compare(long seed, List<Firm> firms, List<Condition> conditions, Findings findings) {
        long differences = 0;
        long unknown = 0;
        long met = 0;
        Optional<String> first = Optional.empty();
        for (int firm = 0; firm < firms.size(); firm++) {
            var evaluation = new Evaluation(firms.get(firm).facts(), AS_OF);
            for (int rule = 0; rule < conditions.size(); rule++) {
                Truth said = evaluation.truth(conditions.get(rule));
                unknown += said == Truth.UNKNOWN ? 1 : 0;
                met += said == Truth.TRUE ? 1 : 0;
                if (said != findings.truth(rule, firm)) {
                    differences++;
                    if (first.isEmpty()) {
                        first = Optional.of("seed " + seed + " firm " + firm + " rule " + rule + ": interpreter " + said
                                + ", columns " + findings.truth(rule, firm) + ": " + conditions.get(rule));
                    }
                }
            }
        }
        return new Agreement(
                (long) firms.size() * conditions.size(), differences, unknown, met, findings.secondLooks(), first);
    }

    /** Both taken together. */
    public Agreement plus(Agreement other) {
        return new Agreement(
                pairs + other.pairs,
                differences + other.differences,
                unknown + other.unknown,
                met + other.met,
                secondLooks + other.secondLooks,
                first.or(other::first));
    }
}
