package org.lingqu.engine.text.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.ArticleKind;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.article.ArticleReading;
import org.lingqu.engine.text.article.Passage;
import org.lingqu.engine.text.trace.TracedText;

/** Whatever a page holds, nothing is thrown, and every quote is the file's own words. A failure names its seed. */
class StatementReaderFuzzTest {

    private static final String ALPHABET =
            "0123456789０９.,，。；、：:（）()“”《》〈〉%％‰-—～至到从由占比第前约近超余多以上下年月日底末亿万千百十半一二三两几数个家项元吨亩倍番成分之增长下降提高同比分别其中全区我省南宁市"
                    + "将力争预计截至据\uD842\uDFB7\u3000\n";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void neverThrowsOnNoise(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            var text = new StringBuilder();
            int length = 1 + random.nextInt(160);
            for (int i = 0; i < length; i++) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            checkQuotes(text.toString(), "seed " + seed + " round " + round);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 9, 16, 25})
    void neverThrowsOnSpoiltSentences(long seed) throws IOException {
        var random = new Random(seed);
        List<SentenceFile.Sentence> sentences = SentenceFile.read("sentences.txt");
        for (int round = 0; round < 400; round++) {
            var text = new StringBuilder(
                    sentences.get(random.nextInt(sentences.size())).text());
            text.append(sentences.get(random.nextInt(sentences.size())).text());
            for (int change = 0; change < 4; change++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                    default -> text.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                }
            }
            checkQuotes(text.toString(), "seed " + seed + " round " + round);
        }
    }

    private static void checkQuotes(String file, String where) {
        var passages = new ArrayList<Passage>();
        int start = 0;
        for (String line : file.split("\n", -1)) {
            if (!line.isEmpty()) {
                int codePoint = file.codePointCount(0, start);
                TracedText text = TracedText.ofFile(file, start, start + line.length(), codePoint);
                passages.add(new Passage(text, Passage.Kind.PARAGRAPH, 0, null));
            }
            start += line.length() + 1;
        }
        List<Statement> statements;
        try {
            statements = new StatementReader().read(file, new ArticleReading(article(), passages, List.of()));
        } catch (RuntimeException e) {
            throw new AssertionError(where + " threw on: " + file, e);
        }
        int length = file.codePointCount(0, file.length());
        for (Statement statement : statements) {
            assertTrue(statement.span().end() <= length, where);
            int from = file.offsetByCodePoints(0, statement.span().start());
            int to = file.offsetByCodePoints(0, statement.span().end());
            assertEquals(file.substring(from, to), statement.quote(), where);
        }
    }

    private static Article article() {
        return new Article(
                "南宁市工作报告",
                null,
                null,
                null,
                null,
                LocalDate.of(2024, 3, 5),
                null,
                null,
                List.of(),
                ArticleKind.OTHER,
                List.of(),
                List.of(),
                List.of(),
                TracedText.empty());
    }
}
