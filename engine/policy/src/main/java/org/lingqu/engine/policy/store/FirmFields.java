package org.lingqu.engine.policy.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lingqu.engine.policy.column.ColumnKind;
import org.lingqu.engine.policy.column.ColumnNames;

/** Finds out how each column of a source is read without loss; what cannot be is left, each with its reason. */
final class FirmFields {

    /** Between the codes of a list; no code holds it. */
    static final String MARK = "\u0001";

    /** Whole numbers up to here are held by a double. */
    private static final BigInteger LARGEST = BigInteger.TWO.pow(53);

    private static final double LARGEST_DAY = 3_000_000;

    static final String DIGITS_ADVICE =
            "figures are held with 15 digits, up to 15 of them behind the point; write a shorter one";

    private static final String SPANS_ADVICE =
            "write the days for which a title is held as text: 2023-10-01/2026-09-30;2027-01-01/";

    /** More different texts than these are no spans with a slip of the pen here and there. */
    private static final int MOST_BAD_TEXTS = 1000;

    private final Connection connection;
    private final String source;
    private final SequencedMap<String, FirmField> fields = new LinkedHashMap<>();
    private final List<LeftOut> left = new ArrayList<>();
    private final List<Declared> declared;
    private final CellCheck cells;

    private record Declared(String name, String type) {}

    FirmFields(Connection connection, String source, String rowColumn, List<String> apart) throws SQLException {
        this.connection = connection;
        this.source = source;
        cells = new CellCheck(connection, source, rowColumn, left);
        declared = Sql.list(
                        connection,
                        "DESCRIBE SELECT * FROM " + source,
                        row -> new Declared(row.getString(1), row.getString(2)))
                .stream()
                .filter(column -> !apart.contains(column.name()))
                .toList();
        spans();
        wholeNumbers();
        doubles();
        rest();
    }

    /** In the order of the source. */
    SequencedMap<String, FirmField> fields() {
        var ordered = new LinkedHashMap<String, FirmField>();
        for (Declared column : declared) {
            FirmField field = fields.get(column.name());
            if (field != null) {
                ordered.put(column.name(), field);
            }
        }
        return ordered;
    }

    List<LeftOut> left() {
        return List.copyOf(left);
    }

    private static boolean isTitle(Declared column) {
        return column.name().startsWith(ColumnNames.title(""));
    }

    /** Titles are few, and so are the days on which they begin and end; each text is looked at once. */
    private void spans() throws SQLException {
        for (Declared column : declared.stream().filter(FirmFields::isTitle).toList()) {
            if (!column.type().equals("VARCHAR")) {
                left.add(LeftOut.column(LeftOut.Code.WRONG_TYPE, column.name(), column.type(), SPANS_ADVICE));
                continue;
            }
            String name = Sql.name(column.name());
            List<String> bad = Sql.list(
                            connection,
                            "SELECT DISTINCT " + name + " FROM " + source + " WHERE " + name + " IS NOT NULL",
                            row -> row.getString(1))
                    .stream()
                    .filter(text -> Spans.of(text).isEmpty())
                    .toList();
            if (bad.size() > MOST_BAD_TEXTS) {
                left.add(LeftOut.column(
                        LeftOut.Code.NO_SPAN,
                        column.name(),
                        bad.getFirst(),
                        SPANS_ADVICE + "; the column is left out, for it holds " + bad.size() + " such texts"));
                continue;
            }
            Optional<String> sql = bad.isEmpty()
                    ? Optional.of(name)
                    : cells.fitting(
                            column.name(),
                            name,
                            name + bad.stream().map(Sql::text).collect(Collectors.joining(", ", " NOT IN (", ")")),
                            LeftOut.Code.NO_SPAN,
                            SPANS_ADVICE);
            sql.ifPresent(fit -> fields.put(column.name(), FirmField.text(column.name(), ColumnKind.SPANS, fit)));
        }
    }

    private static boolean isWhole(String type) {
        return type.endsWith("INT") || type.endsWith("INTEGER");
    }

    /** Whole numbers, decimals and dates; their greatest values mostly stand in the file's statistics. */
    private void wholeNumbers() throws SQLException {
        List<Declared> numbers = declared.stream()
                .filter(column -> !isTitle(column))
                .filter(column -> isWhole(column.type())
                        || column.type().startsWith("DECIMAL")
                        || column.type().equals("DATE"))
                .toList();
        if (numbers.isEmpty()) {
            return;
        }
        String ends = numbers.stream()
                // nothing but the bare column, or DuckDB scans it all instead of looking into the statistics
                .map(column -> "min(" + Sql.name(column.name()) + "), max(" + Sql.name(column.name()) + ")")
                .collect(Collectors.joining(", "));
        List<String> found = Sql.list(
                        connection,
                        "SELECT " + ends + " FROM " + source,
                        row -> IntStream.rangeClosed(1, numbers.size() * 2)
                                .mapToObj(i -> cell(row, i))
                                .toList())
                .getFirst();
        for (int i = 0; i < numbers.size(); i++) {
            add(numbers.get(i), found.get(2 * i), found.get(2 * i + 1));
        }
    }

