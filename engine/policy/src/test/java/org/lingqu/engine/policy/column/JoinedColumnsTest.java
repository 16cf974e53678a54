package org.lingqu.engine.policy.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;

/** Rows joined out of several columns say what columns made of the same firms say. */
class JoinedColumnsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @Test
    void decidesAsColumnsOfTheSameFirms() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        PolicyPack pack = PackReader.read(Path.of("../../policies"));
        List<Firm> firms = new ArrayList<>(pack.files().stream()
                .flatMap(file -> file.examples().stream())
                .map(example -> new Firm("example " + example.place(), example.name(), example.firm()))
                .toList());
        Collections.shuffle(firms, random);
        int cut = 1 + random.nextInt(firms.size() - 1);
        List<Firm> first = firms.subList(0, cut);
        List<Firm> second = firms.subList(cut, firms.size());
        int[] someOfFirst = random.ints(0, cut).distinct().limit(1 + cut / 2).toArray();
        int[] allOfSecond =
                random.ints(0, second.size()).distinct().limit(second.size()).toArray();
        List<Firm> wanted = new ArrayList<>();
        for (int row : someOfFirst) {
            wanted.add(first.get(row));
        }
        for (int row : allOfSecond) {
            wanted.add(second.get(row));
        }

        FirmColumns joined = JoinedColumns.of(List.of(
                new JoinedColumns.Part(ColumnBuilder.of(first), someOfFirst),
                new JoinedColumns.Part(ColumnBuilder.of(second), allOfSecond)));

        assertThat(joined.count()).isEqualTo(wanted.size());
        List<Policy> policies = pack.inForce(DAY);
        FirmColumns whole = ColumnBuilder.of(wanted);
        var plan = new PolicyPlan(policies, whole, DAY);
        var planOfJoined = new PolicyPlan(policies, joined, DAY);
        Findings expected = plan.run(whole, 1);
        Findings found = planOfJoined.run(joined, 1);
        for (int policy = 0; policy < policies.size(); policy++) {
            for (int row = 0; row < wanted.size(); row++) {
                assertThat(PolicyPlan.outcome(planOfJoined.policies().get(policy), found, row))
                        .as(
                                "%s of %s",
                                policies.get(policy).fullName(), wanted.get(row).id())
                        .isEqualTo(PolicyPlan.outcome(plan.policies().get(policy), expected, row));
            }
        }
    }

    @Test
    void figuresAreBroughtToTheSameDecimals() {
        var whole = ColumnBuilder.rows(1);
        whole.figure("销售收入", 0, new BigDecimal("12"));
        var cents = ColumnBuilder.rows(2);
        cents.figure("销售收入", 1, new BigDecimal("0.05"));

        FirmColumns joined = JoinedColumns.of(List.of(
                new JoinedColumns.Part(whole.build(), new int[] {0}),
                new JoinedColumns.Part(cents.build(), new int[] {1, 0})));

        Column.Figures figures = joined.figures("销售收入");
        assertThat(figures.scale()).isEqualTo(2);
        assertThat(figures.values()).startsWith(1200, 5, 0);
        assertThat(Rows.get(figures.valid(), 1)).isTrue();
        assertThat(Rows.get(figures.valid(), 2)).isFalse();
    }

    @Test
    void nothingJoinedIsNothing() {
        assertThat(JoinedColumns.of(List.of()).count()).isZero();
    }
}
