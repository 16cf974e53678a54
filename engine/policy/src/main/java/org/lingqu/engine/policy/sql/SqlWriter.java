package org.lingqu.engine.policy.sql;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.column.FigureRange;
import org.lingqu.engine.policy.column.Growths;
import org.lingqu.engine.policy.column.Node;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Truth;

/**
 * Writes nodes as DuckDB SQL that says the same. What SQL would get wrong is written out: quotients are compared by
 * multiplying whole numbers, x/0 is missing, months are counted as {@code java.time} does, an empty list of codes is false
 * only where the code is known.
 */
public final class SqlWriter {

    private static final String EPOCH = "DATE '1970-01-01'";

    private final Map<String, FigureRange> ranges;
    private final Function<String, String> column;

    /**
     * @param ranges the columns of figures there are
     * @param column how a column is read in SQL: figures as whole numbers {@code value * 10^scale} of type HUGEINT, dates as
     *     days since 1970-01-01, codes as VARCHAR, lists as VARCHAR[], flags as BOOLEAN
     */
    public SqlWriter(Map<String, FigureRange> ranges, Function<String, String> column) {
        this.ranges = Map.copyOf(ranges);
        this.column = column;
    }

    /** A DECIMAL, DOUBLE or whole-number column read as a whole number. */
    public static String decimal(String name, int scale) {
        return "CAST(" + quoted(name) + " * 1" + "0".repeat(scale) + " AS HUGEINT)";
    }

    /** A name between double quotes. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** @throws SqlRefused if a whole number could outgrow 127 bits, or something has no exact counterpart */
    public String write(Node.Test test) throws SqlRefused {
        return switch (test) {
            case Node.Compare(var left, var comparison, var right) -> compare(left, comparison, right);
            case Node.Among(var name, var codes) -> among(column.apply(name), codes);
            case Node.Begins(var name, var prefixes) -> begins(column.apply(name), prefixes);
            case Node.Includes(var name, var codes) ->
                "list_has_any(" + column.apply(name) + ", [" + texts(codes) + "]::VARCHAR[])";
            case Node.Covers(var name, int day) -> throw new SqlRefused("spans of titles are not read in SQL: " + name);
            case Node.Flag(var name) -> column.apply(name);
            case Node.Present(var amount) -> ratio(amount).present();
            case Node.Constant(var truth) -> truth == Truth.UNKNOWN ? "CAST(NULL AS BOOLEAN)" : truth.name();
            case Node.All(var of) -> joined(of, " AND ", "TRUE");
            case Node.Any(var of) -> joined(of, " OR ", "FALSE");
            case Node.CountAtLeast(int count, var of) -> countAtLeast(count, of);
            case Node.Not(var of) -> "(NOT " + write(of) + ")";
            case Node.Either(var when, var then, var otherwise) -> {
                String condition = write(when);
                yield "(CASE WHEN " + condition + " THEN " + write(then) + " WHEN NOT " + condition + " THEN "
                        + write(otherwise) + " END)";
            }
            case Node.Agreed(var one, var other) -> {
                String left = write(one);
                String right = write(other);
                yield "(CASE WHEN " + left + " AND " + right + " THEN TRUE WHEN NOT " + left + " AND NOT " + right
                        + " THEN FALSE END)";
            }
        };
    }

    private Ratio ratio(Node.Amount amount) throws SqlRefused {
        return switch (amount) {
            case Node.Figure(var name) -> figure(name);
            case Node.FigureOrZero(var name, var zeroWhen) -> {
                Ratio figure = figure(name);
                String value = "(CASE WHEN " + figure.numerator() + " IS NULL AND " + write(zeroWhen)
                        + " THEN 0::HUGEINT ELSE " + figure.numerator() + " END)";
                yield Ratio.whole(value, figure.scale(), figure.most());
            }
            case Node.Literal(var value) -> literal(value);
            case Node.Nothing nothing -> Ratio.whole("CAST(NULL AS HUGEINT)", 0, 0);
            case Node.Arithmetic(var operator, var left, var right) -> arithmetic(operator, ratio(left), ratio(right));
            case Node.Floor(var of) -> floor(ratio(of));
            case Node.Growth growth -> throw new SqlRefused("a root has no exact counterpart in SQL");
            case Node.Year(var day) -> Ratio.whole("CAST(year(" + date(day) + ") AS HUGEINT)", 0, 1e6);
            case Node.MonthsLater(var day, int months) ->
                Ratio.whole(
                        "CAST(date_diff('day', " + EPOCH + ", CAST(" + date(day) + " + to_months(" + months
                                + ") AS DATE)) AS HUGEINT)",
                        0,
                        1e8);
            case Node.MonthsBetween(var from, var to) -> months(from, to);
            case Node.Size(var name) -> Ratio.whole("CAST(len(" + column.apply(name) + ") AS HUGEINT)", 0, 1e9);
            case Node.Choice(var when, var then, var otherwise) -> {
                String condition = write(when);
                yield chosen(condition, "NOT " + condition, ratio(then), ratio(otherwise));
            }
            case Node.Bands bands -> bands(bands);
            case Node.Filled(var of, var whenMissing) -> {
                Ratio held = ratio(of);
                yield chosen(held.present(), "TRUE", held, literal(whenMissing));
            }
        };
    }

