package org.lingqu.engine.policy.store;

import java.util.List;
import org.lingqu.engine.policy.column.ColumnKind;

/**
 * A column of a file as it will be read.
 *
 * @param sql what DuckDB is asked for
 * @param form how its answer lies in memory
 * @param scale decimal places of figures
 * @param greatest no stored whole number of the column is larger in size
 * @param dictionary of codes, or of the texts that lists and spans are written as; empty while it is not known
 */
record FirmField(
        String name, ColumnKind kind, String sql, Form form, int scale, double greatest, List<String> dictionary) {

    FirmField {
        dictionary = List.copyOf(dictionary);
    }

    /** How a vector's values lie in memory. */
    enum Form {
        /** Whole numbers of so many bytes: figures, days since 1970-01-01, unscaled decimals. */
        BYTES_1,
        BYTES_2,
        BYTES_4,
        BYTES_8,
        /** Places in the dictionary, four bytes. */
        PLACES,
        TEXT,
        YES_NO
    }

    static FirmField text(String name, ColumnKind kind, String sql) {
        return new FirmField(name, kind, sql, Form.TEXT, 0, 0, List.of());
    }

    static FirmField figures(String name, String sql, Form form, int scale, double greatest) {
        return new FirmField(name, ColumnKind.FIGURES, sql, form, scale, greatest, List.of());
    }

    FirmField places(List<String> texts, String sql) {
        return new FirmField(name, kind, sql, Form.PLACES, scale, greatest, texts);
    }
}
