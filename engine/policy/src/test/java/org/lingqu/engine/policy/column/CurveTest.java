package org.lingqu.engine.policy.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lingqu.engine.policy.rule.Comparison;

class CurveTest {

    private static final List<BigDecimal> THRESHOLDS =
            IntStream.range(0, 120).mapToObj(i -> BigDecimal.valueOf(i * 5L, 2)).toList();

    @ParameterizedTest
    @CsvSource({"AT_LEAST,1", "GREATER,2", "LESS,3", "AT_MOST,4", "AT_LEAST,0"})
    void saysWhatTheWholePlanSaysAtEveryThreshold(Comparison comparison, long fixed) {
        long seed = fixed == 0 ? System.nanoTime() : fixed;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        FirmColumns firms = RandomColumns.of(random, 3000);
        var nodes = new RandomNodes(random);
        var ratio = new Node.Arithmetic(Node.Operator.DIVIDED_BY, new Node.Figure("n2"), new Node.Figure("n3"));
        var pivot = new Node.Compare(ratio, comparison, Node.Literal.of(1));
        var other = nodes.test(2);
        var decision = new Node.Any(List.of(
                new Node.All(List.of(pivot, other)), new Node.All(List.of(new Node.Not(pivot), nodes.test(1)))));
        Node.Amount worth = new Node.Figure("n2");
        List<Curve.Point> curve = Curve.of(firms, decision, pivot, THRESHOLDS, Optional.of(worth), 2);
        List<Node.Test> variants = new ArrayList<>();
        for (BigDecimal threshold : THRESHOLDS) {
            var changed = new Node.Compare(ratio, comparison, new Node.Literal(threshold));
            variants.add(new Substitution(Map.of(pivot, changed), Map.of()).in(decision));
        }
        Findings findings = new Plan(variants, List.of(), firms.ranges()).run(firms, 1);
        for (int i = 0; i < THRESHOLDS.size(); i++) {
            assertThat(curve.get(i).met()).as("threshold %s", THRESHOLDS.get(i)).isEqualTo(findings.countMet(i));
            assertThat(curve.get(i).notMet()).isEqualTo(findings.countNotMet(i));
            assertThat(curve.get(i).worth()).isEqualTo(sum(firms, findings, i));
        }
    }

    private static double sum(FirmColumns firms, Findings findings, int test) {
        Column.Figures worth = firms.figures("n2");
        return IntStream.range(0, firms.count())
                .filter(row -> Rows.get(findings.met(test), row))
                .mapToDouble(row -> worth.values()[row] / 100)
                .sum();
    }

    @ParameterizedTest
    @EnumSource(
            value = Comparison.class,
            names = {"EQUAL", "NOT_EQUAL"})
    void equalityHasNoCurve(Comparison comparison) {
        FirmColumns firms = RandomColumns.of(new Random(1), 10);
        var pivot = new Node.Compare(new Node.Figure("n0"), comparison, Node.Literal.of(1));
        assertThatThrownBy(() -> Curve.of(firms, pivot, pivot, THRESHOLDS, Optional.empty(), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thresholdsAscend() {
        FirmColumns firms = RandomColumns.of(new Random(1), 10);
        var pivot = new Node.Compare(new Node.Figure("n0"), Comparison.LESS, Node.Literal.of(1));
        assertThatThrownBy(() -> Curve.of(firms, pivot, pivot, THRESHOLDS.reversed(), Optional.empty(), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
