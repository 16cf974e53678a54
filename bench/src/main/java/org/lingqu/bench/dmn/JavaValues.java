package org.lingqu.bench.dmn;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.value.Value;
import scala.jdk.javaapi.CollectionConverters;

/** FEEL values as the objects that other engines take and give. */
final class JavaValues {

    private JavaValues() {}

    static @Nullable Object of(Value value) {
        return switch (value) {
            case Value.Null none -> null;
            case Value.Bool bool -> bool.value();
            case Value.Num number -> number.value();
            case Value.Text text -> text.value();
            case Value.Date date -> date.value();
            case Value.Items items ->
                items.values().stream().map(JavaValues::of).toList();
            case Value other -> throw new IllegalArgumentException("No input of a policy is " + other);
        };
    }

    static Value of(@Nullable Object value) {
        return switch (value) {
            case null -> Value.Null.NULL;
            case Boolean bool -> Value.of(bool.booleanValue());
            case BigDecimal number -> new Value.Num(number);
            case scala.math.BigDecimal number -> new Value.Num(number.bigDecimal());
            case Number number -> new Value.Num(new BigDecimal(number.toString()));
            case String text -> Value.of(text);
            case LocalDate day -> new Value.Date(day);
            case List<?> list ->
                new Value.Items(list.stream().map(JavaValues::of).toList());
            case Map<?, ?> map -> context(map);
            case scala.collection.Map<?, ?> map -> context(CollectionConverters.asJava(map));
            case Object other -> throw new IllegalArgumentException("Not expected of an engine: " + other.getClass());
        };
    }

    private static Value context(Map<?, ?> map) {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(String.valueOf(key), of((@Nullable Object) value)));
        return new Value.Context(entries);
    }
}
