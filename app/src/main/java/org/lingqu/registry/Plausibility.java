package org.lingqu.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.registry.ColumnMeaning.FactColumn;

/**
 * Doubts values that are hardly possible in themselves, beside others of their year, or beside the year before. What is doubted is taken
 * all the same. The file {@code plausibility.tsv} says which, from where on, and why. Safe for use by many threads.
 */
final class Plausibility {

    /** A value that is hardly possible. */
    record Doubt(String code, Advice advice) {}

    /** Gets doubts with the place of the value that is doubted. */
    interface Use<K> {
        void doubt(K place, Doubt doubt);
    }

    private enum Kind {
        MOST,
        RATIO,
        JUMP
    }

    private record Rule(Kind kind, String fact, String of, double limit, double floor, String why, String english) {

        static Rule read(String line) {
            String[] part = line.split("\t", -1);
            return new Rule(
                    Kind.valueOf(part[0]),
                    part[1],
                    part[2],
                    Double.parseDouble(part[3]),
                    Double.parseDouble(part[4]),
                    part[5],
                    part[6]);
        }

        boolean doubts(double value, double other) {
            return switch (kind) {
                case MOST -> value > limit;
                case RATIO -> other > 0 && value >= floor && value > limit * other;
                case JUMP ->
                    value > 0
                            && other > 0
                            && Math.max(value, other) >= floor
                            && Math.max(value, other) > limit * Math.min(value, other);
            };
        }

        Doubt doubt(String value, String beside) {
            String code = CellProblem.DOUBT
                    + switch (kind) {
                        case MOST -> "LARGE";
                        case RATIO -> "RATIO";
                        case JUMP -> "JUMP";
                    };
            return new Doubt(
                    code,
                    new Advice(
                            "可疑：" + value + (beside.isEmpty() ? "" : "，而" + beside) + "。" + why
                                    + "；多为单位或小数点写错，请核对，无误可照收",
                            "In doubt: " + value + (beside.isEmpty() ? "" : ", beside " + beside) + ". " + english
                                    + "; mostly a wrong unit. Look at it; it is taken in as it stands"));
        }
    }

    private static final Plausibility STANDARD = new Plausibility(read());

    private final List<Rule> rules;
    /** By each of the facts that a rule looks at. */
    private final Map<String, List<Rule>> byFact;

    private Plausibility(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.byFact = rules.stream()
                .flatMap(rule -> java.util.stream.Stream.of(rule.fact(), rule.of())
                        .filter(fact -> !fact.equals("-"))
                        .map(fact -> Map.entry(fact, rule)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static List<Rule> read() {
        InputStream stream = Objects.requireNonNull(Plausibility.class.getResourceAsStream("plausibility.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Rule::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the file has it. */
    static Plausibility standard() {
        return STANDARD;
    }

    /** Names of facts that the file speaks of. */
    java.util.Set<String> facts() {
        return byFact.keySet();
    }

    /** What is looked at in a list with such columns. */
    Columns of(@Nullable FactColumn[] columns) {
        var checks = new ArrayList<Check>();
        for (Rule rule : rules) {
            for (int at = 0; at < columns.length; at++) {
                FactColumn column = columns[at];
                if (column == null || !column.fact().name().equals(rule.fact())) {
                    continue;
                }
                int other = switch (rule.kind()) {
                    case MOST -> at;
                    case RATIO -> find(columns, rule.of(), column.year());
                    case JUMP -> before(columns, rule.fact(), column.year());
                };
                if (other >= 0) {
                    checks.add(new Check(rule, at, other, column, Objects.requireNonNull(columns[other])));
                }
            }
        }
        return new Columns(List.copyOf(checks));
    }

    private static int find(@Nullable FactColumn[] columns, String fact, int year) {
        for (int at = 0; at < columns.length; at++) {
            FactColumn column = columns[at];
            if (column != null && column.fact().name().equals(fact) && column.year() == year) {
                return at;
            }
        }
        return -1;
    }

    /** The column of the nearest year before. */
    private static int before(@Nullable FactColumn[] columns, String fact, int year) {
        int best = -1;
        int bestYear = Integer.MIN_VALUE;
        for (int at = 0; at < columns.length; at++) {
            FactColumn column = columns[at];
            if (column != null
                    && column.fact().name().equals(fact)
                    && column.year() < year
                    && column.year() > bestYear) {
                best = at;
                bestYear = column.year();
            }
        }
        return best;
    }

    private record Check(Rule rule, int at, int other, FactColumn column, FactColumn otherColumn) {}

    /** The columns of one list. */
    static final class Columns {

        private final List<Check> checks;

        private Columns(List<Check> checks) {
            this.checks = checks;
        }

        /**
         * Looks at a row.
         *
         * @param values one for each column
         * @param use gets the places of columns, from 0
         */
        void look(@Nullable FactValue[] values, Use<Integer> use) {
            for (Check check : checks) {
                FactValue value = values[check.at()];
                FactValue other = values[check.other()];
                if (value instanceof FactValue.Amount(var number)
                        && other instanceof FactValue.Amount(var beside)
                        && check.rule().doubts(number.doubleValue(), beside.doubleValue())) {
                    use.doubt(
                            check.at(),
                            check.rule()
                                    .doubt(
                                            told(
                                                    check.column().fact(),
                                                    check.column().year(),
                                                    value),
                                            check.rule().kind() == Kind.MOST
                                                    ? ""
                                                    : told(
                                                            check.otherColumn().fact(),
                                                            check.otherColumn().year(),
                                                            other)));
                }
            }
        }
    }

    /**
     * Looks at what is said of an enterprise beside what is held about it; what stands beside each other in the row itself is left to
     * {@link Columns#look}.
     *
     * @param said by the row
     */
    void against(FirmFile file, Map<FactYear, FactValue> said, Use<FactYear> use) {
        said.forEach((key, value) -> {
            if (!(value instanceof FactValue.Amount(var number))) {
                return;
            }
            for (Rule rule : byFact.getOrDefault(key.fact(), List.of())) {
                switch (rule.kind()) {
                    case MOST -> {}
                    case RATIO -> {
                        boolean first = rule.fact().equals(key.fact());
                        var other = new FactYear(first ? rule.of() : rule.fact(), key.year());
                        FactValue held = said.containsKey(other) ? null : held(file, other);
                        if (held instanceof FactValue.Amount(var beside)
                                && rule.doubts(
                                        (first ? number : beside).doubleValue(),
                                        (first ? beside : number).doubleValue())) {
                            use.doubt(key, rule.doubt(told(file, key, value), "库中" + told(file, other, held)));
                        }
                    }
                    case JUMP -> {
                        var before = new FactYear(key.fact(), key.year() - 1);
                        FactValue held = said.containsKey(before) ? null : held(file, before);
                        if (held instanceof FactValue.Amount(var beside)
                                && rule.doubts(number.doubleValue(), beside.doubleValue())) {
                            use.doubt(key, rule.doubt(told(file, key, value), "库中" + told(file, before, held)));
                        }
                    }
                }
            }
        });
    }

    private static @Nullable FactValue held(FirmFile file, FactYear key) {
        return file.holding(key).map(Holding::value).orElse(null);
    }

    private static String told(FirmFile file, FactYear key, FactValue value) {
        Fact fact = file.fact(key);
        return fact == null ? key + " " + FactWords.of(value) : told(fact, key.year(), value);
    }

    private static String told(Fact fact, int year, FactValue value) {
        return new FactYear(fact.name(), year) + " " + FactWords.told(fact, value);
    }
}
