package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.registry.ColumnMeaning.FactColumn;

class PlausibilityTest {

    private static final String REVENUE = "营业收入";
    private static final String COSTS = "研发费用";
    private static final String STAFF = "职工总数";

    private static Facts facts;

    @BeforeAll
    static void readDictionary() throws IOException {
        facts = Dictionary.read();
    }

    @Test
    void everyRuleLooksAtFactsOfTheDictionary() {
        assertThat(Plausibility.standard().facts()).isNotEmpty().allMatch(fact -> facts.get(fact) != null);
    }

    @Test
    void aRevenueOfTwelveHundredHundredMillionsWithTwentyStaffIsDoubted() {
        assertThat(doubts("120000000000", "80000000000", "20", "10000000"))
                .contains("0 DOUBT_LARGE", "0 DOUBT_RATIO", "0 DOUBT_JUMP", "1 DOUBT_LARGE", "1 DOUBT_RATIO");
    }

    @Test
    void whatMostEnterprisesSayIsNotDoubted() {
        assertThat(doubts("50000000", "2000000", "45", "40000000")).isEmpty();
        assertThat(doubts("0", "900000", "8", null)).as("a young firm").isEmpty();
        assertThat(doubts(null, null, null, null)).isEmpty();
    }

    @Test
    void yuanForTenThousandsOfYuanAreDoubtedByStaffAndByTheYearBefore() {
        assertThat(doubts("1200", null, "60", "11800000")).containsExactlyInAnyOrder("2 DOUBT_RATIO", "0 DOUBT_JUMP");
    }

    @Test
    void whatIsHeldIsLookedAtWhereTheRowDoesNotSayIt() {
        var held = Said.values(
                Map.of(new FactYear(REVENUE, 2024), amount("10000000"), new FactYear(STAFF, 2025), amount("20")));
        Entry entry = new Entry(
                1,
                1,
                null,
                0,
                org.lingqu.engine.policy.fact.Supplier.FIRM,
                java.time.LocalDate.of(2026, 3, 1),
                held,
                null,
                1,
                "李专员",
                Instant.EPOCH,
                null);
        FirmFile file = FirmFile.of(List.of(entry), facts);
        var doubts = new ArrayList<String>();

        Plausibility.standard()
                .against(
                        file,
                        Map.of(new FactYear(REVENUE, 2025), amount("1200000000")),
                        (key, doubt) -> doubts.add(
                                key + " " + doubt.code() + " " + doubt.advice().chinese()));

        assertThat(doubts)
                .anyMatch(doubt -> doubt.startsWith("2025年营业收入 DOUBT_JUMP") && doubt.contains("库中2024年营业收入 1000万元"))
                .anyMatch(doubt -> doubt.startsWith("2025年营业收入 DOUBT_RATIO") && doubt.contains("库中2025年职工总数 20人"));
    }

    private static List<String> doubts(
            @Nullable String revenue, @Nullable String costs, @Nullable String staff, @Nullable String before) {
        var found = new ArrayList<String>();
        Plausibility.standard()
                .of(new FactColumn[] {
                    column(REVENUE, 2025), column(COSTS, 2025), column(STAFF, 2025), column(REVENUE, 2024), null
                })
                .look(
                        new @Nullable FactValue[] {given(revenue), given(costs), given(staff), given(before), null},
                        (column, doubt) -> found.add(column + " " + doubt.code()));
        return found;
    }

    private static FactColumn column(String fact, int year) {
        return new FactColumn(Dictionary.called(facts, fact), year, BigDecimal.ONE);
    }

    private static @Nullable FactValue given(@Nullable String number) {
        return number == null ? null : amount(number);
    }

    private static FactValue amount(String number) {
        return new FactValue.Amount(new BigDecimal(number));
    }
}
