package org.lingqu.registry;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.FactValue;

/**
 * What a value has to keep to whoever says it and however: cells of lists and what is typed into forms alike. A day has happened on the
 * day that is spoken of, unless its fact may lie ahead, as the last day of a title does; a place may be said by its name.
 *
 * @param asOf the day that is spoken of
 * @param ahead facts whose days may be later than that
 */
record ValueRules(LocalDate asOf, Set<String> ahead, Places places) {

    /** Nothing that is registered here is older. */
    private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);

    private static final String SIX_DIGITS = "[0-9]{6}";
    private static final Pattern PLACE = Pattern.compile("\\p{IsHan}{2,40}");
    private static final int MOST_TOLD = 5;

    ValueRules {
        ahead = Set.copyOf(ahead);
    }

    /** A day of a fact, or why it cannot be. */
    Cells.Taken day(Fact fact, LocalDate day, Cells.Taken taken) {
        if (day.isBefore(EARLIEST)) {
            return new Cells.Taken.Refused(
                    "DAY_TOO_EARLY",
                    fact.name() + "早于1800年，请核对年份",
                    fact.name() + " lies before 1800; look at the year");
        }
        return day.isAfter(asOf) && !ahead.contains(fact.name())
                ? new Cells.Taken.Refused(
                        "DAY_IN_FUTURE",
                        fact.name() + "晚于数据的日期" + asOf + "，请核对",
                        fact.name() + " is later than " + asOf + ", the day that is spoken of; look at it")
                : taken;
    }

    /** Whether a fact is a place by its code. */
    static boolean isPlace(Fact fact) {
        return fact.type() == FactType.CODE && fact.pattern().equals(SIX_DIGITS);
    }

    /** A place said by its name, told as it was read; or what is wrong with it. */
    Cells.Taken place(String text) {
        SortedSet<String> codes = PLACE.matcher(text).matches() ? places.coded(text) : Collections.emptySortedSet();
        if (codes.size() == 1) {
            String told = text + " → " + codes.first();
            return new Cells.Taken.Understood(
                    new FactValue.Code(codes.first()),
                    "PLACE_READ",
                    new Advice("按地名读作代码：" + told, "read as a code: " + told));
        }
        if (codes.isEmpty()) {
            return new Cells.Taken.Refused(
                    "UNKNOWN_PLACE",
                    "没有这个地名或代码；请写六位行政区划代码（如450100），或写全名，如南宁市、南宁市青秀区",
                    "No such place; write the six digits of GB/T 2260 (450100) or the full name (南宁市, 南宁市青秀区)");
        }
        String some = codes.stream()
                .limit(MOST_TOLD)
                .map(code -> places.path(code) + " " + code)
                .collect(Collectors.joining("、"));
        return new Cells.Taken.Refused(
                "PLACE_OF_SEVERAL",
                "叫这个名字的地方有" + codes.size() + "处：" + some + (codes.size() > MOST_TOLD ? "等" : "") + "；请写代码或写出上一级",
                codes.size() + " places bear this name: " + some + "; write the code, or what stands above it");
    }
}
