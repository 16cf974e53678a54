package org.lingqu.registry;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.lingqu.engine.policy.fact.Supplier;

/** What every form by which somebody says something asks for: who says so, and of which day. */
public final class Typed {

    /** Characters of a note, of the grounds of something said. */
    public static final int LONGEST_NOTE = 1000;

    private Typed() {}

    /** The source a form has sent; empty where it has sent none that there is. */
    public static Optional<Supplier> supplier(String sent) {
        return Arrays.stream(Supplier.values())
                .filter(each -> each.name().equals(sent))
                .findFirst();
    }

    /** Nothing is said of a day before the People's Republic. */
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    /** 数据截至: the day that what is said speaks of; empty where a form has sent none from 1949-10-01 to today. */
    public static Optional<LocalDate> saidOn(String sent, LocalDate today) {
        return day(sent).filter(day -> !day.isAfter(today) && !day.isBefore(EARLIEST));
    }

    /** The day a form has sent, as the browser writes it: {@code 2026-03-01}; empty where that is no day. */
    public static Optional<LocalDate> day(String sent) {
        try {
            return Optional.of(LocalDate.parse(sent.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
