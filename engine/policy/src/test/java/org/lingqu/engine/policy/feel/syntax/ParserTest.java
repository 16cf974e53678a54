package org.lingqu.engine.policy.feel.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.engine.policy.BothLanguages;
import org.lingqu.engine.policy.feel.Feel;
import org.lingqu.engine.policy.feel.syntax.SyntaxProblem.Code;

class ParserTest {

    static Expression tree(String text) {
        return switch (Feel.parse(text)) {
            case Parsed.Tree<Expression>(Expression tree) -> tree;
            case Parsed.Broken<Expression>(List<SyntaxProblem> problems) ->
                throw new AssertionError(problems.getFirst().explain(text));
        };
    }

    static List<SyntaxProblem> problems(String text) {
        return switch (Feel.parse(text)) {
            case Parsed.Tree<Expression>(Expression tree) -> throw new AssertionError("Read as " + tree);
            case Parsed.Broken<Expression>(List<SyntaxProblem> problems) -> problems;
        };
    }

    @Test
    void chineseNamesWithPointsAreOrdinaryPaths() {
        Expression.Comparison comparison = (Expression.Comparison) tree("研发费用.近三年 / 销售收入.近三年 >= 0.05");
        Expression.Arithmetic ratio = (Expression.Arithmetic) comparison.left();
        assertThat(ratio.left().dotted()).contains("研发费用.近三年");
        assertThat(ratio.right().place()).satisfies(place -> {
            assertThat(place.start()).isEqualTo(11);
            assertThat(place.end()).isEqualTo(19);
        });
    }

