package org.lingqu.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in {@code corpus/pages} gets the answer that {@code expected.tsv} names. */
class CorpusTest {

    private static final Path FOLDER = Path.of("..", "..", "corpus", "pages");
    private static final PageReader READER = new PageReader();

    static Stream<List<String>> expected() throws IOException {
        return Files.readAllLines(FOLDER.resolve("expected.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)));
    }

    @ParameterizedTest
    @MethodSource("expected")
    void isAnsweredAsExpected(List<String> row) throws IOException {
        byte[] bytes = Files.readAllBytes(FOLDER.resolve(row.get(0)));
        switch (READER.read(new PageSource(row.get(0), bytes))) {
            case PageRefused refused -> assertThat(refused.code()).isEqualTo(row.get(1));
            case PageRead read -> {
                assertThat(read.charset()).isEqualTo(row.get(1));
                assertThat(read.article().text().toString()).contains(row.get(2));
                if (!row.get(3).isEmpty()) {
                    assertThat(read.article().text().toString()).doesNotContain(row.get(3));
                }
            }
        }
    }

    @Test
    void everyFileHasAnExpectation() throws IOException {
        List<String> named = expected().map(List::getFirst).toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("expected.tsv")))
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }
}
