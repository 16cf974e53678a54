package org.lingqu.engine.policy.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.column.BeforeAfter.Variant;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.store.PackedFile;

/** Firms that stand in several places are decided as if they stood in one. */
class StackedFirmsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @TempDir
    private Path folder;

    /** Firms in three parts, some of them absent, with the same firms in one. */
    private record Both(StackedFirms stacked, FirmColumns whole, List<Integer> rows) {}

    private Both firms(PolicyPack pack) throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        List<Firm> firms = new ArrayList<>();
        for (int i = 0; i < 4; i++) { // more than one batch a part
            pack.files().stream()
                    .flatMap(file -> file.examples().stream())
                    .map(example -> new Firm("example " + example.place(), example.name(), example.firm()))
                    .forEach(firms::add);
        }
        Collections.shuffle(firms, random);
        PackedFile file = PackedFile.in(folder);
        var parts = new ArrayList<StackedFirms.Part>();
        var present = new ArrayList<Firm>();
        var rows = new ArrayList<Integer>();
        int begin = 0;
        int from = 0;
        for (int to : new int[] {1, 1 + random.nextInt(firms.size() - 1), firms.size()}) {
            List<Firm> some = firms.subList(from, to);
            FirmColumns columns = ColumnBuilder.of(some);
            var absent = new BitSet();
            for (int i = 0; i < some.size(); i++) {
                if (random.nextInt(5) == 0) {
                    absent.set(i);
                } else {
                    present.add(some.get(i));
                    rows.add(begin + i);
                }
            }
            parts.add(new StackedFirms.Part(random.nextBoolean() ? columns : file.add(columns), absent));
            begin += Rows.padded(some.size());
            from = to;
        }
        return new Both(StackedFirms.of(parts), ColumnBuilder.of(present), rows);
    }

    @Test
    void policiesSayTheSame() throws IOException {
        PolicyPack pack = PackReader.read(Path.of("../../policies"));
        List<Policy> policies = pack.inForce(DAY);
        Both firms = firms(pack);
        var plan = new PolicyPlan(policies, firms.whole, DAY);
        var planOfStacked = new PolicyPlan(policies, firms.stacked, DAY);
        Findings expected = plan.run(firms.whole, 1);
        Findings found = planOfStacked.run(firms.stacked, 2);

        assertThat(firms.stacked.firms()).isEqualTo(firms.rows.size());
        for (int test = 0; test < expected.tests(); test++) {
            assertThat(found.countMet(test)).isEqualTo(expected.countMet(test));
            assertThat(found.countNotMet(test)).isEqualTo(expected.countNotMet(test));
        }
        for (int policy = 0; policy < policies.size(); policy++) {
            for (int row = 0; row < firms.rows.size(); row++) {
                assertThat(PolicyPlan.outcome(planOfStacked.policies().get(policy), found, firms.rows.get(row)))
                        .as("%s of row %d", policies.get(policy).fullName(), row)
                        .isEqualTo(PolicyPlan.outcome(plan.policies().get(policy), expected, row));
            }
        }
    }

    @Test
    void aChangeCountsTheSameFirms() throws IOException {
        Both firms = firms(PackReader.read(Path.of("../../policies")));
        Variant before = Variant.of(atLeast("0.05"));
        Variant after = Variant.of(atLeast("0.04"));
        BeforeAfter expected = BeforeAfter.of(firms.whole, before, after, 1);

        BeforeAfter found = BeforeAfter.of(firms.stacked, before, after, 2);

        assertThat(found.total()).isEqualTo(expected.total());
        assertThat(found.groups(List.of(GroupBy.code("企业规模"))))
                .isEqualTo(expected.groups(List.of(GroupBy.code("企业规模"))));
        assertThat(found.changed())
                .containsExactly(
                        Arrays.stream(expected.changed()).map(firms.rows::get).toArray());
        assertThat(Curve.of(firms.stacked, atLeast("0.05"), atLeast("0.05"), thresholds(), Optional.empty(), 2))
                .isEqualTo(Curve.of(firms.whole, atLeast("0.05"), atLeast("0.05"), thresholds(), Optional.empty(), 1));
    }

    private static List<BigDecimal> thresholds() {
        return List.of(new BigDecimal("0.01"), new BigDecimal("0.04"), new BigDecimal("0.06"));
    }

    private static Node.Compare atLeast(String share) {
        return new Node.Compare(
                new Node.Arithmetic(
                        Node.Operator.DIVIDED_BY,
                        new Node.Figure(ColumnNames.of("研发费用", 2025)),
                        new Node.Figure(ColumnNames.of("销售收入", 2025))),
                Comparison.AT_LEAST,
                new Node.Literal(new BigDecimal(share)));
    }

    @Test
    void figuresAreBroughtToTheSameDecimals() {
        var whole = ColumnBuilder.rows(1);
        whole.figure("销售收入", 0, new BigDecimal("12"));
        var cents = ColumnBuilder.rows(2);
        cents.figure("销售收入", 1, new BigDecimal("0.05"));

        StackedFirms stacked =
                StackedFirms.of(List.of(StackedFirms.Part.of(whole.build()), StackedFirms.Part.of(cents.build())));

        assertThat(stacked.ranges()).containsEntry("销售收入", new FigureRange(2, 1200));
        FirmSource.Window window = stacked.window(List.of("销售收入"));
        window.moveTo(0);
        assertThat(window.columns().figures("销售收入").values()).startsWith(1200);
        window.moveTo(stacked.begin(1));
        assertThat(window.columns().figures("销售收入").values()).startsWith(0, 5);
    }

    /** 15 digits are what a double holds; nobody stays undecided because one firm has more before the point and another behind it. */
    @Test
    void decimalsAreRoundedOffBesideAHugeFigure() {
        var huge = ColumnBuilder.rows(1);
        huge.figure("销售收入", 0, new BigDecimal("9000000000000000"));
        var small = ColumnBuilder.rows(1);
        small.figure("销售收入", 0, new BigDecimal("2.75"));

        StackedFirms stacked =
                StackedFirms.of(List.of(StackedFirms.Part.of(huge.build()), StackedFirms.Part.of(small.build())));

        assertThat(stacked.ranges()).containsEntry("销售收入", new FigureRange(0, 9e15));
        FirmSource.Window window = stacked.window(List.of("销售收入"));
        window.moveTo(stacked.begin(1));
        assertThat(window.columns().figures("销售收入").values()).startsWith(3);
    }

    @Test
    void oneNameIsOneKind() {
        var figure = ColumnBuilder.rows(1);
        figure.figure("x", 0, BigDecimal.ONE);
        var flag = new FirmColumns(1, List.of(new Column.Flags("x", Rows.bits(1), Rows.bits(1))));
        assertThatThrownBy(() ->
                        StackedFirms.of(List.of(StackedFirms.Part.of(figure.build()), StackedFirms.Part.of(flag))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x");
    }

    @Test
    void nothingStackedIsNothing() {
        assertThat(StackedFirms.of(List.of()).count()).isZero();
    }
}
