package org.lingqu.registry.store;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.registry.FactYear;
import org.lingqu.registry.Said;
import org.lingqu.registry.TitleSpan;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was said, as it is kept: {@code {"name":…,"values":{"研发费用":{"2025":1200000},"成立日期":{"":"d2015-03-01"}},…}}. A value
 * tells its own kind, so that an entry is read alike whatever becomes of the dictionary: a number is an amount, true and false an
 * answer, a list codes; words begin with {@code c} for a code, {@code d} for a day, {@code w} for words.
 */
final class SaidJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private SaidJson() {}

    static String write(Said said) {
        var out = new StringWriter(512);
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            word(json, "name", said.name());
            word(json, "code", said.code());
            values(json, said);
            withdrawn(json, said);
            titles(json, said);
            if (!said.answers().isEmpty()) {
                json.writeObjectPropertyStart("answers");
                said.answers().forEach(json::writeBooleanProperty);
                json.writeEndObject();
            }
            if (!said.points().isEmpty()) {
                json.writeObjectPropertyStart("points");
                said.points().forEach(json::writeNumberProperty);
                json.writeEndObject();
            }
            words(json, "refused", said.refused());
            words(json, "reopened", said.reopened());
            json.writeEndObject();
        }
        return out.toString();
    }

    private static void words(JsonGenerator json, String name, Set<String> words) {
        if (!words.isEmpty()) {
            json.writeArrayPropertyStart(name);
            words.forEach(json::writeString);
            json.writeEndArray();
        }
    }

    private static void word(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    private static void values(JsonGenerator json, Said said) {
        if (said.values().isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("values");
        String fact = null;
        for (var each : said.values().entrySet()) { // sorted: the years of a fact stand together
            if (!each.getKey().fact().equals(fact)) {
                if (fact != null) {
                    json.writeEndObject();
                }
                fact = each.getKey().fact();
                json.writeObjectPropertyStart(fact);
            }
            json.writeName(year(each.getKey()));
            value(json, each.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, FactValue value) {
        switch (value) {
            case FactValue.Amount(BigDecimal number) -> json.writeNumber(number);
            case FactValue.YesNo(boolean yes) -> json.writeBoolean(yes);
            case FactValue.Day(LocalDate day) -> json.writeString("d" + day);
            case FactValue.Code(String code) -> json.writeString("c" + code);
            case FactValue.Words(String words) -> json.writeString("w" + words);
            case FactValue.Codes codes -> {
                json.writeStartArray();
                codes.values().forEach(json::writeString);
                json.writeEndArray();
            }
        }
    }

    private static void withdrawn(JsonGenerator json, Said said) {
        if (said.withdrawn().isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("withdrawn");
        said.withdrawn().forEach(key -> {
            json.writeStartArray();
            json.writeString(key.fact());
            json.writeString(year(key));
            json.writeEndArray();
        });
        json.writeEndArray();
    }

    private static void titles(JsonGenerator json, Said said) {
        if (said.titles().isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("titles");
        said.titles().forEach((title, spans) -> {
            json.writeArrayPropertyStart(title);
            spans.forEach(span -> json.writeString(span.from() + ".." + (span.to() == null ? "" : span.to())));
            json.writeEndArray();
        });
        json.writeEndObject();
    }

    private static String year(FactYear key) {
        return key.isYearly() ? Integer.toString(key.year()) : "";
    }

    /** @throws IllegalStateException where the text is not what {@link #write} writes */
    static Said read(String text) {
        JsonNode json = MAPPER.readTree(text);
        var values = new TreeMap<FactYear, FactValue>();
        json.path("values")
                .propertyStream()
                .forEach(fact -> fact.getValue()
                        .propertyStream()
                        .forEach(year -> values.put(key(fact.getKey(), year.getKey()), value(year.getValue()))));
        var withdrawn = new TreeSet<FactYear>();
        json.path("withdrawn")
                .forEach(pair ->
                        withdrawn.add(key(pair.path(0).asString(), pair.path(1).asString())));
        var titles = new TreeMap<String, List<TitleSpan>>();
        json.path("titles").propertyStream().forEach(title -> titles.put(title.getKey(), spans(title.getValue())));
        var answers = new TreeMap<String, Boolean>();
        json.path("answers")
                .propertyStream()
                .forEach(
                        answer -> answers.put(answer.getKey(), answer.getValue().booleanValue()));
        var points = new TreeMap<String, BigDecimal>();
        json.path("points")
                .propertyStream()
                .forEach(given -> points.put(given.getKey(), given.getValue().decimalValue()));
        return new Said(
                words(json, "name"),
                words(json, "code"),
                values,
                withdrawn,
                titles,
                answers,
                points,
                all(json, "refused"),
                all(json, "reopened"));
    }

    private static SortedSet<String> all(JsonNode json, String name) {
        var words = new TreeSet<String>();
        json.path(name).forEach(word -> words.add(word.stringValue()));
        return words;
    }

    private static @Nullable String words(JsonNode json, String name) {
        JsonNode node = json.path(name);
        return node.isString() ? node.stringValue() : null;
    }

    private static FactYear key(String fact, String year) {
        return new FactYear(fact, year.isEmpty() ? FactRef.NO_YEAR : Integer.parseInt(year));
    }

    private static FactValue value(JsonNode node) {
        if (node.isNumber()) {
            return new FactValue.Amount(node.decimalValue());
        }
        if (node.isBoolean()) {
            return new FactValue.YesNo(node.booleanValue());
        }
        if (node.isArray()) {
            var codes = new TreeSet<String>();
            node.forEach(code -> codes.add(code.stringValue()));
            return new FactValue.Codes(codes);
        }
        String text = node.stringValue();
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 'd' -> new FactValue.Day(LocalDate.parse(rest));
            case 'c' -> new FactValue.Code(rest);
            case 'w' -> new FactValue.Words(rest);
            default -> throw new IllegalStateException("no kind of value begins with " + text.charAt(0));
        };
    }

    private static List<TitleSpan> spans(JsonNode node) {
        var spans = new ArrayList<TitleSpan>();
        try {
            node.forEach(span -> {
                String[] ends = span.stringValue().split("\\.\\.", -1);
                spans.add(new TitleSpan(LocalDate.parse(ends[0]), ends[1].isEmpty() ? null : LocalDate.parse(ends[1])));
            });
        } catch (DateTimeParseException e) {
            throw new IllegalStateException("a title's days cannot be read", e);
        }
        return spans;
    }
}
