package org.lingqu.engine.policy.feel.value;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.feel.syntax.TypeName;

/** Which values are of which type, and the implicit conversions (DMN 1.5, 10.3.2.9.4). */
public final class Types {

    private static final Map<String, Type> BUILT_IN = Map.ofEntries(
            Map.entry("Any", Type.ANY),
            Map.entry("Null", Type.Simple.NULL),
            Map.entry("number", Type.Simple.NUMBER),
            Map.entry("string", Type.Simple.STRING),
            Map.entry("boolean", Type.Simple.BOOLEAN),
            Map.entry("date", Type.Simple.DATE),
            Map.entry("time", Type.Simple.TIME),
            Map.entry("date and time", Type.Simple.DATE_AND_TIME),
            Map.entry("dateTime", Type.Simple.DATE_AND_TIME),
            Map.entry("days and time duration", Type.Simple.DAYS_AND_TIME_DURATION),
            Map.entry("dayTimeDuration", Type.Simple.DAYS_AND_TIME_DURATION),
            Map.entry("years and months duration", Type.Simple.YEARS_AND_MONTHS_DURATION),
            Map.entry("yearMonthDuration", Type.Simple.YEARS_AND_MONTHS_DURATION),
            Map.entry("list", new Type.ListOf(Type.ANY)),
            Map.entry("context", new Type.ContextOf(Map.of())),
            Map.entry("range", new Type.RangeOf(Type.ANY)));

    private Types() {}

    /** Types by name that a model declares. */
    public interface Declared {

        /** The declared type; empty if there is none of that name. */
        Optional<Type> find(String name);
    }

