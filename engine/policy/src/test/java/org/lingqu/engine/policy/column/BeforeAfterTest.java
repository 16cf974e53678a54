package org.lingqu.engine.policy.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Truth;

class BeforeAfterTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 0})
    void countsEveryGroupAsOneFirmAfterTheOther(long fixed) {
        long seed = fixed == 0 ? System.nanoTime() : fixed;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        FirmColumns firms = RandomColumns.of(random, 3001);
        // false for every firm whose flag is, so that firms come in and go out and not only become open
        var other = new Node.All(List.of(new Node.Flag("flag"), new RandomNodes(random).test(2)));
        var worth = Optional.<Node.Amount>of(new Node.Figure("n2"));
        boolean softer = seed % 2 == 0;
        var before = new BeforeAfter.Variant(decision(softer ? 3 : 2, other), worth, worth);
        var after = new BeforeAfter.Variant(decision(softer ? 2 : 3, other), worth, worth);

        BeforeAfter change = BeforeAfter.of(firms, before, after, 2);
        List<GroupCount> groups = change.groups(List.of(new GroupBy("code", 2), GroupBy.code("wide")));

        Findings findings =
                new Plan(List.of(before.decision(), after.decision()), List.of(), firms.ranges()).run(firms, 1);
        Map<List<String>, double[]> wanted = new LinkedHashMap<>();
        for (int row = 0; row < firms.count(); row++) {
            double[] of = wanted.computeIfAbsent(codes(firms, row), key -> new double[11]);
            Truth was = findings.truth(0, row);
            Truth is = findings.truth(1, row);
            double value = firms.figures("n2").values()[row] / 100;
            of[0]++;
            of[1] += was == Truth.TRUE ? 1 : 0;
            of[2] += is == Truth.TRUE ? 1 : 0;
            of[3] += was == Truth.FALSE ? 1 : 0;
            of[4] += is == Truth.FALSE ? 1 : 0;
            of[5] += is == Truth.TRUE && was != Truth.TRUE ? 1 : 0;
            of[6] += was == Truth.TRUE && is != Truth.TRUE ? 1 : 0;
            of[7] += was == Truth.TRUE ? value : 0;
            of[8] += is == Truth.TRUE ? value : 0;
            of[9] += was != Truth.FALSE ? value : 0;
            of[10] += is != Truth.FALSE ? value : 0;
        }
        assertThat(groups).hasSameSizeAs(wanted.keySet());
        groups.forEach(group -> assertThat(figures(group)).isEqualTo(wanted.get(group.codes())));
        assertThat(groups).isSortedAccordingTo((a, b) -> order(a.codes(), b.codes()));
        assertThat(groups.stream().mapToLong(GroupCount::gained).sum())
                .isEqualTo(change.total().gained())
                .isEqualTo(IntStream.range(0, firms.count())
                        .filter(row -> Rows.get(change.gained(), row))
                        .count());
        assertThat(change.total().firms()).isEqualTo(3001);
        if (fixed != 0) {
            long in = change.total().notMetBefore() - change.total().notMetAfter();
            assertThat(softer ? in : -in).isPositive();
        }
    }

    /** What both have in common is taken from the baseline, amounts inside of it included. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 0})
    void aVariantIsDecidedAsIfNothingWereKnown(long fixed) {
        long seed = fixed == 0 ? System.nanoTime() : fixed;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        FirmColumns firms = RandomColumns.of(random, 2100);
        var nodes = new RandomNodes(random);
        List<Node.Test> parts =
                IntStream.range(0, 6).mapToObj(i -> nodes.test(3)).toList();
        Baseline baseline = Baseline.of(firms, BeforeAfter.Variant.of(together(parts)), 2);
        for (int i = 0; i < parts.size(); i++) {
            var others = new ArrayList<>(parts);
            others.set(i, nodes.test(3));
            Node.Test other = together(others);

            BeforeAfter change = baseline.with(BeforeAfter.Variant.of(other), 1);

            Findings wanted = new Plan(List.of(together(parts), other), List.of(), firms.ranges()).run(firms, 1);
            for (int row = 0; row < firms.count(); row++) {
                assertThat(change.truth(row, false)).isEqualTo(wanted.truth(0, row));
                assertThat(change.truth(row, true)).isEqualTo(wanted.truth(1, row));
            }
        }
    }

    private static Node.Test together(List<Node.Test> parts) {
        return new Node.All(List.of(
                parts.get(0),
                new Node.Any(parts.subList(1, 3)),
                new Node.Not(parts.get(3)),
                new Node.CountAtLeast(1, parts.subList(4, 6))));
    }

    @Test
    void sumsNeedAWorthOnBothSides() {
        FirmColumns firms = RandomColumns.of(new Random(1), 10);
        var plain = BeforeAfter.Variant.of(new Node.Flag("flag"));
        var paid = new BeforeAfter.Variant(new Node.Flag("flag"), Optional.of(new Node.Figure("n2")), Optional.empty());

        assertThatThrownBy(() -> Baseline.of(firms, plain, 1).with(paid, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("worth");
    }

    @Test
    void noFirmsAreOneEmptyTotal() {
        FirmColumns firms = RandomColumns.of(new Random(1), 0);
        var same = BeforeAfter.Variant.of(new Node.Flag("flag"));

        BeforeAfter change = BeforeAfter.of(firms, same, same, 1);

        assertThat(change.total().firms()).isZero();
        assertThat(change.groups(List.of(GroupBy.code("code")))).isEmpty();
    }

    @Test
    void groupsAreToldByCodes() {
        FirmColumns firms = RandomColumns.of(new Random(1), 10);
        var same = BeforeAfter.Variant.of(new Node.Flag("flag"));
        BeforeAfter change = BeforeAfter.of(firms, same, same, 1);

        assertThatThrownBy(() -> change.groups(List.of(GroupBy.code("n1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("n1");
        assertThatThrownBy(() -> new GroupBy("code", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Node.Test decision(long least, Node.Test other) {
        return new Node.Any(
                List.of(new Node.Compare(new Node.Figure("n0"), Comparison.AT_LEAST, Node.Literal.of(least)), other));
    }

    private static List<String> codes(FirmColumns firms, int row) {
        var codes = new ArrayList<String>();
        for (String name : List.of("code", "wide")) {
            Column.Codes column = firms.codes(name);
            String code = Rows.get(column.valid(), row) ? column.dictionary().get(column.values()[row]) : "";
            codes.add(name.equals("code") && code.length() > 2 ? code.substring(0, 2) : code);
        }
        return codes;
    }

    private static double[] figures(GroupCount group) {
        return new double[] {
            group.firms(),
            group.metBefore(),
            group.metAfter(),
            group.notMetBefore(),
            group.notMetAfter(),
            group.gained(),
            group.lost(),
            group.worthBefore(),
            group.worthAfter(),
            group.possibleBefore(),
            group.possibleAfter()
        };
    }

    /** A missing code sorts behind all others. */
    private static int order(List<String> one, List<String> other) {
        String left = String.join(
                "\u0001",
                one.stream().map(code -> code.isEmpty() ? "\uffff" : code).toList());
        String right = String.join(
                "\u0001",
                other.stream().map(code -> code.isEmpty() ? "\uffff" : code).toList());
        return left.compareTo(right);
    }
}
