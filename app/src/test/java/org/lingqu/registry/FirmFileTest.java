package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.store.ShownValues;

class FirmFileTest {

    private static final FactYear REVENUE = new FactYear("销售收入", 2025);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private final Facts facts;

    FirmFileTest() throws java.io.IOException {
        facts = Dictionary.read();
    }

    @Test
    void theTaxOfficeGoesBeforeTheFirmAndBothAreKept() {
        FirmFile file = FirmFile.of(
                List.of(
                        said(1, Supplier.TAX, MARCH, money("1000000"), null),
                        said(2, Supplier.FIRM, MARCH.plusMonths(2), money("1200000"), null)),
                facts);

        Holding held = file.holding(REVENUE).orElseThrow();

        assertThat(held.value()).isEqualTo(amount("1000000"));
        assertThat(held.other()).singleElement().satisfies(other -> {
            assertThat(other.value()).isEqualTo(amount("1200000"));
            assertThat(other.from().source()).isEqualTo(Supplier.FIRM);
        });
        assertThat(file.conflicts()).containsExactly(held);
    }

    @Test
    void ofOneSourceTheDayItSpeaksOfDecidesNotWhenItWasTypedIn() {
        FirmFile file = FirmFile.of(
                List.of(
                        said(1, Supplier.TAX, MARCH, money("2"), null),
                        said(2, Supplier.TAX, MARCH.minusYears(1), money("1"), null)),
                facts);

        assertThat(file.holding(REVENUE).orElseThrow().value()).isEqualTo(amount("2"));
        assertThat(file.conflicts()).isEmpty();
    }

    @Test
    void zerosBehindThePointAreNoDisagreement() {
        FirmFile file = FirmFile.of(
                List.of(
                        said(1, Supplier.TAX, MARCH, money("1.50"), null),
                        said(2, Supplier.FIRM, MARCH, money("1.5"), null)),
                facts);

        assertThat(file.conflicts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3249200, 3250000, true",
        "3249200, 3249215.37, true",
        "3249200, 3250001, false",
        "123000000, 123450000, true",
        "100000000, 140000000, false",
        "10000000, 9600000, false",
        "50000, 54000, true",
        "50000, 55000, false",
        "0, 4000, false",
        "-3250000, -3249200, true"
    })
    void sourcesAgreeWhereTheFinerRoundedIsTheCoarser(String one, String other, boolean agree) {
        for (var pair : List.of(List.of(one, other), List.of(other, one))) {
            FirmFile file = FirmFile.of(
                    List.of(
                            said(1, Supplier.TAX, MARCH, money(pair.getFirst()), null),
                            said(2, Supplier.FIRM, MARCH, money(pair.getLast()), null)),
                    facts);

            assertThat(file.conflicts().isEmpty()).isEqualTo(agree);
            assertThat(ShownValues.of(file, null).conflicts()).isEqualTo(agree ? 0 : 1);
        }
        FirmFile file = FirmFile.of(List.of(said(1, Supplier.TAX, MARCH, money(one), null)), facts);
        assertThat(Comparison.of(file, Supplier.FIRM, MARCH, money(other)).outcome())
                .isEqualTo(agree ? RowOutcome.CHANGED : RowOutcome.CONFLICT);
        assertThat(Comparison.of(file, Supplier.TAX, MARCH, money(other)).differences())
                .as("the same source says it more exactly")
                .isNotEmpty();
    }

    @Test
    void peopleAreCountedExactlyAndSharesAreToldInPercent() {
        var staff = java.util.Objects.requireNonNull(facts.get("职工总数"));
        var share = java.util.Objects.requireNonNull(facts.get("细分市场占有率"));

        assertThat(SameValue.agree(staff, amount("100"), amount("104"))).isFalse();
        assertThat(SameValue.agree(share, amount("0.12"), amount("0.1234"))).isTrue();
        assertThat(SameValue.agree(share, amount("0.1"), amount("0.14"))).isFalse();
    }

