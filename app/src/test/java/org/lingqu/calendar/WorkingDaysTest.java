package org.lingqu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working days as the State Council announced them (国办发明电〔2025〕7号). */
class WorkingDaysTest {

    private final WorkingDays days = new WorkingDays(Path.of("../regions/working-days.tsv"));

    @ParameterizedTest
    @CsvSource({
        "2026-02-14, true", // Saturday, worked for the spring festival
        "2026-02-16, false",
        "2026-02-23, false",
        "2026-02-24, true",
        "2026-09-20, true", // Sunday, worked
        "2026-10-07, false",
        "2026-10-08, true",
        "2026-11-28, false", // an ordinary Saturday
        "2026-11-30, true"
    })
    void followsTheAnnouncedDays(LocalDate day, boolean works) {
        assertThat(days.isWorkingDay(day)).isEqualTo(works);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30, 2026-10-08, 1", // seven days off
        "2026-02-13, 2026-02-24, 2", // 14 February is worked
        "2026-11-27, 2026-11-30, 1",
        "2026-11-30, 2026-11-30, 0"
    })
    void countsThoseLeft(LocalDate today, LocalDate day, int left) {
        assertThat(days.left(today, day)).isEqualTo(left);
    }

    @Test
    void knowsWhichYearsItHas() {
        assertThat(days.isKnown(2026)).isTrue();
        assertThat(days.isKnown(2099)).isFalse();
        assertThat(days.isWorkingDay(LocalDate.of(2099, 10, 1))).isTrue();
    }

    @Test
    void tellsTheYearFromWhichOnTheyAreAnEstimate() {
        assertThat(days.unknownYear(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 31)))
                .isZero();
        assertThat(days.unknownYear(LocalDate.of(2098, 12, 30), LocalDate.of(2099, 1, 4)))
                .isEqualTo(2098);
        assertThat(days.unknownYear(LocalDate.of(2098, 12, 31), LocalDate.of(2099, 1, 4)))
                .isEqualTo(2099);
    }

    @Test
    void tellsTheLineThatCannotBeRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("days.tsv"), "# remark\n2027\toff\t2027-01-01\t1月3日\t元旦\t示\n");
        assertThatThrownBy(() -> new WorkingDays(file)).hasMessageContaining("days.tsv:2");
        Path other = Files.writeString(folder.resolve("other.tsv"), "2027 off\n");
        assertThatThrownBy(() -> new WorkingDays(other)).hasMessageContaining("other.tsv:1: expected year");
    }
}
