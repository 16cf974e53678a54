package org.lingqu.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.sheet.SheetCell;

/** The cells of one row that speak of one title: whether, since when and until when it is held. */
final class TitleCells {

    private final LocalDate asOf;
    private @Nullable Boolean held;
    private @Nullable LocalDate from;
    private @Nullable LocalDate until;
    private @Nullable List<TitleSpan> spans;

    /** @param asOf the day the list speaks of: a title that is merely said to be held is held on that day */
    TitleCells(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Takes one cell; what cannot be taken is returned. */
    Optional<Cells.Taken.Refused> put(ColumnMeaning.TitleColumn.Part part, SheetCell cell) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        if (part == ColumnMeaning.TitleColumn.Part.SPANS) {
            return spans(cell);
        }
        if (part == ColumnMeaning.TitleColumn.Part.HELD) {
            return held(cell);
        }
        Cells.Taken taken = Cells.day(cell);
        switch (taken) {
            case Cells.Taken.Value(FactValue.Day day)
            when part == ColumnMeaning.TitleColumn.Part.FROM -> from = day.value();
            case Cells.Taken.Value(FactValue.Day day) -> until = day.value();
            case Cells.Taken.Value ignored -> {}
            case Cells.Taken.Understood ignored -> {}
            case Cells.Taken.Nothing ignored -> {}
            case Cells.Taken.Refused refused -> {
                // 有效期 may hold both ends, 2023-10-01至2026-09-30
                if (TitleText.read(cell.shown()) instanceof TitleText.Read.Spans(List<TitleSpan> read)) {
                    spans = read;
                    return Optional.empty();
                }
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    /** Whether it is held, or since when until when. */
    private Optional<Cells.Taken.Refused> held(SheetCell cell) {
        if (Cells.yesNo(cell) instanceof Cells.Taken.Value(FactValue.YesNo(boolean yes))) {
            held = yes;
            return Optional.empty();
        }
        return switch (TitleText.read(cell.shown())) {
            case TitleText.Read.Spans(List<TitleSpan> read) -> {
                spans = read;
                yield Optional.empty();
            }
            case TitleText.Read.Wrong(Cells.Taken.Refused why) -> Optional.of(why);
        };
    }

    private Optional<Cells.Taken.Refused> spans(SheetCell cell) {
        if (Cells.yesNo(cell) instanceof Cells.Taken.Value(FactValue.YesNo(boolean yes))) {
            held = yes;
            return Optional.empty();
        }
        var read = new ArrayList<TitleSpan>();
        try {
            for (String span : cell.shown().split(";", -1)) {
                int stroke = span.indexOf('/');
                if (stroke < 0) {
                    return Optional.of(notSpans());
                }
                String end = span.substring(stroke + 1).strip();
                read.add(new TitleSpan(
                        LocalDate.parse(span.substring(0, stroke).strip()),
                        end.isEmpty() ? null : LocalDate.parse(end)));
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.of(notSpans());
        }
        spans = read;
        return Optional.empty();
    }

    private static Cells.Taken.Refused notSpans() {
        return new Cells.Taken.Refused(
                "NOT_A_SPAN",
                "有效期写成2023-10-01/2026-09-30，几段之间用分号，没有期限的后面留空",
                "Write spans as 2023-10-01/2026-09-30, several with semicolons, nothing behind the stroke without an end");
    }

    /** Whether the last day that was said lies before a day. */
    boolean endsBefore(LocalDate day) {
        return until != null && until.isBefore(day);
    }

    /** Whether both ends are said and cannot be. */
    boolean endsBeforeItBegins() {
        return from != null && until != null && until.isBefore(from);
    }

    /** When it is held; none says that it is not held; empty where the cells say nothing. */
    Optional<List<TitleSpan>> held() {
        if (spans != null) {
            return Optional.of(spans);
        }
        if (from != null || until != null) {
            // With one end only, the other is taken no further than the list itself vouches for.
            LocalDate first = from != null ? from : min(asOf, Objects.requireNonNull(until));
            LocalDate last = until != null ? until : max(asOf, first);
            return Optional.of(List.of(new TitleSpan(first, last)));
        }
        if (held == null) {
            return Optional.empty();
        }
        return Optional.of(held ? List.of(new TitleSpan(asOf, asOf)) : List.of());
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