    private Ratio figure(String name) throws SqlRefused {
        FigureRange range = ranges.get(name);
        if (range == null) {
            throw new SqlRefused("no column of figures is called " + name);
        }
        return Ratio.whole(column.apply(name), range.scale(), range.greatest());
    }

    private static Ratio literal(BigDecimal value) throws SqlRefused {
        String digits = value.unscaledValue().toString();
        return Ratio.fitting(
                "(" + digits + "::HUGEINT)",
                Ratio.ONE,
                value.scale(),
                value.unscaledValue().abs().doubleValue(),
                1);
    }

    private static Ratio arithmetic(Node.Operator operator, Ratio left, Ratio right) throws SqlRefused {
        return switch (operator) {
            case PLUS -> sum(left, " + ", right);
            case MINUS -> sum(left, " - ", right);
            case TIMES ->
                Ratio.fitting(
                        Ratio.times(left.numerator(), right.numerator()),
                        Ratio.times(left.denominator(), right.denominator()),
                        left.scale() + right.scale(),
                        left.most() * right.most(),
                        left.below() * right.below());
            case DIVIDED_BY ->
                Ratio.fitting(
                        "(" + Ratio.times(left.numerator(), right.denominator()) + " * sign(" + right.numerator()
                                + ")::HUGEINT)",
                        Ratio.times(left.denominator(), "nullif(abs(" + right.numerator() + "), 0::HUGEINT)"),
                        left.scale() - right.scale(),
                        left.most() * right.below(),
                        left.below() * right.most());
            case LEAST -> chosen(compared(left, "<=", right), compared(left, ">", right), left, right);
            case GREATEST -> chosen(compared(left, ">=", right), compared(left, "<", right), left, right);
        };
    }

    private static Ratio sum(Ratio one, String sign, Ratio other) throws SqlRefused {
        int scale = Math.max(one.scale(), other.scale());
        Ratio left = one.at(scale);
        Ratio right = other.at(scale);
        return Ratio.fitting(
                "(" + Ratio.times(left.numerator(), right.denominator()) + sign
                        + Ratio.times(right.numerator(), left.denominator()) + ")",
                Ratio.times(left.denominator(), right.denominator()),
                scale,
                left.most() * right.below() + right.most() * left.below(),
                left.below() * right.below());
    }

    private static Ratio chosen(String when, String otherwise, Ratio one, Ratio other) throws SqlRefused {
        int scale = Math.max(one.scale(), other.scale());
        Ratio yes = one.at(scale);
        Ratio no = other.at(scale);
        String start = "(CASE WHEN " + when + " THEN ";
        String middle = " WHEN " + otherwise + " THEN ";
        String denominator = yes.isWhole() && no.isWhole()
                ? Ratio.ONE
                : start + yes.denominator() + middle + no.denominator() + " END)";
        return Ratio.fitting(
                start + yes.numerator() + middle + no.numerator() + " END)",
                denominator,
                scale,
                Math.max(yes.most(), no.most()),
                Math.max(yes.below(), no.below()));
    }

    private static Ratio floor(Ratio of) throws SqlRefused {
        Ratio value = of.scale() < 0 ? of.at(0) : of;
        Ratio unit = Ratio.fitting(
                Ratio.times(value.denominator(), "1" + "0".repeat(value.scale()) + "::HUGEINT"),
                Ratio.ONE,
                0,
                value.below() * Math.pow(10, value.scale()),
                1);
        String n = value.numerator();
        String d = unit.numerator();
        return Ratio.whole(
                "(CASE WHEN " + n + " >= 0 THEN " + n + " // " + d + " ELSE -((-" + n + " + " + d + " - 1) // " + d
                        + ") END)",
                0,
                value.most() + 1);
    }

    private Ratio months(Node.Amount from, Node.Amount to) throws SqlRefused {
        String days = "(" + packed(date(to)) + " - " + packed(date(from)) + ")";
        // whole months as java.time counts them, towards zero; date_sub counts month ends otherwise
        return Ratio.whole(
                "(CASE WHEN " + days + " >= 0 THEN " + days + " // 32 ELSE -((-" + days + ") // 32) END)::HUGEINT",
                0,
                1e7);
    }

