package org.lingqu.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Supplier;

/** Mistakes in single figures, as they happen where people type: in what firms state themselves, else in anything. */
final class Slips {

    private static final double LIKELY = 0.03;
    private static final BigDecimal TEN_THOUSAND = new BigDecimal("10000");
    private static final BigDecimal WORTH_IT = new BigDecimal("100000");

    private final List<MadeValue> values;
    private final List<MadeMistake> mistakes;

    private Slips(List<MadeValue> values, List<MadeMistake> mistakes) {
        this.values = values;
        this.mistakes = mistakes;
    }

    /** Puts at most one mistake into the values of a firm. */
    static void make(List<MadeValue> values, List<MadeMistake> mistakes, Dice dice) {
        if (!dice.chance(LIKELY)) {
            return;
        }
        var slips = new Slips(values, mistakes);
        List<Integer> typed = slips.places(Supplier.FIRM);
        List<Integer> places = typed.isEmpty() ? slips.places(Supplier.TAX) : typed;
        if (!places.isEmpty()) {
            slips.at(dice.oneOf(places), dice.weighted(35, 25, 15, 25));
        }
    }

    private List<Integer> places(Supplier supplier) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < values.size(); i++) {
            MadeValue value = values.get(i);
            if (value.supplier() == supplier
                    && value.year() != FactRef.NO_YEAR
                    && value.value() instanceof FactValue.Amount(var amount)
                    && amount.compareTo(WORTH_IT) > 0) {
                places.add(i);
            }
        }
        return places;
    }

    private void at(int place, int kind) {
        MadeValue value = values.get(place);
        BigDecimal right = amount(value);
        switch (kind) {
            case 0 -> put(place, right.multiply(BigDecimal.TEN), MadeMistake.Kind.ZERO_TOO_MANY);
            case 1 ->
                put(
                        place,
                        right.divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP),
                        MadeMistake.Kind.TEN_THOUSAND_TOO_SMALL);
            case 2 -> put(place, right.negate(), MadeMistake.Kind.NEGATIVE);
            default -> swap(place);
        }
    }

    private void swap(int place) {
        MadeValue one = values.get(place);
        for (int i = 0; i < values.size(); i++) {
            MadeValue other = values.get(i);
            if (other.fact().equals(one.fact())
                    && other.supplier() == one.supplier()
                    && other.year() == one.year() - 1
                    && !other.value().equals(one.value())) {
                BigDecimal later = amount(one);
                put(place, amount(other), MadeMistake.Kind.YEARS_SWAPPED);
                put(i, later, MadeMistake.Kind.YEARS_SWAPPED);
                return;
            }
        }
    }

    private void put(int place, BigDecimal amount, MadeMistake.Kind kind) {
        MadeValue value = values.get(place);
        mistakes.add(
                new MadeMistake(kind, value.fact(), value.year(), amount(value).toPlainString()));
        values.set(
                place,
                new MadeValue(value.fact(), value.year(), new FactValue.Amount(amount), value.supplier(), value.day()));
    }

    private static BigDecimal amount(MadeValue value) {
        return ((FactValue.Amount) value.value()).value();
    }
}
