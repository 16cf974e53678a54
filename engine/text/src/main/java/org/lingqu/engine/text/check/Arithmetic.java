package org.lingqu.engine.text.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Check;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.article.ArticleReading;

/**
 * Recomputes what can be recomputed: shares, sums, counts, growth. Compares only what is provably about the same thing, so
 * that {@code contradicts} can be believed; whatever a word makes approximate is left alone.
 */
public final class Arithmetic {

    /** The same statements in the same order, each with the checks that concern it. */
    public List<Statement> check(ArticleReading article, List<Statement> statements) {
        var checks = new ArrayList<List<Check>>();
        for (Statement statement : statements) {
            var own = new ArrayList<Check>();
            add(own, SumCheck.ratio(statement));
            checks.add(own);
        }
        List<Located> located = new Locator(article).locate(statements);
        for (Located one : located) {
            checks.get(one.index()).addAll(GrowthCheck.within(one));
        }
        overTheYears(located, checks);
        inSentences(located, checks);
        var checked = new ArrayList<Statement>();
        for (int i = 0; i < statements.size(); i++) {
            List<Check> own = checks.get(i);
            checked.add(own.isEmpty() ? statements.get(i) : statements.get(i).with(own));
        }
        return checked;
    }

    /** Statements of one sentence follow each other, so each is compared with its neighbours only. */
    private static void inSentences(List<Located> located, List<List<Check>> checks) {
        for (int from = 0; from < located.size(); ) {
            int to = from + 1;
            while (to < located.size() && located.get(to).besides(located.get(from))) {
                to++;
            }
            List<Located> sentence = located.subList(from, Math.min(to, from + LARGEST));
            for (Located one : sentence) {
                List<Check> own = checks.get(one.index());
                add(own, ShareCheck.of(one, sentence));
                add(own, SumCheck.parts(one, sentence));
                add(own, EnumerationCheck.of(one));
            }
            from = to;
        }
    }

    /** A sentence with more statements than this is no sentence; comparing all with all would cost too much. */
    private static final int LARGEST = 100;

    /** What is said of one thing at several times. */
    private record Subject(
            String indicator,
            @Nullable String region,
            @Nullable String unit) {}

    private static void overTheYears(List<Located> all, List<List<Check>> checks) {
        var byPeriod = new HashMap<Subject, Map<String, Located>>();
        var together = new HashMap<String, List<Located>>();
        var results = all.stream().filter(Arithmetic::isResult).toList();
        for (Located one : results) {
            String period = String.valueOf(one.statement().period());
            byPeriod.computeIfAbsent(subject(one.statement()), s -> new HashMap<>())
                    .putIfAbsent(period, one);
            together.computeIfAbsent(period, p -> new ArrayList<>()).add(one);
        }
        for (Located now : results) {
            Statement statement = now.statement();
            String period = String.valueOf(statement.period());
            Located last = byPeriod.getOrDefault(subject(statement), Map.of()).get(Periods.yearBefore(period));
            List<Check> own = checks.get(now.index());
            if (last != null && "yoy".equals(statement.growthBasis()) && statement.fromValue() == null) {
                add(own, GrowthCheck.against(last, now));
            }
            add(own, SumCheck.industries(now, together.getOrDefault(period, List.of())));
        }
    }

    private static boolean isResult(Located one) {
        Statement statement = one.statement();
        return statement.period() != null && statement.value() != null && statement.status() == Statement.Status.ACTUAL;
    }

    private static Subject subject(Statement statement) {
        return new Subject(statement.indicator(), statement.region(), statement.unit());
    }

    private static void add(List<Check> checks, @Nullable Check check) {
        if (check != null) {
            checks.add(check);
        }
    }
}