    private static String packed(String date) {
        return "((year(" + date + ") * 12 + month(" + date + ")) * 32 + day(" + date + "))";
    }

    private String date(Node.Amount day) throws SqlRefused {
        Ratio days = ratio(day);
        if (!days.isWhole() || days.scale() != 0) {
            throw new SqlRefused("a day is no whole number of days");
        }
        return "CAST(" + EPOCH + " + CAST(" + days.numerator() + " AS INTEGER) AS DATE)";
    }

    private Ratio bands(Node.Bands bands) throws SqlRefused {
        Ratio of = bands.of() instanceof Node.Growth ? Ratio.whole("NULL", 0, 0) : ratio(bands.of());
        if (bands.of() instanceof Node.Growth) {
            return ratio(Growths.bands(bands));
        }
        int scale = bands.bands().stream()
                .mapToInt(band -> band.points().scale())
                .max()
                .orElse(0);
        scale = Math.max(scale, bands.below().scale());
        var text = new StringBuilder("(CASE WHEN NOT " + of.present() + " THEN NULL");
        double most = Math.abs(bands.below().doubleValue());
        for (Node.Band band : bands.bands()) {
            text.append(" WHEN ")
                    .append(compared(of, band.inclusive() ? ">=" : ">", literal(band.from())))
                    .append(" THEN ")
                    .append(points(band.points(), scale));
            most = Math.max(most, Math.abs(band.points().doubleValue()));
        }
        text.append(" ELSE ").append(points(bands.below(), scale)).append(" END)");
        return Ratio.fitting(text.toString(), Ratio.ONE, scale, most * Math.pow(10, scale), 1);
    }

    private static String points(BigDecimal points, int scale) {
        return points.movePointRight(scale).toBigIntegerExact() + "::HUGEINT";
    }

    private String compare(Node.Amount left, Comparison comparison, Node.Amount right) throws SqlRefused {
        if (left instanceof Node.Growth growth && right instanceof Node.Literal(var rate)) {
            return write(Growths.compare(growth, comparison, rate));
        }
        if (right instanceof Node.Growth growth && left instanceof Node.Literal(var rate)) {
            return write(Growths.compare(growth, comparison.mirrored(), rate));
        }
        return compared(ratio(left), comparison == Comparison.NOT_EQUAL ? "<>" : comparison.sign(), ratio(right));
    }

    private static String compared(Ratio one, String sign, Ratio other) throws SqlRefused {
        int scale = Math.max(one.scale(), other.scale());
        Ratio left = one.at(scale);
        Ratio right = other.at(scale);
        if (!(left.most() * right.below() < Ratio.LARGEST) || !(right.most() * left.below() < Ratio.LARGEST)) {
            throw new SqlRefused("a comparison would need more than 37 digits");
        }
        return "(" + Ratio.times(left.numerator(), right.denominator()) + " " + sign + " "
                + Ratio.times(right.numerator(), left.denominator()) + ")";
    }

    private static String among(String code, Set<String> codes) {
        return codes.isEmpty()
                ? "(CASE WHEN " + code + " IS NOT NULL THEN FALSE END)"
                : "(" + code + " IN (" + texts(codes) + "))";
    }

    private static String begins(String code, Set<String> prefixes) {
        if (prefixes.isEmpty()) {
            return among(code, prefixes);
        }
        return prefixes.stream()
                .sorted()
                .map(prefix -> "starts_with(" + code + ", " + text(prefix) + ")")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private String countAtLeast(int count, List<Node.Test> of) throws SqlRefused {
        var met = new ArrayList<String>();
        var possible = new ArrayList<String>();
        for (Node.Test part : of) {
            String test = write(part);
            met.add("CASE WHEN " + test + " THEN 1 ELSE 0 END");
            possible.add("CASE WHEN NOT " + test + " THEN 0 ELSE 1 END");
        }
        return "(CASE WHEN 0 + " + String.join(" + ", met) + " >= " + count + " THEN TRUE WHEN 0 + "
                + String.join(" + ", possible) + " < " + count + " THEN FALSE END)";
    }

    private String joined(List<Node.Test> of, String by, String none) throws SqlRefused {
        var parts = new ArrayList<String>();
        for (Node.Test part : of) {
            parts.add(write(part));
        }
        return parts.isEmpty() ? none : "(" + String.join(by, parts) + ")";
    }

    private static String texts(Set<String> words) {
        return words.stream().sorted().map(SqlWriter::text).collect(Collectors.joining(", "));
    }

    private static String text(String word) {
        return "'" + word.replace("'", "''") + "'";
    }
}