    @Test
    void aPartThatIsLargerThanItsWholeIsRemarkedOn() {
        FactYear college = new FactYear("大专以上人员", 2025);
        FactYear staff = new FactYear("职工总数", 2025);
        Entry part = said(1, Supplier.FIRM, MARCH, Said.values(Map.of(college, amount("5000"))), null);

        FirmFile more = FirmFile.of(
                List.of(part, said(2, Supplier.STATISTICS, MARCH, Said.values(Map.of(staff, amount("10"))), null)),
                facts);
        assertThat(Exceeded.of(more, facts)).singleElement().satisfies(exceeded -> {
            assertThat(exceeded.part().from().source()).isEqualTo(Supplier.FIRM);
            assertThat(exceeded.whole().from().source()).isEqualTo(Supplier.STATISTICS);
        });
        FirmFile all = FirmFile.of(
                List.of(part, said(2, Supplier.FIRM, MARCH, Said.values(Map.of(staff, amount("5000"))), null)), facts);
        assertThat(Exceeded.of(all, facts)).isEmpty();
        assertThat(Exceeded.of(FirmFile.of(List.of(part), facts), facts)).isEmpty();
    }

    @Test
    void whatWasUndoneCountsNoMore() {
        FirmFile file = FirmFile.of(
                List.of(
                        said(1, Supplier.FIRM, MARCH, money("1"), null),
                        said(2, Supplier.TAX, MARCH, money("2"), Instant.EPOCH)),
                facts);

        assertThat(file.holding(REVENUE).orElseThrow().value()).isEqualTo(amount("1"));
    }

    @Test
    void aWithdrawnValueIsMissingNotZero() {
        Said withdrawn = Said.withdrawn(REVENUE);
        FirmFile file = FirmFile.of(
                List.of(
                        said(1, Supplier.FIRM, MARCH, money("1"), null),
                        said(2, Supplier.FIRM, MARCH, withdrawn, null)),
                facts);

        assertThat(file.holding(REVENUE)).isEmpty();
        assertThat(file.firm("x").facts().get("销售收入", 2025)).isNull();
    }

    @Test
    void aTitleNobodySpokeOfIsUnknownAndOneSaidToBeNoneIsNot() {
        Said none = Said.titles(Map.of("高新技术企业", List.of()));
        FirmFile file = FirmFile.of(List.of(said(1, Supplier.SCIENCE, MARCH, none, null)), facts);

        assertThat(file.holds("高新技术企业", MARCH)).contains(false);
        assertThat(file.holds("科技型中小企业", MARCH)).isEmpty();
        assertThat(file.firm("x").facts().holds("高新技术企业", MARCH)).isFalse();
        assertThat(file.firm("x").facts().holds("科技型中小企业", MARCH)).isNull();
    }

    @Test
    void whatAnOfficeSaidOfATitleCountsOverWhatTheFirmSaysWhateverTheDay() {
        Said held = Said.titles(Map.of("高新技术企业", List.of(new TitleSpan(MARCH, MARCH.plusYears(3)))));
        Said none = Said.titles(Map.of("高新技术企业", List.of()));
        FirmFile file = FirmFile.of(
                List.of(
                        said(1, Supplier.SCIENCE, MARCH, none, null),
                        said(2, Supplier.FIRM, MARCH.plusMonths(1), held, null)),
                facts);

        assertThat(file.holds("高新技术企业", MARCH.plusMonths(2))).contains(false);
        assertThat(file.firm("x").facts().holds("高新技术企业", MARCH.plusMonths(2))).isFalse();
        assertThat(file.titlesSaid().counting().values())
                .extracting(word -> word.from().source())
                .containsExactly(Supplier.SCIENCE);
        assertThat(file.titlesSaid().claims()).containsOnlyKeys("高新技术企业");
    }

