package org.lingqu.policy.web;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lingqu.calendar.WorkingDays;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.policy.catalogue.CatalogueFacet;
import org.lingqu.policy.catalogue.OpenSpan;
import org.lingqu.registry.Places;
import org.lingqu.ui.Ui;

/**
 * What is told of policies on several pages, in the reader's language.
 *
 * @param places with the names that the installation has of its own
 */
public record PolicyWords(Ui ui, Places places) {

    /**
     * Where a policy applies.
     *
     * @param code {@code cn} or a code of GB/T 2260; one that nobody knows is told as it is
     */
    public String region(String code) {
        return code.equals("cn") ? ui.say("policy.country") : places.named(code);
    }

    /** A day of every year: 8月1日. */
    public String day(MonthDay day) {
        return ui.say("policy.month-day", day.getMonthValue(), day.getDayOfMonth());
    }

    /** The time to apply as the file gives it, whichever of its ends is there: 8月1日—9月30日; empty where none is. */
    public String window(Policy policy) {
        MonthDay opens = policy.window().opens();
        MonthDay closes = policy.window().closes();
        if (opens == null && closes == null) {
            return "";
        }
        return (opens == null ? "" : day(opens)) + "—" + (closes == null ? "" : day(closes));
    }

    /** How far away the end of a window is, or its beginning, in working days; empty once it is over. */
    public String left(OpenSpan span, LocalDate today, WorkingDays workingDays) {
        if (today.isBefore(span.opens())) {
            return ui.say("policy.window.opens-in", ui.count(workingDays.left(today, span.opens())))
                    + estimated(today, span.opens(), workingDays);
        }
        return span.isOpen(today)
                ? ui.say("policy.window.left", ui.count(workingDays.left(today, span.closes())))
                        + estimated(today, span.closes(), workingDays)
                : "";
    }

    /** That working days are an estimate, where the holidays of a year on the way are not announced; else empty. */
    private String estimated(LocalDate today, LocalDate day, WorkingDays workingDays) {
        int year = workingDays.unknownYear(today, day);
        return year == 0 ? "" : ui.say("policy.window.no-holidays", Integer.toString(year));
    }

    /** What a value of a facet is called. */
    public String choice(CatalogueFacet facet, String value) {
        if (value.isEmpty()) {
            return ui.say("policy.any");
        }
        return switch (facet) {
            case REGION -> value.equals(CatalogueFacet.LOCAL) ? ui.say("policy.local") : region(value);
            case ISSUER -> value;
            case WHO -> {
                String key = "policy.who." + value;
                yield ui.has(key) ? ui.say(key) : ui.say("policy.who.title", value);
            }
            case BRINGS, STATUS, WINDOW -> ui.say("policy." + facet.code() + "." + value.toUpperCase(Locale.ROOT));
        };
    }

    /** For whom a policy is, in short. */
    public String who(Iterable<String> values) {
        var words = new ArrayList<String>();
        values.forEach(value -> words.add(choice(CatalogueFacet.WHO, value)));
        return String.join(ui.say("policy.list"), words);
    }

    /** The first words of a text; what is left away is told by three dots. */
    public static String begin(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    /** What a policy brings in short: its titles, then what its first benefits say. */
    public List<String> brings(Policy policy) {
        var told = new ArrayList<String>();
        if (!policy.titles().isEmpty()) {
            told.add(String.join(ui.say("policy.list"), policy.titles()));
        }
        policy.benefits().stream()
                .filter(benefit -> benefit.frequency() != org.lingqu.engine.policy.pack.Benefit.Frequency.NEVER)
                .limit(2)
                .forEach(benefit -> told.add(begin(benefit.clause().says(), 40)));
        return told;
    }
}
