package org.lingqu.engine.policy.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Truth;

class PlanTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5})
    void saysOfEveryFirmWhatFractionsSay(long fixed) {
        long seed = fixed == 0 ? System.nanoTime() : fixed;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        FirmColumns firms = RandomColumns.of(random, 1100);
        var nodes = new RandomNodes(random);
        List<Node.Test> tests =
                IntStream.range(0, 40).mapToObj(i -> nodes.test(3)).toList();
        List<Node.Amount> scores =
                IntStream.range(0, 6).mapToObj(i -> nodes.amount(2)).toList();
        Findings findings = new Plan(tests, scores, firms.ranges()).run(firms, 2);
        for (int firm = 0; firm < firms.count(); firm++) {
            var exact = new ExactRow(firms, firm);
            for (int i = 0; i < tests.size(); i++) {
                assertThat(findings.truth(i, firm))
                        .as("seed %d firm %d: %s", seed, firm, tests.get(i))
                        .isEqualTo(exact.test(tests.get(i)));
            }
            for (int i = 0; i < scores.size(); i++) {
                compare(findings, i, firm, exact.amount(scores.get(i)), scores.get(i), seed);
            }
        }
        System.out.println("second looks " + findings.secondLooks());
    }

    private static void compare(
            Findings findings,
            int index,
            int firm,
            @org.jspecify.annotations.Nullable Fraction exact,
            Node.Amount node,
            long seed) {
        Double amount = findings.amount(index, firm);
        assertThat(amount == null).as("seed %d firm %d: %s", seed, firm, node).isEqualTo(exact == null);
        if (amount != null && exact != null && findings.amount(index).exact()) {
            assertThat(amount).as("seed %d firm %d: %s", seed, firm, node).isEqualTo(exact.doubleValue());
        }
    }

    @Test
    void fivePercentIsFivePercent() {
        FirmColumns firms = firms(new double[] {5, 499, 15, 3}, new double[] {100, 10_000, 300, 0});
        var ratio = new Node.Arithmetic(Node.Operator.DIVIDED_BY, new Node.Figure("a"), new Node.Figure("b"));
        var test = new Node.Compare(ratio, Comparison.AT_LEAST, new Node.Literal(new BigDecimal("0.05")));
        Findings findings = new Plan(List.of(test), List.of(), firms.ranges()).run(firms, 1);
        assertThat(IntStream.range(0, 4).mapToObj(firm -> findings.truth(0, firm)))
                .containsExactly(Truth.TRUE, Truth.FALSE, Truth.TRUE, Truth.UNKNOWN);
        assertThat(findings.secondLooks()).isZero();
    }

    @Test
    void theWholePartOfAQuotientNeedsNoSecondLook() {
        double large = 0x1p52;
        FirmColumns firms =
                firms(new double[] {7, 8, -7, -8, large - 1, large - 2, 5}, new double[] {2, 2, 2, 2, 3, large - 1, 0});
        var ratio = new Node.Arithmetic(Node.Operator.DIVIDED_BY, new Node.Figure("a"), new Node.Figure("b"));
        Findings findings = new Plan(List.of(), List.of(new Node.Floor(ratio)), firms.ranges()).run(firms, 1);
        assertThat(IntStream.range(0, 7).mapToObj(firm -> findings.amount(0, firm)))
                .containsExactly(3.0, 4.0, -4.0, -4.0, 1_501_199_875_790_165.0, 0.0, null);
        assertThat(findings.secondLooks()).isZero();
    }

    @Test
    void growthWrittenAsAQuotientLessOneNeedsNoSecondLook() {
        FirmColumns firms = firms(new double[] {100, 120, 119, 121, 5}, new double[] {100, 100, 100, 100, 0});
        var ratio = new Node.Arithmetic(Node.Operator.DIVIDED_BY, new Node.Figure("a"), new Node.Figure("b"));
        var growth = new Node.Arithmetic(Node.Operator.MINUS, ratio, Node.Literal.of(1));
        var fifth = new BigDecimal("0.2");
        var bands = new Node.Bands(growth, List.of(new Node.Band(fifth, true, BigDecimal.TEN)), BigDecimal.ONE);
        var test = new Node.Compare(growth, Comparison.AT_LEAST, new Node.Literal(fifth));
        Findings findings = new Plan(List.of(test), List.of(bands), firms.ranges()).run(firms, 1);
        assertThat(IntStream.range(0, 5).mapToObj(firm -> findings.truth(0, firm)))
                .containsExactly(Truth.FALSE, Truth.TRUE, Truth.FALSE, Truth.TRUE, Truth.UNKNOWN);
        assertThat(IntStream.range(0, 5).mapToObj(firm -> findings.amount(0, firm)))
                .containsExactly(1.0, 10.0, 1.0, 10.0, null);
        assertThat(findings.secondLooks()).isZero();
    }

    /** A firm without a base has its 0 points of the literal, whatever the quotient that was not taken would be off by. */
    @Test
    void anAmountThatWasNotTakenNeedsNoSecondLook() {
        FirmColumns firms = firms(new double[] {3, 4, 5, 0}, new double[] {3, 0, 4, 4});
        var ratio = new Node.Arithmetic(Node.Operator.DIVIDED_BY, new Node.Figure("a"), new Node.Figure("b"));
        var third = new Node.Arithmetic(Node.Operator.DIVIDED_BY, ratio, Node.Literal.of(3));
        var positive = new Node.Compare(new Node.Figure("b"), Comparison.GREATER, Node.Literal.of(0));
        var taken = new Node.Choice(positive, third, Node.Literal.of(0));
        var above =
                new Node.Bands(taken, List.of(new Node.Band(BigDecimal.ZERO, false, BigDecimal.ONE)), BigDecimal.ZERO);
        Findings findings = new Plan(List.of(), List.of(above), firms.ranges()).run(firms, 1);
        assertThat(IntStream.range(0, 4).mapToObj(firm -> findings.amount(0, firm)))
                .containsExactly(1.0, 0.0, 1.0, 0.0);
        assertThat(findings.secondLooks()).isEqualTo(1); // 0/4/3, a zero made of a quotient that may be off
    }

    /** Who has spent nothing has a share of exactly 0, also beside a limit that is looked up. */
    @Test
    void nothingOverSomethingIsExactlyNothing() {
        FirmColumns firms = firms(new double[] {0, 0, 1}, new double[] {7, 9, 7});
        var share = new Node.Arithmetic(Node.Operator.DIVIDED_BY, new Node.Figure("a"), new Node.Figure("b"));
        var limit = new Node.Bands(
                new Node.Figure("b"),
                List.of(new Node.Band(new BigDecimal("8"), true, new BigDecimal("0.3"))),
                BigDecimal.ZERO);
        var test = new Node.Compare(share, Comparison.AT_LEAST, limit);
        Findings findings = new Plan(List.of(test), List.of(), firms.ranges()).run(firms, 1);
        assertThat(IntStream.range(0, 3).mapToObj(firm -> findings.truth(0, firm)))
                .containsExactly(Truth.TRUE, Truth.FALSE, Truth.TRUE);
        assertThat(findings.secondLooks()).isZero();
    }

    @Test
    void tooCloseToCallIsDecidedInFractions() {
        // 0.1 + 0.2 = 0.3, which doubles deny: thirds and tenths of large figures
        FirmColumns firms = firms(new double[] {1, 1, 1}, new double[] {3, 6, 7});
        var third = new Node.Arithmetic(Node.Operator.DIVIDED_BY, new Node.Figure("a"), new Node.Figure("b"));
        Node.Amount sum = third;
        for (int i = 0; i < 2; i++) {
            sum = new Node.Arithmetic(Node.Operator.PLUS, sum, third);
        }
        var test = new Node.Compare(sum, Comparison.EQUAL, Node.Literal.of(1));
        Findings findings = new Plan(List.of(test), List.of(), firms.ranges()).run(firms, 1);
        assertThat(IntStream.range(0, 3).mapToObj(firm -> findings.truth(0, firm)))
                .containsExactly(Truth.TRUE, Truth.FALSE, Truth.FALSE);
        assertThat(findings.secondLooks()).isEqualTo(1);
    }

    @Test
    void equalExpressionsOfDifferentPoliciesAreComputedOnce() {
        FirmColumns firms = firms(new double[] {1}, new double[] {2});
        var one = new Node.Compare(new Node.Figure("a"), Comparison.GREATER, Node.Literal.of(1));
        var same = new Node.Compare(new Node.Literal(new BigDecimal("1.00")), Comparison.LESS, new Node.Figure("a"));
        var opposite = new Node.Compare(new Node.Figure("a"), Comparison.AT_MOST, Node.Literal.of(1));
        assertThat(new Plan(List.of(one, same, opposite), List.of(), firms.ranges()).size())
                .isEqualTo(1);
    }

    @Test
    void bothSetsOfKernelsAgree() {
        var random = new Random(7);
        FirmColumns firms = RandomColumns.of(random, Rows.BATCH);
        double[] x = firms.figures("n2").values();
        double[] y = firms.figures("n3").values();
        long[] valid = firms.figures("n2").valid();
        var results = new ArrayList<List<Object>>();
        for (Kernels kernels : List.of(new PlainKernels(), new VectorKernels())) {
            results.add(all(kernels, x, y, valid));
        }
        assertThat(results.get(0)).isEqualTo(results.get(1));
    }

    private static List<Object> all(Kernels kernels, double[] x, double[] y, long[] valid) {
        var results = new ArrayList<Object>();
        double[] out = new double[Rows.BATCH];
        long[] t = new long[Rows.WORDS];
        long[] f = new long[Rows.WORDS];
        List<Runnable> operations = List.of(
                () -> kernels.add(x, 0, y, 0, out),
                () -> kernels.subtract(x, 0, y, 0, out),
                () -> kernels.multiply(x, 0, y, 0, out),
                () -> kernels.least(x, 0, y, 0, out),
                () -> kernels.greatest(x, 0, y, 0, out),
                () -> kernels.divide(x, 0, y, 0, out, t),
                () -> kernels.scale(x, 0, 100, out),
                () -> kernels.atLeast(x, 0, 5000, valid, 0, t, f),
                () -> kernels.above(x, 0, 5000, valid, 0, t, f),
                () -> kernels.equal(x, 0, 5000, valid, 0, t, f),
                () -> kernels.atLeast(x, 0, y, 0, valid, t, f),
                () -> kernels.above(x, 0, y, 0, valid, t, f),
                () -> kernels.equal(x, 0, y, 0, valid, t, f),
                () -> kernels.close(x, 0, y, 0, out, valid, t),
                () -> kernels.bands(x, 0, new double[] {100, 5000}, new double[] {3, 8}, 1, out),
                () -> kernels.choose(valid, 0, x, 0, y, 0, out));
        for (Runnable operation : operations) {
            operation.run();
            results.add(java.util.Arrays.stream(out).boxed().toList());
            results.add(java.util.Arrays.stream(t).boxed().toList());
            results.add(java.util.Arrays.stream(f).boxed().toList());
        }
        return results;
    }

    private static FirmColumns firms(double[] a, double[] b) {
        return new FirmColumns(a.length, List.of(column("a", a), column("b", b)));
    }

    private static Column column(String name, double[] values) {
        long[] valid = Rows.bits(values.length);
        IntStream.range(0, values.length).forEach(row -> Rows.set(valid, row));
        double greatest = IntStream.range(0, values.length)
                .mapToDouble(row -> values[row])
                .max()
                .orElse(0);
        return new Column.Figures(
                name, 0, java.util.Arrays.copyOf(values, Rows.padded(values.length)), valid, greatest);
    }
}