    @Test
    void whatOnlyTheFirmClaimsToHoldIsUnknownAndWaitsForAnOffice() {
        Said held = Said.titles(Map.of("高新技术企业", List.of(new TitleSpan(MARCH, MARCH.plusYears(3)))));
        Entry claim = said(1, Supplier.FIRM, MARCH, held, null);
        FirmFile file = FirmFile.of(List.of(claim), facts);

        assertThat(file.holds("高新技术企业", MARCH)).isEmpty();
        assertThat(file.titles()).isEmpty();
        assertThat(file.firm("x").facts().holds("高新技术企业", MARCH)).isNull();
        assertThat(file.titlesSaid().claims().values())
                .extracting(TitleWord::from)
                .containsExactly(claim);
        assertThat(Comparison.of(file, Supplier.FIRM, MARCH, held).outcome()).isEqualTo(RowOutcome.UNCHANGED);

        Entry verified = said(2, Supplier.SCIENCE, MARCH.minusDays(9), held, null);
        FirmFile after = FirmFile.of(List.of(claim, verified), facts);
        assertThat(after.holds("高新技术企业", MARCH)).contains(true);
        assertThat(after.titlesSaid().claims()).isEmpty();
        assertThat(Comparison.of(after, Supplier.FIRM, MARCH, Said.titles(Map.of("高新技术企业", List.of())))
                        .outcome())
                .isEqualTo(RowOutcome.CONFLICT);
    }

    @Test
    void aClaimThatAnOfficeDidNotFindIsToldWithTheReasonUntilTheFirmSaysItAgain() {
        String title = "高新技术企业";
        Said held = Said.titles(Map.of(title, List.of(new TitleSpan(MARCH, MARCH.plusYears(3)))));
        Entry claim = said(1, Supplier.FIRM, MARCH, held, null);
        Entry refusal = said(2, Supplier.SCIENCE, MARCH.plusDays(1), Said.refused(title, List.of()), null);
        TitlesSaid refused = FirmFile.of(List.of(claim, refusal), facts).titlesSaid();

        assertThat(refused.claims()).isEmpty();
        assertThat(refused.refused().values())
                .extracting(each -> each.claim().from())
                .containsExactly(claim);
        assertThat(refused.spans()).containsExactly(Map.entry(title, List.of()));

        Entry again = said(3, Supplier.FIRM, MARCH.plusDays(2), held, null);
        TitlesSaid open = FirmFile.of(List.of(claim, refusal, again), facts).titlesSaid();
        assertThat(open.refused()).isEmpty();
        assertThat(open.claims()).containsOnlyKeys(title);

        Entry found = said(4, Supplier.SCIENCE, MARCH.plusDays(3), held, null);
        TitlesSaid settled =
                FirmFile.of(List.of(claim, refusal, again, found), facts).titlesSaid();
        assertThat(settled.refused()).isEmpty();
        assertThat(settled.claims()).isEmpty();
    }

    @Test
    void thatAFirmHoldsNoTitleCountsWhereNoOfficeSpoke() {
        Said none = Said.titles(Map.of("高新技术企业", List.of()));
        FirmFile file = FirmFile.of(List.of(said(1, Supplier.FIRM, MARCH, none, null)), facts);

        assertThat(file.holds("高新技术企业", MARCH)).contains(false);
        assertThat(file.titlesSaid().claims()).isEmpty();
    }

    @Test
    void theOrderInWhichEntriesAreReadChangesNothing() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            var entries = new ArrayList<Entry>();
            for (int i = 1; i <= 8; i++) {
                entries.add(said(
                        i,
                        List.of(Supplier.values()).get(random.nextInt(Supplier.values().length)),
                        MARCH.plusDays(random.nextInt(3)),
                        money(Integer.toString(random.nextInt(3))),
                        random.nextInt(5) == 0 ? Instant.EPOCH : null));
            }
            FirmFile file = FirmFile.of(entries, facts);
            Collections.shuffle(entries, random);

