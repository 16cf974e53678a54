package org.lingqu.engine.policy.feel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.feel.eval.BuiltInFunction.Implementation;
import org.lingqu.engine.policy.feel.value.Value;
import org.lingqu.engine.policy.feel.value.ValueText;

/** DMN 1.5, 10.3.4.3, with {@code string}. Positions count code points from 1. */
final class TextFunctions {

    static final Map<String, Implementation> ALL = Map.ofEntries(
            Map.entry(
                    "string",
                    arguments -> arguments.has(0) ? Value.of(ValueText.of(arguments.at(0))) : Value.Null.NULL),
            Map.entry("substring", TextFunctions::substring),
            Map.entry("string length", of(text -> Value.of(text.codePointCount(0, text.length())))),
            Map.entry("upper case", of(text -> Value.of(text.toUpperCase(Locale.ROOT)))),
            Map.entry("lower case", of(text -> Value.of(text.toLowerCase(Locale.ROOT)))),
            Map.entry("substring before", ofTwo((text, match) -> {
                int at = text.indexOf(match);
                return Value.of(at < 0 ? "" : text.substring(0, at));
            })),
            Map.entry("substring after", ofTwo((text, match) -> {
                int at = text.indexOf(match);
                return Value.of(at < 0 ? "" : text.substring(at + match.length()));
            })),
            Map.entry("contains", ofTwo((text, match) -> Value.of(text.contains(match)))),
            Map.entry("starts with", ofTwo((text, match) -> Value.of(text.startsWith(match)))),
            Map.entry("ends with", ofTwo((text, match) -> Value.of(text.endsWith(match)))),
            Map.entry("replace", TextFunctions::replace),
            Map.entry("matches", TextFunctions::matches),
            Map.entry("split", TextFunctions::split),
            Map.entry("string join", TextFunctions::join));

    private TextFunctions() {}

    private interface OfText {
        Value apply(String text);
    }

    private interface OfTwoTexts {
        Value apply(String text, String match);
    }

    private static Implementation of(OfText function) {
        return arguments -> {
            String text = arguments.text(0);
            return text == null ? Value.Null.NULL : function.apply(text);
        };
    }

    private static Implementation ofTwo(OfTwoTexts function) {
        return arguments -> {
            String text = arguments.text(0);
            String match = arguments.text(1);
            return text == null || match == null ? Value.Null.NULL : function.apply(text, match);
        };
    }

    private static Value substring(Arguments arguments) {
        String text = arguments.text(0);
        Integer start = arguments.whole(1);
        Integer length = arguments.size() > 2 ? arguments.whole(2) : (Integer) Integer.MAX_VALUE;
        if (text == null || start == null || length == null || start == 0 || length < 1) {
            return Value.Null.NULL;
        }
        int[] codePoints = text.codePoints().toArray();
        int from = start > 0 ? start - 1 : codePoints.length + start;
        if (from < 0 || from >= codePoints.length) {
            return start > 0 && from >= codePoints.length ? Value.of("") : Value.Null.NULL;
        }
        int count = Math.min(length, codePoints.length - from);
        return Value.of(new String(codePoints, from, count));
    }

    private static @Nullable Regex regex(Arguments arguments, int pattern, int flags) {
        String text = arguments.text(pattern);
        String letters = arguments.has(flags) ? arguments.text(flags) : "";
        return text == null || letters == null ? null : Regex.of(text, letters);
    }

    private static Value replace(Arguments arguments) {
        String input = arguments.text(0);
        Regex regex = regex(arguments, 1, 3);
        String replacement = arguments.text(2);
        if (input == null || regex == null || replacement == null) {
            return Value.Null.NULL;
        }
        String replaced = regex.replace(input, replacement);
        return replaced == null ? Value.Null.NULL : Value.of(replaced);
    }

    private static Value matches(Arguments arguments) {
        String input = arguments.text(0);
        Regex regex = regex(arguments, 1, 2);
        return input == null || regex == null ? Value.Null.NULL : Value.of(regex.isFoundIn(input));
    }

    private static Value split(Arguments arguments) {
        String input = arguments.text(0);
        Regex regex = regex(arguments, 1, Integer.MAX_VALUE);
        List<String> parts = input == null || regex == null ? null : regex.split(input);
        return parts == null
                ? Value.Null.NULL
                : new Value.Items(
                        parts.stream().map(part -> (Value) Value.of(part)).toList());
    }

    private static Value join(Arguments arguments) {
        List<Value> list = arguments.list(0);
        String delimiter = arguments.has(1) ? arguments.text(1) : "";
        if (list == null || delimiter == null) {
            return Value.Null.NULL;
        }
        List<String> texts = new ArrayList<>();
        for (Value item : list) {
            if (item instanceof Value.Text(String text)) {
                texts.add(text);
            } else if (!item.isNull()) {
                return Value.Null.NULL;
            }
        }
        return Value.of(String.join(delimiter, texts));
    }
}
