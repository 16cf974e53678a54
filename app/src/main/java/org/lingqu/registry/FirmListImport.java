package org.lingqu.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.sheet.SheetRow;

/**
 * A list of enterprises, or of one kind of party, that somebody wants to take in.
 *
 * @param title the file's name
 * @param sheet empty for the first visible one
 * @param source whose figures they are
 * @param saidOn the day they speak of
 * @param mapping what she said about columns, as {@link ColumnMapping} reads it; empty when nothing
 * @param columns as they were taken
 * @param refusal why the file as a whole cannot be read; null when it can
 * @param run the job that looks or takes
 * @param kind of what the rows speak; null for enterprises
 */
public record FirmListImport(
        long id,
        String title,
        String sheet,
        Supplier source,
        LocalDate saidOn,
        String mapping,
        List<ListColumn> columns,
        ListState state,
        ListCounts counts,
        @Nullable Refusal refusal,
        @Nullable Long run,
        long person,
        Instant createdAt,
        @Nullable Instant takenAt,
        @Nullable PartyKind kind) {

    /** Why a file as a whole cannot be read. */
    public record Refusal(String code, String message, String advice) {}

    /** Columns in which something stands and that are not taken in, by their headers, or by their letters where they have none. */
    public List<String> lost() {
        return IntStream.range(0, columns.size())
                .filter(at -> columns.get(at).isLost())
                .mapToObj(at -> {
                    String header = columns.get(at).header().strip();
                    return header.isEmpty() ? SheetRow.letters(at) : header;
                })
                .toList();
    }

    public FirmListImport {
        columns = List.copyOf(columns);
    }
}
