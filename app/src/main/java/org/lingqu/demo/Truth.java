package org.lingqu.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;

/** What is so, before anybody forgets or mistakes it. */
final class Truth {

    private static final FactValue YES = new FactValue.YesNo(true);
    private static final FactValue NO = new FactValue.YesNo(false);

    /** @param year a calendar year, or {@link FactRef#NO_YEAR} */
    record Item(String fact, int year, FactValue value) {}

    private final List<Item> items = new ArrayList<>(256);

    List<Item> items() {
        return items;
    }

    /** Money in 元, or a count. */
    void number(String fact, int year, long value) {
        items.add(new Item(fact, year, new FactValue.Amount(BigDecimal.valueOf(value))));
    }

    void number(String fact, long value) {
        number(fact, FactRef.NO_YEAR, value);
    }

    /** @param thousandths 125 is 12.5 % */
    void ratio(String fact, long thousandths) {
        items.add(new Item(fact, FactRef.NO_YEAR, new FactValue.Amount(BigDecimal.valueOf(thousandths, 3))));
    }

    void yes(String fact, boolean yes) {
        items.add(new Item(fact, FactRef.NO_YEAR, yes ? YES : NO));
    }

    void code(String fact, String code) {
        items.add(new Item(fact, FactRef.NO_YEAR, new FactValue.Code(code)));
    }

    void day(String fact, LocalDate day) {
        items.add(new Item(fact, FactRef.NO_YEAR, new FactValue.Day(day)));
    }
}
