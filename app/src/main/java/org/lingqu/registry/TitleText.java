package org.lingqu.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.sheet.SheetCell;

/** When a title is held, as people write it: {@code 2023-10-01至2026-09-30}, {@code 2024年3月1日至长期}, several with semicolons. */
final class TitleText {

    private static final Pattern SPAN = Pattern.compile("(.{4,20}?)\\s*(?:至|到|—+|~|～|\\.\\.)\\s*(.{2,20})");
    private static final int LONGEST = 1000;

    private TitleText() {}

    /** What stands there. */
    sealed interface Read {
        record Spans(List<TitleSpan> spans) implements Read {}

        record Wrong(Cells.Taken.Refused why) implements Read {}
    }

    static Read read(String text) {
        if (text.length() > LONGEST) {
            return notASpan();
        }
        var spans = new ArrayList<TitleSpan>();
        for (String each : text.split("[;；]", -1)) {
            Matcher span = SPAN.matcher(each.strip());
            if (!span.matches()) {
                return notASpan();
            }
            boolean open = span.group(2).equals("长期");
            Optional<Read> wrong = wrong(span.group(1)).or(() -> open ? Optional.empty() : wrong(span.group(2)));
            if (wrong.isPresent()) {
                return wrong.get();
            }
            LocalDate from = day(span.group(1));
            LocalDate to = open ? null : day(span.group(2));
            if (from == null || (to == null && !open)) {
                return notASpan();
            }
            if (to != null && to.isBefore(from)) {
                return new Read.Wrong(new Cells.Taken.Refused(
                        "ENDS_BEFORE_IT_BEGINS", "到期日早于认定日期，请核对两个日期", "It ends before it begins; look at both days"));
            }
            spans.add(new TitleSpan(from, to));
        }
        return new Read.Spans(spans);
    }

    private static Cells.Taken taken(String text) {
        return Cells.day(new SheetCell.Words(text.strip()));
    }

    /** What is wrong with one end. */
    private static Optional<Read> wrong(String text) {
        return taken(text) instanceof Cells.Taken.Refused refused
                ? Optional.of(refused.code().equals("NO_SUCH_DAY") ? noSuchDay(text) : notASpan())
                : Optional.empty();
    }

    private static @Nullable LocalDate day(String text) {
        return taken(text) instanceof Cells.Taken.Value(FactValue.Day(LocalDate day)) ? day : null;
    }

    private static Read noSuchDay(String day) {
        return new Read.Wrong(new Cells.Taken.Refused(
                "NO_SUCH_DAY",
                "日历上没有" + day.strip() + "这一天；请写起至止，如2023-10-01至2026-09-30",
                "There is no " + day.strip() + " in the calendar; write 2023-10-01至2026-09-30"));
    }

    private static Read notASpan() {
        return new Read.Wrong(new Cells.Taken.Refused(
                "NOT_A_SPAN",
                "请写是或否，或写起至止，如2023-10-01至2026-09-30；没有期限的写2023-10-01至长期",
                "Write 是 or 否, or since when and until when: 2023-10-01至2026-09-30; 2023-10-01至长期 without an end"));
    }
}
