package org.lingqu.library.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynonymsTest {

    @TempDir
    Path folder;

    private Synonyms.Reading read(String list) throws IOException {
        Files.writeString(folder.resolve(Synonyms.FILE), list);
        return Synonyms.in(folder);
    }

    @Test
    void theShippedListHasNoMistakes() {
        assertThat(SynonymReader.read(Synonyms.shippedFile()).problems())
                .filteredOn(problem -> !problem.code().equals("IN_TWO_LINES"))
                .isEmpty();
        assertThat(Synonyms.shipped().size()).isGreaterThan(100);
    }

    @Test
    void withoutAnOwnListTheShippedOneHolds() {
        Synonyms.Reading reading = Synonyms.in(folder);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.synonyms().of("高企")).contains("高新技术企业");
    }

    @Test
    void everyMistakeIsReportedAtOnceAndTheRestHolds() throws IOException {
        Synonyms.Reading reading = read("\ufeff# 说明\n高企\t高新技术企业\t!高企业\n\n孤词\n科小,科技型中小企业\n甲\t甲\t乙\n……\t丙\n"
                + "长".repeat(50) + "\t短\n高企\t高科技企业\n丁\t戊\t!己\n");
        assertThat(reading.problems())
                .extracting(SynonymProblem::line, SynonymProblem::code)
                .containsExactly(
                        tuple(4, "ONE_WORD_ONLY"),
                        tuple(5, "ONE_WORD_ONLY"),
                        tuple(6, "REPEATED_WORD"),
                        tuple(7, "NO_LETTERS"),
                        tuple(7, "ONE_WORD_ONLY"),
                        tuple(8, "TOO_LONG"),
                        tuple(8, "ONE_WORD_ONLY"),
                        tuple(9, "IN_TWO_LINES"),
                        tuple(10, "NOT_AROUND_A_WORD"));
        assertThat(reading.problems())
                .allSatisfy(problem -> assertThat(problem.advice()).isNotBlank());
        assertThat(reading.problems().get(1).says("synonyms.tsv"))
                .contains("synonyms.tsv:5")
                .contains("制表符");
        assertThat(reading.synonyms().of("高企")).containsExactly("高新技术企业", "高科技企业");
        assertThat(reading.synonyms().of("甲")).containsExactly("乙");
        assertThat(reading.synonyms().of("丁")).containsExactly("戊");
    }

    @Test
    void aListSavedAsAnsiIsReadAndReported() throws IOException {
        Files.write(folder.resolve(Synonyms.FILE), "高企\t高新技术企业\n".getBytes(Charset.forName("GB18030")));
        Synonyms.Reading reading = Synonyms.in(folder);
        assertThat(reading.problems()).extracting(SynonymProblem::code).containsExactly("NOT_UTF8");
        assertThat(reading.synonyms().of("高企")).containsExactly("高新技术企业");
    }

    @Test
    void garbageNeverThrows() throws IOException {
        var random = new java.util.Random(7);
        var bytes = new byte[100_000];
        random.nextBytes(bytes);
        Files.write(folder.resolve(Synonyms.FILE), bytes);
        assertThat(Synonyms.in(folder).problems()).isNotEmpty().hasSizeLessThanOrEqualTo(200);
        Files.writeString(folder.resolve(Synonyms.FILE), "\t\t\n\t", StandardCharsets.UTF_8);
        assertThat(Synonyms.in(folder).synonyms().size()).isZero();
    }

    @Test
    void shortWordsInsideLongerOnesAreLeftAlone() {
        Synonyms synonyms = Synonyms.shipped();
        assertThat(synonyms.longestAt("提高企业", 1)).isEqualTo(1);
        assertThat(synonyms.longestAt("提高高企数", 2)).isEqualTo(4);
        assertThat(synonyms.longestAt("main", 1)).isEqualTo(1);
        assertThat(synonyms.longestAt("ai应用", 0)).isEqualTo(2);
    }
}
