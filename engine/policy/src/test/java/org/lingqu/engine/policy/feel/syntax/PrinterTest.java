package org.lingqu.engine.policy.feel.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.engine.policy.feel.Feel;

class PrinterTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261122})
    void whatIsPrintedReadsAsTheSameTree(long seed) {
        RandomExpressions random = new RandomExpressions(seed);
        for (int i = 0; i < 5_000; i++) {
            Expression tree = random.next(1 + i % 5);
            String text = Feel.print(tree);
            assertThat(Feel.parse(text, List.of("two words", "q r")))
                    .as("seed %d, tree %d: %s", seed, i, text)
                    .isEqualTo(new Parsed.Tree<>(tree));
        }
    }

    @Test
    void onlyParenthesesThatMatterArePrinted() {
        assertThat(reprinted("((a) + (b * c)) >= (0.050)")).isEqualTo("a + b * c >= 0.05");
        assertThat(reprinted("(a - (b - c)) * -d")).isEqualTo("(a - (b - c)) * -d");
        assertThat(reprinted("(a or b) and not(c)")).isEqualTo("(a or b) and not(c)");
        assertThat(reprinted("x in [1..5)")).isEqualTo("x in ([1..5))");
    }

    private static String reprinted(String text) {
        return Feel.print(ParserTest.tree(text));
    }
}
