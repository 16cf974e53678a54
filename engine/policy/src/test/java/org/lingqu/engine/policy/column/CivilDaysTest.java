package org.lingqu.engine.policy.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CivilDaysTest {

    @Test
    void countsAsTheCalendarDoes() {
        var random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            int one = random.nextInt(-200_000, 200_000);
            int other = random.nextInt(-200_000, 200_000);
            int months = random.nextInt(-500, 500);
            LocalDate day = LocalDate.ofEpochDay(one);
            assertThat(CivilDays.year(one)).isEqualTo(day.getYear());
            assertThat((long) CivilDays.monthsBetween(one, other))
                    .isEqualTo(ChronoUnit.MONTHS.between(day, LocalDate.ofEpochDay(other)));
            assertThat((long) CivilDays.monthsLater(one, months))
                    .isEqualTo(day.plusMonths(months).toEpochDay());
        }
    }
}
