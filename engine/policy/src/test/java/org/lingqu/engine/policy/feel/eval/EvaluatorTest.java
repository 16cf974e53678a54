package org.lingqu.engine.policy.feel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.engine.policy.feel.Feel;
import org.lingqu.engine.policy.feel.syntax.BuiltIns;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.feel.syntax.Parsed;
import org.lingqu.engine.policy.feel.syntax.RandomExpressions;
import org.lingqu.engine.policy.feel.syntax.SyntaxProblem;
import org.lingqu.engine.policy.feel.value.Comparing;
import org.lingqu.engine.policy.feel.value.Value;
import org.lingqu.engine.policy.feel.value.ValueText;

class EvaluatorTest {

    static Value value(String text) {
        return switch (Feel.parse(text)) {
            case Parsed.Tree<Expression>(Expression tree) -> new Evaluator().evaluate(tree, Scope.EMPTY);
            case Parsed.Broken<Expression>(List<SyntaxProblem> problems) ->
                throw new AssertionError(problems.getFirst().explain(text));
        };
    }

    static Stream<String> values() throws IOException {
        try (var file = Objects.requireNonNull(EvaluatorTest.class.getResourceAsStream("values.txt"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void anExpressionIsWorthWhatTheStandardSays(String line) {
        String[] sides = line.split(" => ", 2);
        Value actual = value(sides[0]);
        Value expected = value(sides[1]);
        assertThat(Comparing.same(actual, expected))
                .as("got %s", ValueText.of(actual))
                .isTrue();
    }

    @Test
    void everyListedFunctionIsThere() {
        assertThat(BuiltIns.SIGNATURES)
                .hasSizeGreaterThan(90)
                .allSatisfy(signature ->
                        assertThat(BuiltInFunction.find(signature.name())).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for a in 1..1000000, b in 1..1000000 return a",
                "{f: function(n) f(n + 1), r: f(1)}.r",
                "count(for a in 1..100000 return for b in 1..100000 return b)",
                "{grow: function(s, n) if n = 0 then s else grow(s + s, n - 1), r: string length(grow(\"a\", 60))}.r",
                "{f: function(l) f(append(l, l)), r: f([1])}.r",
                "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^((a+)+b?)+$\")",
                "10 ** 999999999",
                "exp(1000000)",
                "(10 ** 6000) * (10 ** 6000)"
            })
    void whatWouldTakeForEverIsNullSoon(String bomb) {
        Instant start = Instant.now();
        Value value = value(bomb);
        assertThat(value).isEqualTo(Value.Null.NULL);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aPatternThatNestsTooDeepIsNoAnswer() {
        assertThat(value("matches(\"" + "ab".repeat(200_000) + "\", \"^(a|b)*$\")"))
                .isEqualTo(Value.Null.NULL);
        assertThat(value("matches(\"a\", \"" + "(".repeat(1_500) + "\")")).isEqualTo(Value.Null.NULL);
    }

    @Test
    void anExhaustedEvaluationSaysSo() {
        Expression endless = ((Parsed.Tree<Expression>) Feel.parse("count(for a in 1..100000000 return a)")).tree();
        Evaluator evaluator = new Evaluator();
        assertThat(evaluator.evaluate(endless, Scope.EMPTY)).isEqualTo(Value.Null.NULL);
        assertThat(evaluator.exhausted()).contains("steps");
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void noTreeMakesTheEvaluatorThrow(long seed) {
        RandomExpressions random = new RandomExpressions(seed);
        for (int i = 0; i < 1_000; i++) {
            Expression tree = random.next(1 + i % 6);
            Value value = new Evaluator().evaluate(tree, Scope.EMPTY.with("a", Value.of(3)));
            assertThat(ValueText.of(value))
                    .as("seed %d, tree %d: %s", seed, i, Feel.print(tree))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void noArgumentsMakeABuiltInFunctionThrow(long seed) {
        var random = new java.util.Random(seed);
        List<String> odd = List.of(
                "null",
                "true",
                "-1",
                "0",
                "1.5",
                "1e6000",
                "1e-6000",
                "999999999999",
                "\"\"",
                "\"a\"",
                "\"[\"",
                "\"$1\"",
                "\"2026-13-01\"",
                "[]",
                "[1]",
                "[null]",
                "[[\"a\"]]",
                "{}",
                "{key: \"a\", value: 1}",
                "@\"2026-02-28\"",
                "@\"-999999999-01-01\"",
                "@\"999999999-12-31\"",
                "@\"10:00:00\"",
                "@\"10:00:00@Asia/Shanghai\"",
                "@\"2026-02-28T10:00:00Z\"",
                "@\"P999999999999999Y\"",
                "@\"-P106751991167300D\"",
                "@\"PT1S\"",
                "[1..2]",
                "(< 1)",
                "(!= 1)",
                "[null..1]",
                "abs",
                "function() 1",
                "function(a, b) a",
                "function(x, y) x < y");
        for (BuiltIns.Signature signature : BuiltIns.SIGNATURES) {
            for (int i = 0; i < 60; i++) {
                StringBuilder call = new StringBuilder(signature.name()).append('(');
                int count = signature.required() + random.nextInt(2);
                for (int n = 0; n < count; n++) {
                    call.append(n == 0 ? "" : ", ").append(odd.get(random.nextInt(odd.size())));
                }
                String text = call.append(')').toString();
                assertThat(ValueText.of(value(text)))
                        .as("seed %d: %s", seed, text)
                        .isNotNull();
            }
        }
    }

    @Test
    void aDeclaredTypeIsFound() {
        assertThat(Optional.of(value("1 instance of tNoSuchType"))).contains(Value.Bool.FALSE);
    }
}
