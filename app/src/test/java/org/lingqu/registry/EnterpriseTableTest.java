package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingqu.registry.store.TableRows;

/** What lists filter by. */
class EnterpriseTableTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
    private static final String TITLE = "高新技术企业";

    private final EnterpriseTable table = new EnterpriseTable();

    @BeforeEach
    void three() {
        table.add(row(1, "甲汽车", "3612"));
        table.add(row(2, "乙软件", "6513"));
        table.add(row(3, "丙电子", "3921"));
    }

    @ParameterizedTest
    @CsvSource({"36, 1", "C, '1,3'", "制造业, '1,3'", "汽车制造业, 1", "C39, 3", "39 计算机、通信和其他电子设备制造业, 3", "软件, 2", "飞碟业, ''"})
    void anIndustryIsMeantByItsCodeItsLetterOrItsName(String typed, String numbers) {
        assertThat(table.numbers(table.matching(filter(typed, "", null)))).containsExactly(numbers(numbers));
    }

    @Test
    void titlesThatRunOutOnADayAreThoseThatAreNotRenewed() {
        table.titles().add(0, TITLE, TODAY.minusYears(2), LAST);
        table.titles().add(1, TITLE, TODAY.minusYears(2), LAST);
        table.titles().add(1, TITLE, LAST.plusDays(1), LAST.plusYears(3));
        table.titles().add(2, TITLE, TODAY.minusYears(2), LAST.plusDays(1));

        assertThat(table.numbers(table.matching(filter("", TITLE, LAST)))).containsExactly(1);
        assertThat(table.numbers(table.matching(filter("", TITLE, null)))).containsExactly(1, 2, 3);
    }

    @Test
    void whoSaysNoRegionCanBeAskedFor() {
        table.add(new TableRows.Row(
                4, null, NameKey.of("丁农业"), null, null, null, null, null, null, null, null, 0, 0, true, 0));

        assertThat(table.numbers(
                        table.matching(EnterpriseFilter.all(TODAY).in(new RegionPart(RegionPart.NO_REGION, "", "")))))
                .containsExactly(4);
    }

    @Test
    void anyTitleCanBeAskedForThatRunsOutAndIsNotRenewed() {
        table.titles().add(0, TITLE, TODAY.minusYears(2), LAST);
        table.titles().add(0, "瞪羚企业", TODAY.minusYears(2), null);
        table.titles().add(1, TITLE, TODAY.minusYears(2), LAST);
        table.titles().add(1, TITLE, LAST.plusDays(1), LAST.plusYears(3));
        table.titles().add(2, "瞪羚企业", TODAY.minusYears(2), LAST.plusDays(1));

        assertThat(table.numbers(table.matching(EnterpriseFilter.all(TODAY).holding("", Optional.of(LAST)))))
                .containsExactly(1);
        assertThat(table.numbers(
                        table.matching(EnterpriseFilter.all(TODAY).holding("", Optional.of(LAST.plusDays(1))))))
                .containsExactly(1, 3);
        assertThat(table.numbers(
                        table.matching(EnterpriseFilter.all(TODAY).holding(TITLE, Optional.of(LAST.plusDays(1))))))
                .containsExactly(1);
        assertThat(table.numbers(table.matching(filter("", "", LAST)))).containsExactly(1);
        assertThat(table.numbers(table.matching(EnterpriseFilter.all(TODAY).holding("没有人持有的称号", Optional.of(LAST)))))
                .as("a title that nobody holds is not any title")
                .isEmpty();
    }

    private static long[] numbers(String text) {
        return text.isEmpty()
                ? new long[0]
                : java.util.Arrays.stream(text.split(",", -1))
                        .mapToLong(Long::parseLong)
                        .toArray();
    }

    private static EnterpriseFilter filter(String industry, String title, @Nullable LocalDate expiresOn) {
        return new EnterpriseFilter(
                "",
                "",
                "",
                industry,
                "",
                title,
                TODAY,
                Optional.empty(),
                Optional.ofNullable(expiresOn).map(day -> new EnterpriseFilter.Days(day, day)),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty());
    }

    private static TableRows.Row row(long id, String name, String industry) {
        return new TableRows.Row(
                id, null, NameKey.of(name), "450100", null, industry, null, null, null, null, null, 0, 0, true, 0);
    }
}
