package org.lingqu.engine.policy.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the cells of a column that cannot be held, and tells of them. One slip of the pen does not cost the whole column. */
final class CellCheck {

    /** Cells told one by one; of the others their number. */
    private static final int LISTED = 20;

    private final Connection connection;
    private final String source;
    private final String rowColumn;
    private final List<LeftOut> left;

    CellCheck(Connection connection, String source, String rowColumn, List<LeftOut> left) {
        this.connection = connection;
        this.source = source;
        this.rowColumn = rowColumn;
        this.left = left;
    }

    private record Counts(long known, long unfit) {}

    private record Cell(long row, String text) {}

    /**
     * The column without the cells that do not fit; empty when most do not, for then it is something else than it was taken for.
     *
     * @param sql the column as it is asked for
     * @param fits a condition in SQL
     */
    Optional<String> fitting(String column, String sql, String fits, LeftOut.Code code, String advice)
            throws SQLException {
        String name = Sql.name(column);
        String unfit = name + " IS NOT NULL AND NOT coalesce(" + fits + ", false)";
        Counts counts = Sql.list(
                        connection,
                        "SELECT count(" + name + "), count(*) FILTER (WHERE " + unfit + ") FROM " + source,
                        row -> new Counts(row.getLong(1), row.getLong(2)))
                .getFirst();
        if (counts.unfit() == 0) {
            return Optional.of(sql);
        }
        List<Cell> cells = Sql.list(
                connection,
                "SELECT " + rowColumn + ", CAST(" + name + " AS VARCHAR) FROM " + source + " WHERE " + unfit
                        + " ORDER BY 1 LIMIT " + LISTED,
                row -> new Cell(row.getLong(1), row.getString(2)));
        if (counts.unfit() * 2 > counts.known()) {
            left.add(LeftOut.column(
                    code,
                    column,
                    cells.getFirst().text(),
                    advice + "; the column is left out, for " + counts.unfit() + " of " + counts.known()
                            + " cells are like this"));
            return Optional.empty();
        }
        cells.forEach(cell -> left.add(new LeftOut(code, column, OptionalLong.of(cell.row()), cell.text(), advice)));
        if (counts.unfit() > LISTED) {
            left.add(LeftOut.column(LeftOut.Code.MORE_CELLS, column, counts.unfit() - LISTED + " more cells", advice));
        }
        return Optional.of("CASE WHEN " + fits + " THEN " + sql + " END");
    }
}
