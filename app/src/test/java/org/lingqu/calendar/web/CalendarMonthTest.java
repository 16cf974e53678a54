package org.lingqu.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lingqu.calendar.Deadline;
import org.springframework.util.LinkedMultiValueMap;

/** The calendar month by month. */
class CalendarMonthTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 10);
    private static final String TITLE = "瞪羚企业";

    private static Deadline expires(String day, int count) {
        return new Deadline(LocalDate.parse(day), Deadline.Kind.EXPIRE, TITLE, TITLE, count);
    }

    private static Deadline closes(String day) {
        return new Deadline(LocalDate.parse(day), Deadline.Kind.CLOSES, "cn/high-tech@2016", "高新技术企业认定", 0);
    }

    @Test
    void titlesThatExpireAreOneNumberAMonthThatLeadsToTheirFirms() {
        List<CalendarMonth> months = CalendarMonth.of(
                List.of(
                        expires("2026-12-15", 2),
                        closes("2026-12-20"),
                        expires("2026-12-31", 3),
                        expires("2027-01-08", 4)),
                TODAY);

        assertThat(months)
                .extracting(CalendarMonth::month)
                .containsExactly(YearMonth.of(2026, 12), YearMonth.of(2027, 1));
        assertThat(months.getFirst().days()).containsExactly(closes("2026-12-20"));
        assertThat(months.getFirst().expiring())
                .as("of this month only what is still to come")
                .containsExactly(new CalendarMonth.Expiring(
                        TITLE,
                        5,
                        "/enterprises?title=%E7%9E%AA%E7%BE%9A%E4%BC%81%E4%B8%9A&expiresOn=2026-12-10%2F2026-12-31"));
        assertThat(months.getLast().days()).isEmpty();
        assertThat(months.getLast().expiring().getFirst().address()).endsWith("&expiresOn=2027-01");
    }

    @Test
    void whatAnAddressAsksForIsReadAndWhatCannotBeIsPassedOver() {
        var query = new LinkedMultiValueMap<String, String>();
        query.add("from", "2027-03");
        query.add("months", "6");
        query.add("kind", "opens");
        query.add("kind", "closes");
        query.add("kind", "nonsense");
        CalendarQuery asked = CalendarQuery.of(query, TODAY);

        assertThat(asked.shows(Deadline.Kind.OPENS)).isTrue();
        assertThat(asked.shows(Deadline.Kind.EXPIRE)).isFalse();
        assertThat(asked.firstDay(TODAY)).isEqualTo("2027-03-01");
        assertThat(asked.lastDay()).isEqualTo("2027-08-31");
        assertThat(asked.next()).isEqualTo("/calendar?from=2027-09&months=6&kind=opens&kind=closes");
        assertThat(asked.previous(TODAY)).startsWith("/calendar?from=2026-12&");

        query.set("from", "2020-01");
        query.set("months", "99");
        query.remove("kind");
        CalendarQuery other = CalendarQuery.of(query, TODAY);
        assertThat(other.firstDay(TODAY)).as("nothing before today").isEqualTo(TODAY);
        assertThat(other.lastDay()).isEqualTo("2027-02-28");
        assertThat(other.previous(TODAY)).isEmpty();
        assertThat(other.shows(Deadline.Kind.EXPIRE)).isTrue();
    }
}
