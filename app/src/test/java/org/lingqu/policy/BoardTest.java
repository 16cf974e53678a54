package org.lingqu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.demo.MadeRegion;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.column.ColumnBuilder;
import org.lingqu.engine.policy.column.GroupBy;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Truth;
import org.lingqu.engine.policy.whatif.PolicyChange;

/** The board says of every firm and policy what the interpreter says, also after some firms have changed. */
class BoardTest {

    private static final LocalDate DAY = MadeRegion.AS_OF;

    @SuppressWarnings("NullAway.Init") // set before all
    private static PolicyPack pack;

    @SuppressWarnings("NullAway.Init")
    private static List<Policy> policies;

    @BeforeAll
    static void read() throws IOException {
        pack = PackReader.read(Path.of("../policies"));
        policies = pack.inForce(DAY);
    }

    @Test
    void standsAsTheInterpreterDecides() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        List<Segment.Row> rows = rows(new Random(seed), 300, 1);
        Segment segment = Segment.of(rows, policies, DAY, 1);
        var interpreter = new Interpreter(pack.facts());
        var seen = new HashSet<Standing>();

        for (int policy = 0; policy < policies.size(); policy++) {
            for (int row = 0; row < rows.size(); row++) {
                Decision decision =
                        interpreter.decide(policies.get(policy), rows.get(row).firm(), DAY);
                Standing standing = segment.standing(policy, row);
                seen.add(standing);
                assertThat(standing)
                        .as("%s of firm %d, seed %d", policies.get(policy).fullName(), row, seed)
                        .isIn(allowed(decision.outcome()));
            }
        }
        assertThat(seen).contains(Standing.values());
    }

    private static Set<Standing> allowed(Finding outcome) {
        return switch (outcome.kind()) {
            case MET -> Set.of(Standing.MET);
            case NOT_MET -> Set.of(Standing.NOT_MET, Standing.NEAR);
            case UNKNOWN, MANUAL -> Set.of(Standing.OPEN);
            case NOT_APPLICABLE -> Set.of(Standing.NOT_APPLICABLE);
        };
    }

    @Test
    void changedFirmsCountOnceAndAsTheyAreNow() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        List<Segment.Row> before = rows(random, 200, 1);
        List<Segment.Row> changed = rows(random, 20, 50);
        List<Segment.Row> fresh = rows(random, 5, 1000);
        var newer = new ArrayList<>(changed);
        newer.addAll(fresh);
        var board = new Board(DAY, policies, List.of(Segment.of(before, policies, DAY, 1)), 0);

        Board patched = board.with(ids(newer), newer, 1).with(Set.of(7L), List.of(), 1);

        var now = new ArrayList<Segment.Row>();
        before.stream()
                .filter(row -> row.id() != 7 && (row.id() < 50 || row.id() >= 70))
                .forEach(now::add);
        now.addAll(newer);
        var whole = new Board(DAY, policies, List.of(Segment.of(now, policies, DAY, 1)), 0);
        assertThat(patched.enterprises()).isEqualTo(now.size());
        for (Policy policy : policies) {
            assertThat(patched.tally(policy)).as(policy.fullName()).isEqualTo(whole.tally(policy));
            assertThat(patched.criteria(policy)).isEqualTo(whole.criteria(policy));
            for (Standing standing : Standing.values()) {
                assertThat(sorted(patched.enterprises(policy, standing, null, false)))
                        .isEqualTo(sorted(whole.enterprises(policy, standing, null, false)));
            }
        }
    }

    /** Enterprises that were read and put aside, with some said anew: other figures are tried on everybody once, as it is now. */
    @Test
    void aWhatIfAsksEverybodyOnce(@TempDir Path folder) {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        List<Segment.Row> first = rows(random, 150, 1);
        List<Segment.Row> second = rows(random, 90, 5000);
        List<Segment.Row> newer = rows(random, 12, 100);
        Aside aside = Aside.in(folder);
        Segment read = Segment.ofRead(List.of(read(first, aside), read(second, aside)), policies, DAY, 2);
        Board patched = new Board(DAY, policies, List.of(read), 0)
                .with(ids(newer), newer, 1)
                .with(Set.of(7L), List.of(), 1);
        var now = new ArrayList<Segment.Row>(newer);
        first.stream()
                .filter(row -> row.id() != 7 && (row.id() < 100 || row.id() >= 112))
                .forEach(now::add);
        now.addAll(second);
        Population whole =
                new Board(DAY, policies, List.of(Segment.of(now, policies, DAY, 1)), 0).population(policies, 1);

        Population population = patched.population(policies, 2);

        assertThat(population.firms().firms()).isEqualTo(now.size());
        for (Policy policy : policies) {
            PolicyChange found = PolicyChange.of(policy, policy, population.firms(), DAY, pack.facts(), 2);
            PolicyChange expected = PolicyChange.of(policy, policy, whole.firms(), DAY, pack.facts(), 1);
            for (GroupBy by : List.of(GroupBy.code(SizeColumn.NAME), new GroupBy("行业代码", 2))) {
                assertThat(found.groups(List.of(by)))
                        .as(policy.fullName())
                        .usingRecursiveComparison()
                        .withEqualsForType((a, b) -> Math.abs(a - b) <= 0.01 + 1e-9 * Math.abs(b), Double.class)
                        .isEqualTo(expected.groups(List.of(by)));
            }
            assertThat(met(found, population)).isEqualTo(met(expected, whole));
        }
    }

    private static Segment.Read read(List<Segment.Row> rows, Aside aside) {
        return new Segment.Read(
                rows.stream().mapToLong(Segment.Row::id).toArray(),
                rows.stream().mapToDouble(Segment.Row::revenue).toArray(),
                aside.put(ColumnBuilder.of(rows.stream().map(Segment.Row::firm).toList())));
    }

    private static Set<Long> met(PolicyChange change, Population population) {
        var met = new HashSet<Long>();
        for (int row = 0; row < population.firms().count(); row++) {
            boolean isThere = (population.firms().present(row / 64) >>> row & 1) != 0;
            if (isThere && change.after(row) == Truth.TRUE) {
                met.add(population.enterprise(row));
            }
        }
        return met;
    }

    @Test
    void whereNothingCanBePutAsideColumnsStayInMemory(@TempDir Path folder) throws IOException {
        Aside nowhere = Aside.in(Files.writeString(folder.resolve("a file, no folder"), ""));
        List<Segment.Row> rows = rows(new Random(5), 40, 1);

        Segment segment = Segment.ofRead(List.of(read(rows, nowhere)), policies, DAY, 1);

        Segment expected = Segment.of(rows, policies, DAY, 1);
        for (int policy = 0; policy < policies.size(); policy++) {
            for (int row = 0; row < rows.size(); row++) {
                assertThat(segment.standing(policy, row)).isEqualTo(expected.standing(policy, row));
            }
        }
    }

    private static long[] sorted(long[] ids) {
        Arrays.sort(ids);
        return ids;
    }

    private static Set<Long> ids(List<Segment.Row> rows) {
        var ids = new HashSet<Long>();
        rows.forEach(row -> ids.add(row.id()));
        return ids;
    }

    private static List<Segment.Row> rows(Random random, int count, long first) {
        var rows = new ArrayList<Segment.Row>();
        List<Firm> firms = MadeRegion.of(random.nextLong(), count)
                .firms()
                .map(made -> made.firm())
                .toList();
        for (int i = 0; i < count; i++) {
            rows.add(new Segment.Row(first + i, firms.get(i), random.nextInt(10)));
        }
        return rows;
    }
}