    /** The type that a name means; {@link Type.Unknown} if it means none. */
    public static Type resolve(TypeName name, Declared declared) {
        return switch (name) {
            case TypeName.Named named -> named(named.name(), declared);
            case TypeName.ListOf list -> new Type.ListOf(resolve(list.element(), declared));
            case TypeName.RangeOf range -> new Type.RangeOf(resolve(range.element(), declared));
            case TypeName.ContextOf context ->
                new Type.ContextOf(context.entries().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> resolve(entry.getValue(), declared))));
            case TypeName.FunctionOf function ->
                new Type.FunctionOf(
                        function.parameters().stream()
                                .map(parameter -> resolve(parameter, declared))
                                .toList(),
                        resolve(function.result(), declared));
        };
    }

    /** The type of that name. */
    public static Type named(String name, Declared declared) {
        String plain = name.startsWith("feel:") ? name.substring(5) : name;
        Type builtIn = BUILT_IN.get(plain);
        return declared.find(name).orElseGet(() -> builtIn == null ? new Type.Unknown(name) : builtIn);
    }

    /** {@code value instance of type}; null is of no type but {@code Null}, and allowed values do not count. */
    public static boolean isInstance(Value value, Type type) {
        return is(value, type, false);
    }

    private static boolean is(Value value, Type type, boolean allowedOnly) {
        return switch (type) {
            case Type.Any ignored -> !value.isNull();
            case Type.Simple simple -> isSimple(value, simple);
            case Type.ListOf(Type element) ->
                value instanceof Value.Items(List<Value> items)
                        && items.stream().allMatch(item -> fits(item, element, allowedOnly));
            case Type.RangeOf(Type element) ->
                value instanceof Value.Range range
                        && fits(range.low(), element, allowedOnly)
                        && fits(range.high(), element, allowedOnly);
            case Type.ContextOf(Map<String, Type> entries) ->
                value instanceof Value.Context(Map<String, Value> have)
                        && entries.entrySet().stream().allMatch(entry -> {
                            Value entryValue = have.get(entry.getKey());
                            return entryValue != null && fits(entryValue, entry.getValue(), allowedOnly);
                        });
            case Type.FunctionOf function ->
                value instanceof Value.Function have
                        && (allowedOnly ? mayConform(have.type(), function) : conforms(have.type(), function));
            case Type.Constrained(Type base, var allowed) ->
                is(value, base, allowedOnly) && (!allowedOnly || allowed.test(value));
            case Type.Unknown ignored -> false;
        };
    }

    /** Null fits everywhere. */
    private static boolean fits(Value value, Type type, boolean allowedOnly) {
        return value.isNull() || is(value, type, allowedOnly);
    }

    /** Whether a value may stand where the type is declared, allowed values included. */
    private static boolean conforms(Value value, Type type) {
        return fits(value, type, true);
    }

    /** A function whose types are not declared may be what is wanted: calling it will tell. */
    private static boolean mayConform(Type type, Type.FunctionOf wanted) {
        if (!(type instanceof Type.FunctionOf(List<Type> parameters, Type result))) {
            return true;
        }
        if (!(result instanceof Type.Any) && !conforms(result, wanted.result())) {
            return false;
        }
        for (int i = 0; i < Math.min(parameters.size(), wanted.parameters().size()); i++) {
            if (!(parameters.get(i) instanceof Type.Any)
                    && !conforms(wanted.parameters().get(i), parameters.get(i))) {
                return false;
            }
        }
        return parameters.size() == wanted.parameters().size();
    }

    private static boolean isSimple(Value value, Type.Simple type) {
        return switch (type) {
            case NULL -> value instanceof Value.Null;
            case NUMBER -> value instanceof Value.Num;
            case STRING -> value instanceof Value.Text;
            case BOOLEAN -> value instanceof Value.Bool;
            case DATE -> value instanceof Value.Date;
            case TIME -> value instanceof Value.Time;
            case DATE_AND_TIME -> value instanceof Value.DateTime;
            case DAYS_AND_TIME_DURATION -> value instanceof Value.Days;
            case YEARS_AND_MONTHS_DURATION -> value instanceof Value.Months;
        };
    }

    /** Whether every value of {@code type} is one of {@code wanted} (DMN 1.5, 10.3.2.9.2). */
    public static boolean conforms(Type type, Type wanted) {
        if (wanted instanceof Type.Any || type.equals(wanted) || type == Type.Simple.NULL) {
            return true;
        }
        return switch (type) {
            case Type.Constrained(Type base, var ignored) -> conforms(base, wanted);
            case Type.ListOf(Type element) -> wanted instanceof Type.ListOf(Type want) && conforms(element, want);
            case Type.RangeOf(Type element) -> wanted instanceof Type.RangeOf(Type want) && conforms(element, want);
            case Type.ContextOf(Map<String, Type> have) ->
                wanted instanceof Type.ContextOf(Map<String, Type> want)
                        && want.entrySet().stream().allMatch(entry -> {
                            Type entryType = have.get(entry.getKey());
                            return entryType != null && conforms(entryType, entry.getValue());
                        });
            case Type.FunctionOf(List<Type> have, Type result) ->
                wanted instanceof Type.FunctionOf(List<Type> want, Type wantedResult)
                        && have.size() == want.size()
                        && conforms(result, wantedResult)
                        && conform(want, have);
            case Type.Any ignored -> false;
            case Type.Simple ignored -> false;
            case Type.Unknown ignored -> false;
        };
    }

    private static boolean conform(List<Type> types, List<Type> wanted) {
        for (int i = 0; i < types.size(); i++) {
            if (!conforms(types.get(i), wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The value as one of the type: itself, the only element of a list, a list of one, a day as its midnight; else null. */
    public static Value coerce(Value value, Type type) {
        if (type instanceof Type.Any || conforms(value, type)) {
            return value;
        }
        if (value instanceof Value.Items(List<Value> items)
                && items.size() == 1
                && !(type instanceof Type.ListOf)
                && conforms(items.getFirst(), type)) {
            return items.getFirst();
        }
        if (type instanceof Type.ListOf(Type element) && !(value instanceof Value.Items) && conforms(value, element)) {
            return new Value.Items(List.of(value));
        }
        if (type == Type.Simple.DATE_AND_TIME && value instanceof Value.Date(java.time.LocalDate day)) {
            return new Value.DateTime(day.atStartOfDay(), ZoneOffset.UTC);
        }
        return Value.Null.NULL;
    }
}
