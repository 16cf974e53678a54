package org.lingqu.registry;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.lingqu.engine.policy.fact.Supplier;

/** What every form by which somebody says something asks for: who says so, and of which day. */
public final class Typed {

    private Typed() {}

    /** The source a form has sent; empty where it has sent none that there is. */
    public static Optional<Supplier> supplier(String sent) {
        return Arrays.stream(Supplier.values())
                .filter(each -> each.name().equals(sent))
                .findFirst();
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