    @Test
    void equalExpressionsAreEqualValuesWhereverTheyStand() {
        Expression.And both = (Expression.And) tree("收入.上年 >= 1.0 and  收入 . 上年 >= 1");
        assertThat(both.left()).isEqualTo(both.right()).hasSameHashCodeAs(both.right());
        assertThat(both.left().place().start())
                .isNotEqualTo(both.right().place().start());
        assertThat(tree("a + b")).isNotEqualTo(tree("b + a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + b * c ** d        | a + (b * (c ** d))",
                "a - b - c             | (a - b) - c",
                "a or b and c = d      | a or (b and (c = d))",
                "-a ** 2               | (-a) ** 2",
                "-a.b                  | -(a.b)",
                "x between 1 and 2 and y | (x between 1 and 2) and y",
                "a + 1 in (1, 2)       | (a + 1) in (1, 2)",
                "if a then b else c + d | if a then b else (c + d)",
                "f(a)[1].b             | ((f(a))[1]).b",
                "x in ]1..5[ and y     | (x in (1..5)) and y"
            })
    void operatorsBindAsTheStandardSays(String text, String withParentheses) {
        assertThat(tree(text)).isEqualTo(tree(withParentheses));
    }

    @Test
    void theLongestKnownNameIsRead() {
        assertThat(tree("string length(\"a\")")).isInstanceOf(Expression.Invocation.class);
        assertThat(Feel.parse("monthly  fee-total - 1", List.of("monthly fee-total")))
                .isEqualTo(Feel.parse("(monthly fee-total)-1", List.of("monthly fee-total")))
                .isInstanceOf(Parsed.Tree.class);
        assertThat(tree("{first name: 1, b: first name + 1}.first name")).isInstanceOf(Expression.Path.class);
    }

    @Test
    void everyProblemIsFoundAtOnce() {
        assertThat(problems("营收（上年） >= 5％ and and 3年 == \"甲"))
                .extracting(SyntaxProblem::code)
                .contains(
                        Code.FULL_WIDTH_CHARACTER,
                        Code.MISSING_OPERAND,
                        Code.BAD_NUMBER,
                        Code.FOREIGN_OPERATOR,
                        Code.UNCLOSED_STRING)
                .hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void caretsStandUnderChineseCharacters() {
        String text = "研发费用.近三年 ≥ 5";
        SyntaxProblem problem = problems(text).getFirst();
        assertThat(problem.underlined(text)).isEqualTo("研发费用.近三年 ≥ 5\n" + " ".repeat(16) + "^");
        String wide = "收入 >= 1 且 利润 > 0";
        SyntaxProblem second = problems(wide).getFirst();
        assertThat(second.seen()).isEqualTo("且");
        assertThat(second.underlined(wide)).isEqualTo(wide + "\n" + " ".repeat(10) + "^^");
        assertThat(second.explain(wide)).startsWith("UNEXPECTED_TOKEN: ").contains("and");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "// only a comment",
                "(",
                ")",
                "a +",
                "{a",
                "{:",
                "[1..",
                "@",
                "a.",
                "f(a: 1, 2)",
                "{a: 1, a: 2}",
                "1e999999999",
                "\"\\U110000\"",
                "/* open"
            })
    void brokenTextIsRefusedWithAPlace(String text) {
        assertThat(problems(text)).allSatisfy(problem -> {
            assertThat(problem.place().end()).isLessThanOrEqualTo(text.length());
            assertThat(problem.message().english()).endsWith(".");
            assertThat(problem.message().chinese()).endsWith("。");
            BothLanguages.require(problem.message());
            BothLanguages.require(problem.advice());
            assertThat(problem.explain(text)).contains("^");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[",
                "{a:",
                "-",
                "f(",
                "if ",
                "not(",
                "a.b[",
                "1+",
                "1+(",
                "x in (",
                "for x in ",
                "function(x) ",
                "a instance of list<",
                "]",
                "@",
                "<",
                "for x in y return ",
                "((1..",
                "a.",
                "1 and "
            })
    void hundredThousandLevelsAreRefused(String opening) {
        assertThat(problems(opening.repeat(Math.min(100_000, Parser.LONGEST / opening.length()))))
                .extracting(SyntaxProblem::code)
                .containsAnyOf(Code.TOO_DEEP, Code.MISSING_OPERAND, Code.MISSING_NAME, Code.MISSING_TOKEN);
    }

    @Test
    void deepestTreeCanBeWalked() {
        String chain = "1" + " + 1".repeat(Parser.DEEPEST - 10);
        assertThat(tree(chain)).isEqualTo(tree(Feel.print(tree(chain))));
        assertThat(problems("1" + " + 1".repeat(Parser.DEEPEST + 10)))
                .extracting(SyntaxProblem::code)
                .containsExactly(Code.TOO_DEEP);
        String nested = "(".repeat(Parser.DEEPEST / 2 - 5) + "1" + ")".repeat(Parser.DEEPEST / 2 - 5);
        assertThat(tree(nested)).isEqualTo(tree("1"));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void noTextMakesTheParserThrow(long seed) {
        Random random = new Random(seed);
        String[] pieces = {
            "a",
            "研发",
            "1",
            ".5",
            "\"",
            "\\u12",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ",",
            ":",
            "..",
            ".",
            " ",
            "-",
            "**",
            "if ",
            " then ",
            " else ",
            "for ",
            " in ",
            " return ",
            "some ",
            " satisfies ",
            " instance of ",
            "function",
            "list<",
            ">",
            "not(",
            "@",
            "//",
            "/*",
            "*/",
            "\n",
            "（",
            "，",
            "“",
            "≥",
            "%",
            "\u0000",
            "\uD800",
            "🐎",
            " between ",
            " and ",
            "date and time",
            "?",
            "="
        };
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(25); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            String expression = text.toString();
            assertThat(Feel.parse(expression))
                    .as("seed %d: %s", seed, expression)
                    .isNotNull();
            assertThat(Feel.parseUnaryTests(expression, List.of())).isNotNull();
            if (Feel.parse(expression) instanceof Parsed.Broken<Expression>(List<SyntaxProblem> problems)) {
                problems.forEach(
                        problem -> assertThat(problem.explain(expression)).isNotBlank());
            }
        }
    }
}
