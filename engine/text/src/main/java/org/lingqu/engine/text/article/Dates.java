package org.lingqu.engine.text.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.source.Markup;

/** When an article was published, when it was written, and when that happened which it tells of. */
final class Dates {

    private static final int LEAD = 60;
    private static final int SOON = 31;
    private static final int SHORT_LINE = 60;

    private Dates() {}

    /** What is labelled so; what the head of the page says; a date beside the title. */
    static @Nullable Temporal published(List<Sense> senses, Body body, List<Field> fields) {
        Temporal labelled = labelled(senses, fields, Field.Name.PUBLISHED, false);
        if (labelled != null) {
            return labelled;
        }
        Temporal meta = labelled(senses, fields, Field.Name.PUBLISHED, true);
        Temporal beside = beside(senses, body, fields);
        if (beside == null || (meta != null && sameDay(meta, beside))) {
            return meta;
        }
        return beside;
    }

    private static boolean sameDay(Temporal a, Temporal b) {
        return day(a).equals(day(b));
    }

    static LocalDate day(Temporal when) {
        return when instanceof LocalDateTime time ? time.toLocalDate() : LocalDate.from(when);
    }

    private static @Nullable Temporal labelled(List<Sense> senses, List<Field> fields, Field.Name name, boolean meta) {
        for (Field field : fields) {
            Sense sense = senses.get(field.line());
            if (field.name() == name && (sense.markup().role() == Markup.Role.META) == meta) {
                WrittenDate date = WrittenDate.find(sense.text().substring(field.start(), field.end()), 0);
                if (date != null && date.start() <= 6) {
                    return date.when();
                }
            }
        }
        return null;
    }

    /** The date of a short line near the body's beginning; dates with a time of day first. */
    private static @Nullable Temporal beside(List<Sense> senses, Body body, List<Field> fields) {
        Temporal best = null;
        for (int i = body.start() - 1; i >= Math.max(0, body.start() - 25); i--) {
            Sense sense = senses.get(i);
            boolean hidden =
                    sense.markup().role() == Markup.Role.META || sense.markup().role() == Markup.Role.DOCUMENT_TITLE;
            if (hidden || sense.isLink() || sense.length() > SHORT_LINE) {
                continue;
            }
            WrittenDate date = WrittenDate.find(sense.text(), 0);
            int line = i;
            boolean written = fields.stream().anyMatch(f -> f.name() == Field.Name.WRITTEN && f.line() == line);
            if (date == null || written || tellsOfAnEvent(sense, date)) {
                continue;
            }
            if (date.when() instanceof LocalDateTime) {
                return date.when();
            }
            best = best == null ? date.when() : best;
        }
        return best;
    }

    /** {@code （2026年1月27日在…会议上）}: when a speech was held, not when the page appeared. */
    private static boolean tellsOfAnEvent(Sense sense, WrittenDate date) {
        String text = sense.text();
        int next = date.end();
        while (next < text.length() && text.charAt(next) <= ' ') {
            next++;
        }
        boolean at = next < text.length() && "在于至召举通经审".indexOf(text.charAt(next)) >= 0;
        return at || text.contains("通过") || text.contains("会议") || text.startsWith("今天是");
    }

    /** 成文日期 where it is labelled, else the date under the first signature. */
    static @Nullable LocalDate written(List<Sense> senses, Body body, List<Field> fields) {
        Temporal labelled = labelled(senses, fields, Field.Name.WRITTEN, false);
        if (labelled != null) {
            return day(labelled);
        }
        for (int i = body.start() + 1; i < senses.size() && i < body.end() + 3; i++) {
            WrittenDate date = senses.get(i).date();
            if (date == null) {
                continue;
            }
            Sense above = senses.get(i - 1);
            boolean signed = Signature.isName(above) && above.date() == null;
            if (signed && (i >= body.signature() || body.keeps(i))) {
                return date.day();
            }
        }
        return null;
    }

    /** The first day in the article's first words, its year taken from when the page was published. */
    static @Nullable LocalDate event(List<Sense> senses, Body body, @Nullable Temporal published) {
        int looked = 0;
        for (int i = body.start(); i < body.end() && looked < 2; i++) {
            if (!body.keeps(i) || !senses.get(i).prose()) {
                continue;
            }
            looked++;
            LocalDate found = lead(senses.get(i).text(), published);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable LocalDate lead(String text, @Nullable Temporal published) {
        int end = Math.min(text.length(), LEAD);
        WrittenDate full = WrittenDate.find(text.substring(0, Math.min(text.length(), end + 12)), 0);
        for (int i = 0; i < end; i++) {
            if (full != null && full.start() == i) {
                return full.day();
            }
            int month = WrittenDate.number(text, i, 1, 2);
            boolean fresh = i == 0 || (!Character.isDigit(text.charAt(i - 1)) && text.charAt(i - 1) != '年');
            int sign = i + WrittenDate.digits(text, i, 2);
            if (month < 1 || !fresh || sign >= text.length() || text.charAt(sign) != '月') {
                continue;
            }
            int day = WrittenDate.number(text, sign + 1, 1, 2);
            int dayEnd = sign + 1 + WrittenDate.digits(text, sign + 1, 2);
            if (day >= 1 && dayEnd < text.length() && "日号".indexOf(text.charAt(dayEnd)) >= 0 && published != null) {
                return before(month, day, day(published));
            }
        }
        return null;
    }

    /** The last such day that was not after the page appeared; what is to happen within a month counts too. */
    private static @Nullable LocalDate before(int month, int day, LocalDate published) {
        try {
            LocalDate same = LocalDate.of(published.getYear(), month, day);
            return same.isAfter(published.plusDays(SOON)) ? same.minusYears(1) : same;
        } catch (DateTimeException e) {
            return null; // no such day
        }
    }
}
