package org.lingqu.engine.policy.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Doubles as whole numbers: each stands for the shortest decimal that reads back as it, so 0.05 is 0.05; found by trying scales. */
final class DoubleFields {

    /** Tried one after the other; the second row costs another scan and is for rates that somebody divided. */
    private static final List<List<Integer>> SCALES = List.of(List.of(0, 2, 4, 6), List.of(8, 10, 12, 15));

    /** A double times a power of ten is rounded twice; up to here the nearest whole number is still the right one. */
    private static final double LARGEST_FROM_DOUBLE = 0x1p51;

    private final Connection connection;
    private final String source;
    private final CellCheck cells;

    DoubleFields(Connection connection, String source, CellCheck cells) {
        this.connection = connection;
        this.source = source;
        this.cells = cells;
    }

    /** How many cells a scale holds, and the greatest of them. */
    private record Held(int scale, long cells, double greatest) {}

    /** @param sql the column as doubles; empty when most of its cells cannot be held */
    Optional<FirmField> field(String column, String sql) throws SQLException {
        Held best = new Held(0, 0, 0);
        long known = 0;
        for (List<Integer> scales : SCALES) {
            List<Long> count = new ArrayList<>();
            List<Held> tried = held(sql, scales, count::add);
            known = count.getFirst();
            for (Held held : tried) {
                best = held.cells() > best.cells() ? held : best;
            }
            if (best.cells() == known) {
                break;
            }
        }
        Held held = best;
        String whole = "CAST(round(" + sql + " * 1e" + held.scale() + ") AS BIGINT)";
        Optional<String> fitting = held.cells() == known
                ? Optional.of(whole)
                : cells.fitting(
                        column,
                        whole,
                        holds(sql, held.scale()),
                        LeftOut.Code.TOO_MANY_DIGITS,
                        FirmFields.DIGITS_ADVICE);
        double greatest = Math.ceil(held.greatest() * Math.pow(10, held.scale())) + 1;
        return fitting.map(wanted -> FirmField.figures(column, wanted, FirmField.Form.BYTES_8, held.scale(), greatest));
    }

    private List<Held> held(String sql, List<Integer> scales, LongConsumer known) throws SQLException {
        String asked = scales.stream()
                .map(scale -> {
                    String only = " FILTER (WHERE " + holds(sql, scale) + ")";
                    return ", count(*)" + only + ", coalesce(max(abs(" + sql + "))" + only + ", 0)";
                })
                .collect(Collectors.joining());
        return Sql.list(connection, "SELECT count(" + sql + ")" + asked + " FROM " + source, row -> {
                    known.accept(row.getLong(1));
                    var found = new ArrayList<Held>();
                    for (int i = 0; i < scales.size(); i++) {
                        found.add(new Held(scales.get(i), row.getLong(2 * i + 2), row.getDouble(2 * i + 3)));
                    }
                    return found;
                })
                .getFirst();
    }

    /** Infinities and what is no number are not held: they are not below anything. */
    private static String holds(String sql, int scale) {
        return "(abs(" + sql + ") < " + LARGEST_FROM_DOUBLE / Math.pow(10, scale) + " AND round(" + sql + ", " + scale
                + ") = " + sql + ")";
    }
}