    private static String cell(ResultSet row, int i) {
        try {
            String cell = row.getString(i);
            return cell == null ? "0" : cell;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(Declared column, String least, String most) throws SQLException {
        int scale = column.type().startsWith("DECIMAL") ? digits(column.type())[1] : 0;
        boolean day = column.type().equals("DATE");
        Optional<BigInteger> low = day ? ofDay(least) : ofNumber(least, scale);
        Optional<BigInteger> high = day ? ofDay(most) : ofNumber(most, scale);
        if (low.isPresent() && high.isPresent()) {
            double greatest = low.get().abs().max(high.get().abs()).doubleValue();
            fields.put(column.name(), whole(column, Sql.name(column.name()), greatest));
            return;
        }
        String name = Sql.name(column.name());
        String limit = new BigDecimal(LARGEST, scale).toPlainString();
        cells.fitting(
                        column.name(),
                        name,
                        day
                                ? name + " BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'"
                                : (column.type().equals("UHUGEINT") ? "TRY_CAST(" + name + " AS HUGEINT)" : name)
                                        + " BETWEEN -" + limit + " AND " + limit,
                        day ? LeftOut.Code.NO_DAY : LeftOut.Code.TOO_MANY_DIGITS,
                        day ? "write a day of the years 1 to 9999" : DIGITS_ADVICE)
                .ifPresent(sql ->
                        fields.put(column.name(), whole(column, sql, day ? LARGEST_DAY : LARGEST.doubleValue())));
    }

    private static Optional<BigInteger> ofNumber(String cell, int scale) {
        BigInteger value = new BigDecimal(cell).movePointRight(scale).toBigInteger();
        return value.abs().compareTo(LARGEST) <= 0 ? Optional.of(value) : Optional.empty();
    }

    /** Days since 1970-01-01; empty outside the years 1 to 9999, as infinity is. */
    private static Optional<BigInteger> ofDay(String cell) {
        if (cell.equals("0")) {
            return Optional.of(BigInteger.ZERO);
        }
        try {
            LocalDate day = LocalDate.parse(cell);
            boolean held = day.getYear() >= 1 && day.getYear() <= 9999;
            return held ? Optional.of(BigInteger.valueOf(day.toEpochDay())) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** @param sql the column, or the column without some cells */
    private static FirmField whole(Declared column, String sql, double greatest) {
        String type = column.type();
        int[] decimal = type.startsWith("DECIMAL") ? digits(type) : new int[] {0, 0};
        FirmField.Form form = form(type, decimal[0]);
        boolean asItLies =
                form != FirmField.Form.BYTES_8 || type.equals("BIGINT") || (decimal[0] > 9 && decimal[0] <= 18);
        String wanted = asItLies
                ? sql
                : decimal[1] == 0
                        ? "CAST(" + sql + " AS BIGINT)"
                        : "CAST((" + sql + ") * 1" + "0".repeat(decimal[1]) + " AS BIGINT)";
        return FirmField.figures(column.name(), wanted, form, decimal[1], greatest);
    }

    /** Digits in all and behind the point. */
    private static int[] digits(String decimal) {
        return Stream.of(decimal.substring(decimal.indexOf('(') + 1, decimal.length() - 1)
                        .split(","))
                .mapToInt(text -> Integer.parseInt(text.strip()))
                .toArray();
    }

    /** What DuckDB keeps a type in; unsigned and very large ones are asked for as BIGINT. */
    private static FirmField.Form form(String type, int digits) {
        return switch (type) {
            case "TINYINT" -> FirmField.Form.BYTES_1;
            case "SMALLINT" -> FirmField.Form.BYTES_2;
            case "INTEGER", "DATE" -> FirmField.Form.BYTES_4;
            default -> {
                if (digits > 0 && digits <= 4) {
                    yield FirmField.Form.BYTES_2;
                }
                yield digits > 0 && digits <= 9 ? FirmField.Form.BYTES_4 : FirmField.Form.BYTES_8;
            }
        };
    }

    private void doubles() throws SQLException {
        var doubles = new DoubleFields(connection, source, cells);
        for (Declared column : declared) {
            String name = Sql.name(column.name());
            if (!isTitle(column) && column.type().equals("DOUBLE")) {
                doubles.field(column.name(), name).ifPresent(field -> fields.put(column.name(), field));
            } else if (!isTitle(column) && column.type().equals("FLOAT")) {
                // by its text, or 0.1 would become 0.10000000149
                doubles.field(column.name(), "CAST(CAST(" + name + " AS VARCHAR) AS DOUBLE)")
                        .ifPresent(field -> fields.put(column.name(), field));
            }
        }
    }

    private void rest() {
        for (Declared column : declared) {
            String name = column.name();
            String type = column.type();
            if (isTitle(column) || fields.containsKey(name)) {
                continue;
            }
            if (type.equals("VARCHAR[]")) {
                fields.put(
                        name,
                        FirmField.text(
                                name, ColumnKind.LISTS, "array_to_string(" + Sql.name(name) + ", '" + MARK + "')"));
            } else if (type.equals("BOOLEAN")) {
                fields.put(
                        name,
                        new FirmField(name, ColumnKind.FLAGS, Sql.name(name), FirmField.Form.YES_NO, 0, 0, List.of()));
            } else if (type.equals("VARCHAR") || type.startsWith("ENUM")) {
                fields.put(name, FirmField.text(name, ColumnKind.CODES, "CAST(" + Sql.name(name) + " AS VARCHAR)"));
            } else if (left.stream().noneMatch(told -> told.column().equals(name))) {
                left.add(LeftOut.column(
                        LeftOut.Code.WRONG_TYPE,
                        name,
                        type,
                        "facts are numbers, days, texts, yes or no, or lists of texts"));
            }
        }
    }
}
