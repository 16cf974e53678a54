package org.lingqu.engine.policy.dmn;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.feel.value.Value;

/**
 * What a model has to be given; null where it is not held.
 *
 * @param name a single word, so that every engine reads it as one
 * @param label what it is, as the policy writes it
 * @param description for the person who fills it in
 */
public record DmnInput(String name, String label, String description, DmnType type, Source source) {

    /** Where the value comes from. */
    public sealed interface Source {
        /** The as-of date, which is never null. */
        record Day() implements Source {}

        record OfFact(FactRef ref) implements Source {}

        /** Whether a title is valid on the as-of date. */
        record OfTitle(String title) implements Source {}

        record OfAnswer(String item) implements Source {}

        record OfJudgement(String item) implements Source {}

        /** A figure of the policy that nobody knows yet. */
        record OfParameter(String parameter) implements Source {}

        /** What a criterion, line or benefit comes to where FEEL cannot compute it exactly; another system has to. */
        record Elsewhere(String place) implements Source {}
    }

    /** The value that a firm has for it on a day. */
    public Value value(FirmFacts facts, LocalDate asOf) {
        return switch (source) {
            case Source.Day day -> new Value.Date(asOf);
            case Source.OfFact fact ->
                Optional.ofNullable(facts.get(fact.ref(), asOf))
                        .map(held -> value(held.value()))
                        .filter(this::fits)
                        .orElse(Value.Null.NULL);
            case Source.OfTitle title -> Value.of(facts.holds(title.title(), asOf));
            case Source.OfAnswer answer -> Value.of(facts.answer(answer.item()));
            case Source.OfJudgement judged ->
                Optional.ofNullable(facts.judgement(judged.item()))
                        .<Value>map(Value.Num::new)
                        .orElse(Value.Null.NULL);
            case Source.OfParameter parameter -> Value.Null.NULL;
            case Source.Elsewhere elsewhere -> Value.Null.NULL;
        };
    }

    private static Value value(FactValue value) {
        return switch (value) {
            case FactValue.Amount amount -> new Value.Num(amount.value());
            case FactValue.Day day -> new Value.Date(day.value());
            case FactValue.Code code -> Value.of(code.value());
            case FactValue.YesNo yes -> Value.of(yes.value());
            case FactValue.Codes codes ->
                new Value.Items(codes.values().stream().<Value>map(Value::of).toList());
            case FactValue.Words words -> Value.of(words.value());
        };
    }

    /** A value of the wrong type counts as missing. */
    private boolean fits(Value value) {
        return switch (type) {
            case MONEY, COUNT, RATIO, NUMBER -> value instanceof Value.Num;
            case DATE -> value instanceof Value.Date;
            case YES_NO -> value instanceof Value.Bool;
            case CODE, TEXT, FINDING -> value instanceof Value.Text;
            case CODES -> value instanceof Value.Items;
            case POINTS -> value instanceof Value.Context;
        };
    }

    /** All inputs of a model by name, for one firm and day. */
    static Map<String, Value> values(Iterable<DmnInput> inputs, FirmFacts facts, LocalDate asOf) {
        return java.util.stream.StreamSupport.stream(inputs.spliterator(), false)
                .collect(Collectors.toMap(DmnInput::name, input -> input.value(facts, asOf)));
    }
}
