package org.lingqu.library.version;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement;

/** Pairs the statements of two versions by what they are about. */
final class StatementChanges {

    private StatementChanges() {}

    private record About(
            @Nullable String region,
            String indicator,
            @Nullable String period) {
        static About of(Statement statement) {
            String region = statement.regionCode() == null ? statement.region() : statement.regionCode();
            return new About(region, statement.indicator(), statement.period());
        }
    }

    static List<StatementChange> between(List<Statement> older, List<Statement> newer) {
        Map<About, List<Statement>> was = byMatter(older);
        Map<About, List<Statement>> now = byMatter(newer);
        var changes = new ArrayList<StatementChange>();
        was.forEach((about, statements) -> {
            List<Statement> others = now.getOrDefault(about, new ArrayList<>());
            unpaired(statements, others);
            int both = Math.min(statements.size(), others.size());
            for (int i = 0; i < both; i++) {
                changes.add(new StatementChange.Differs(statements.get(i), others.get(i)));
            }
            statements.stream().skip(both).forEach(s -> changes.add(new StatementChange.Vanished(s)));
            others.stream().skip(both).forEach(s -> changes.add(new StatementChange.Appeared(s)));
        });
        now.forEach((about, statements) -> {
            if (!was.containsKey(about)) {
                statements.forEach(s -> changes.add(new StatementChange.Appeared(s)));
            }
        });
        return changes;
    }

    private static Map<About, List<Statement>> byMatter(List<Statement> statements) {
        var map = new LinkedHashMap<About, List<Statement>>();
        statements.forEach(s ->
                map.computeIfAbsent(About.of(s), about -> new ArrayList<>()).add(s));
        return map;
    }

    /** Takes out of both what says the same. */
    private static void unpaired(List<Statement> was, List<Statement> now) {
        was.removeIf(older -> {
            for (int i = 0; i < now.size(); i++) {
                if (saysTheSame(older, now.get(i))) {
                    now.remove(i);
                    return true;
                }
            }
            return false;
        });
    }

    private static boolean saysTheSame(Statement a, Statement b) {
        return same(a.value(), b.value())
                && same(a.valueMax(), b.valueMax())
                && Objects.equals(a.unit(), b.unit())
                && Objects.equals(a.ratio(), b.ratio())
                && a.approx() == b.approx()
                && same(a.growthPct(), b.growthPct())
                && same(a.sharePct(), b.sharePct())
                && Objects.equals(a.rank(), b.rank())
                && a.status() == b.status();
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.compareTo(b) == 0;
    }
}
