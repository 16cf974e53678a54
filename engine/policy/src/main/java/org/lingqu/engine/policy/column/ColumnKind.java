package org.lingqu.engine.policy.column;

/** What a column holds, and so what policies may ask of it. */
public enum ColumnKind {
    /** Numbers and dates. */
    FIGURES,
    CODES,
    LISTS,
    /** Spans of days for which a title is held. */
    SPANS,
    FLAGS;

    /** The kind of a column that is there. */
    public static ColumnKind of(Column column) {
        return switch (column) {
            case Column.Figures figures -> FIGURES;
            case Column.Codes codes -> CODES;
            case Column.Lists lists -> LISTS;
            case Column.Spans spans -> SPANS;
            case Column.Flags flags -> FLAGS;
        };
    }
}
