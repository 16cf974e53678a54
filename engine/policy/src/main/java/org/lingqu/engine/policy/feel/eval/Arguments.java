package org.lingqu.engine.policy.feel.eval;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.value.Numbers;
import org.lingqu.engine.policy.feel.value.Value;

/**
 * What a built-in function is called with, converted as functions expect it; null for what is of another type.
 *
 * @param names the parameters of the signature if they were named, else empty
 */
record Arguments(List<Value> values, List<String> names, Evaluator evaluator) {

    int size() {
        return values.size();
    }

    Value at(int index) {
        return index < values.size() ? values.get(index) : Value.Null.NULL;
    }

    boolean has(int index) {
        return index < values.size() && !values.get(index).isNull();
    }

    /** The argument itself, or the only element of a list where a list makes no sense. */
    Value single(int index) {
        Value value = at(index);
        return value instanceof Value.Items(List<Value> items) && items.size() == 1 ? items.getFirst() : value;
    }

    @Nullable BigDecimal number(int index) {
        return single(index) instanceof Value.Num(BigDecimal number) ? number : null;
    }

    /** A whole number of moderate size; a fraction is cut off. */
    @Nullable Integer whole(int index) {
        BigDecimal number = number(index);
        return number == null || number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
                ? null
                : number.intValue();
    }

    boolean isWhole(int index) {
        BigDecimal number = number(index);
        return number != null && Numbers.isWhole(number);
    }

    @Nullable String text(int index) {
        return single(index) instanceof Value.Text(String text) ? text : null;
    }

    /** A list, or one value as a list of one; null for null. */
    @Nullable List<Value> list(int index) {
        return switch (at(index)) {
            case Value.Null ignored -> null;
            case Value.Items(List<Value> items) -> items;
            case Value value -> List.of(value);
        };
    }

    /** The elements of the only list, or all arguments. */
    @Nullable List<Value> all() {
        return values.size() == 1 ? list(0) : values;
    }
}