            assertThat(FirmFile.of(entries, facts).holdings())
                    .as("seed %d", seed)
                    .isEqualTo(file.holdings());
        }
    }

    @Test
    void sayingTheSameAgainIsNoNewsAndSayingOtherwiseThanTheTaxOfficeIsAConflict() {
        FirmFile file = FirmFile.of(List.of(said(1, Supplier.TAX, MARCH, money("1000000"), null)), facts);

        assertThat(Comparison.of(file, Supplier.TAX, MARCH, money("1000000.00")).outcome())
                .isEqualTo(RowOutcome.UNCHANGED);
        assertThat(Comparison.of(file, Supplier.TAX, MARCH, money("7")).outcome())
                .isEqualTo(RowOutcome.CHANGED);
        assertThat(Comparison.of(file, Supplier.FIRM, MARCH, money("1000000")).outcome())
                .as("one more source says so")
                .isEqualTo(RowOutcome.CHANGED);
        assertThat(Comparison.of(file, Supplier.FIRM, MARCH, money("7")).outcome())
                .isEqualTo(RowOutcome.CONFLICT);
    }

    @Test
    void whatIsNewIsToldInWanWithWhatCountsNowAndWhatWillCount() {
        FirmFile file = FirmFile.of(List.of(said(1, Supplier.TAX, MARCH, money("11800000"), null)), facts);
        FirmFile own = FirmFile.of(List.of(said(1, Supplier.FIRM, MARCH, money("11800000"), null)), facts);

        assertThat(Comparison.of(file, Supplier.FIRM, MARCH, money("12000000")).differences())
                .containsExactly(new Difference(
                        REVENUE.toString(), "1180万元", Supplier.TAX, "1200万元", true, Difference.Effect.BESIDE));
        assertThat(Comparison.of(own, Supplier.TAX, MARCH, money("12000000")).differences())
                .extracting(Difference::effect)
                .containsExactly(Difference.Effect.REPLACED);
        assertThat(Comparison.of(file, Supplier.TAX, MARCH.minusDays(1), money("12000000"))
                        .differences())
                .extracting(Difference::effect)
                .containsExactly(Difference.Effect.OLDER);
        assertThat(Comparison.of(file, Supplier.FIRM, MARCH, money("11800000")).differences())
                .extracting(Difference::effect)
                .containsExactly(Difference.Effect.CONFIRMED);
        FactYear staff = new FactYear("职工总数", 2025);
        assertThat(Comparison.of(file, Supplier.FIRM, MARCH, Said.values(Map.of(staff, amount("45"))))
                        .differences())
                .containsExactly(new Difference(staff.toString(), null, null, "45人", false, Difference.Effect.ADDED));
    }

    @Test
    void aParkInAnotherWidthIsTheSamePark() {
        FactYear park = new FactYear("园区", org.lingqu.engine.policy.fact.FactRef.NO_YEAR);
        var wide = Said.values(Map.of(park, new FactValue.Code("高新区（2期）")));
        var narrow = Said.values(Map.of(park, new FactValue.Code("高新区(2期)")));
        FirmFile file = FirmFile.of(List.of(said(1, Supplier.OTHER, MARCH, wide, null)), facts);

        assertThat(Comparison.of(file, Supplier.OTHER, MARCH, narrow).outcome()).isEqualTo(RowOutcome.UNCHANGED);
        assertThat(Comparison.of(file, Supplier.FIRM, MARCH, narrow).outcome()).isEqualTo(RowOutcome.CHANGED);
        assertThat(file.holding(park).orElseThrow().value()).isEqualTo(new FactValue.Code("高新区（2期）"));
    }

    private static Said money(String yuan) {
        return Said.values(Map.of(REVENUE, amount(yuan)));
    }

    private static FactValue amount(String yuan) {
        return new FactValue.Amount(new BigDecimal(yuan));
    }

    private static Entry said(long id, Supplier source, LocalDate on, Said said, @Nullable Instant undone) {
        return new Entry(id, 1, null, 0, source, on, said, null, 1, "李专员", Instant.EPOCH, undone);
    }
}
