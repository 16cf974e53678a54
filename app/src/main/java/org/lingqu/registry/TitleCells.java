package org.lingqu.registry;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.TitleHeld;
import org.lingqu.sheet.SheetCell;

/** The cells of one row that speak of one title: whether, since when and until when it is held. */
final class TitleCells {

    private final String title;
    private final LocalDate asOf;
    private @Nullable Boolean held;
    private @Nullable LocalDate from;
    private @Nullable LocalDate until;
    private String where = "";

    /** @param asOf the day the list speaks of: a title that is merely said to be held is held on that day */
    TitleCells(String title, LocalDate asOf) {
        this.title = title;
        this.asOf = asOf;
    }

    /** Takes one cell; what cannot be taken is returned. */
    Optional<Cells.Taken.Refused> put(ColumnMeaning.TitleColumn.Part part, SheetCell cell, String source) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        where = source;
        Cells.Taken taken = part == ColumnMeaning.TitleColumn.Part.HELD ? Cells.yesNo(cell) : Cells.day(cell);
        switch (taken) {
            case Cells.Taken.Value(FactValue.YesNo answer) -> held = answer.value();
            case Cells.Taken.Value(FactValue.Day day)
            when part == ColumnMeaning.TitleColumn.Part.FROM -> from = day.value();
            case Cells.Taken.Value(FactValue.Day day) -> until = day.value();
            case Cells.Taken.Value ignored -> {}
            case Cells.Taken.Nothing ignored -> {}
            case Cells.Taken.Refused refused -> {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    void addTo(FirmFacts.Builder facts) {
        if (Boolean.FALSE.equals(held) && from == null && until == null) {
            facts.titleKnown(title);
        } else if (from != null || until != null) {
            // With one end only, the other is taken no further than the list itself vouches for.
            LocalDate first = from != null ? from : min(asOf, Objects.requireNonNull(until));
            LocalDate last = until != null ? until : max(asOf, first);
            facts.title(new TitleHeld(title, first, last.isBefore(first) ? first : last, where));
        } else if (Boolean.TRUE.equals(held)) {
            facts.title(new TitleHeld(title, asOf, asOf, where));
        }
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
