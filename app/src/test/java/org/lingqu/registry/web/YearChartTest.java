package org.lingqu.registry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.Entry;
import org.lingqu.registry.FactYear;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.Said;

/** Charts draw what is held and leave open what is not. */
class YearChartTest {

    private static FirmFile file(Map<String, String> values) {
        var said = new HashMap<FactYear, FactValue>();
        values.forEach((key, value) -> said.put(
                new FactYear(key.substring(4), Integer.parseInt(key.substring(0, 4))),
                new FactValue.Amount(new BigDecimal(value))));
        var entry = new Entry(
                1,
                1,
                null,
                0,
                Supplier.TAX,
                LocalDate.of(2026, 3, 1),
                Said.values(said),
                null,
                1,
                "李专员",
                Instant.EPOCH,
                null);
        return FirmFile.of(List.of(entry), new Facts(List.of()));
    }

    private static List<String> told(YearChart chart) {
        return chart.columns().stream()
                .map(column -> column.year() + "=" + column.value())
                .toList();
    }

    @Test
    void aYearWithoutAFigureStaysEmptyAndIsNotZero() {
        List<YearChart> charts = YearChart.of(file(Map.of("2023研发费用", "500000", "2025研发费用", "0")));

        assertThat(charts).singleElement().satisfies(chart -> {
            assertThat(chart.unit()).isEqualTo(YearChart.Unit.WAN);
            assertThat(told(chart)).containsExactly("2023=50", "2024=null", "2025=0");
            assertThat(chart.columns().getFirst().height()).isGreaterThan(100);
            assertThat(chart.columns().getLast().height()).isZero();
        });
    }

    @Test
    void theShareIsToldOnlyWhereBothAreHeldAndTheBaseIsNotZero() {
        List<YearChart> charts = YearChart.of(file(Map.of(
                "2022营业收入", "0",
                "2023营业收入", "300000000",
                "2024营业收入", "200000000",
                "2022研发费用", "1000",
                "2023研发费用", "10000000",
                "2025研发费用", "10000000",
                "2025职工总数", "1234")));

        assertThat(charts).extracting(YearChart::fact).containsExactly("营业收入", "研发费用", "研发费用/营业收入", "职工总数");
        assertThat(charts)
                .extracting(YearChart::unit)
                .containsExactly(YearChart.Unit.YI, YearChart.Unit.WAN, YearChart.Unit.PERCENT, YearChart.Unit.PEOPLE);
        assertThat(told(charts.getFirst())).containsExactly("2022=0", "2023=3", "2024=2", "2025=null");
        assertThat(told(charts.get(2))).containsExactly("2022=null", "2023=3.33", "2024=null", "2025=null");
        assertThat(told(charts.getLast())).endsWith("2025=1234");
    }

    @Test
    void theNewestSixYearsAreDrawnAndNothingOfNothing() {
        Map<String, String> staff = new HashMap<>();
        for (int year = 2015; year <= 2025; year++) {
            staff.put(year + "职工总数", "10");
        }

        assertThat(YearChart.of(file(staff)).getFirst().columns())
                .extracting(YearChart.Column::year)
                .containsExactly(2020, 2021, 2022, 2023, 2024, 2025);
        assertThat(YearChart.of(file(Map.of("2025净利润", "1")))).isEmpty();
    }
}
