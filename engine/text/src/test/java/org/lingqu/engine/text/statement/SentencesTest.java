package org.lingqu.engine.text.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence of {@code sentences.txt} gives exactly the statements written under it. */
class SentencesTest {

    static List<SentenceFile.Sentence> sentences() throws IOException {
        return SentenceFile.read("sentences.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sentences")
    void saysWhatIsWrittenUnderIt(SentenceFile.Sentence sentence) {
        assertEquals(String.join("\n", sentence.expected()), String.join("\n", SentenceFile.statements(sentence)));
    }

    @Test
    void coversTwoHundredSentences() throws IOException {
        assertTrue(sentences().size() >= 200);
    }
}
