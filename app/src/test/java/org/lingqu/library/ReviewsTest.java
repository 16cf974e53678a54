package org.lingqu.library;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditFilter;
import org.lingqu.database.Databases;

class ReviewsTest {

    private static final String FIRST = """
            南宁市科技创新工作综述
            2024年，南宁市高新技术企业达到1912家，同比增长12.5%。
            全市研究与试验发展经费投入25.6亿元，增长8.1%。
            """;

    @TempDir
    private Path folder;

    private Base base;

    @BeforeEach
    void open() {
        base = new Base(Databases.open(folder, null), folder);
    }

    @AfterEach
    void close() {
        base.database.close();
    }

    @Test
    void keepsTheMachinesReadingBesideHers() {
        Page page = base.put("a", Visibility.PUBLIC, FIRST);
        StoredStatement before = base.statement(page, "高新技术企业");

        ReviewOutcome outcome = base.reviews.correct(Base.OFFICER, before.id(), 0, with(before, "1921", "录入时数字颠倒"));

        assertThat(outcome).isInstanceOf(ReviewOutcome.Done.class);
        StoredStatement after = base.statement(page, "高新技术企业");
        assertThat(after.reading().value()).isEqualByComparingTo("1921");
        assertThat(requireNonNull(after.machine()).value()).isEqualByComparingTo("1912");
        assertThat(after.review()).isEqualTo(ReviewState.CORRECTED);
        assertThat(base.reviews.of(after)).singleElement().satisfies(review -> {
            assertThat(review.personName()).isEqualTo("李专员");
            assertThat(review.at()).isEqualTo(Base.NOON);
            assertThat(review.note()).isEqualTo("录入时数字颠倒");
        });
    }

    @Test
    void leavesATraceInTheAuditRecordForEveryDecision() {
        Page page = base.put("a", Visibility.PUBLIC, FIRST);
        StoredStatement statement = base.statement(page, "高新技术企业");
        long confirmed = done(base.reviews.confirm(Base.OFFICER, statement.id(), 0));
        long rejected = done(base.reviews.reject(Base.OFFICER, statement.id(), confirmed, "重复"));
        done(base.reviews.withdraw(Base.OFFICER, statement.id(), rejected));

        assertThat(base.audit.find(auditOf(statement), 0, 10))
                .extracting(entry -> entry.action())
                .containsExactly("library.withdraw", "library.reject", "library.confirm");
    }

    @Test
    void countsTheMachinesReadingAgainWhenTheReviewIsWithdrawn() {
        Page page = base.put("a", Visibility.PUBLIC, FIRST);
        StoredStatement before = base.statement(page, "高新技术企业");
        long seen = done(base.reviews.correct(Base.OFFICER, before.id(), 0, with(before, "1921", "")));

        done(base.reviews.withdraw(Base.OFFICER, before.id(), seen));

        StoredStatement after = base.statement(page, "高新技术企业");
        assertThat(after.reading()).isEqualTo(before.reading());
        assertThat(after.machine()).isNull();
        assertThat(after.review()).isEqualTo(ReviewState.NONE);
    }

    @Test
    void overrulesNobodyUnseen() {
        Page page = base.put("a", Visibility.PUBLIC, FIRST);
        StoredStatement before = base.statement(page, "高新技术企业");
        done(base.reviews.reject(Base.COLLEAGUE, before.id(), 0, "不是我市数据"));

        ReviewOutcome outcome = base.reviews.correct(Base.OFFICER, before.id(), 0, with(before, "1921", ""));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ReviewOutcome.Overtaken.class,
                        overtaken -> assertThat(overtaken.reviews())
                                .singleElement()
                                .satisfies(review ->
                                        assertThat(review.personName()).isEqualTo("王专员")));
        assertThat(base.statement(page, "高新技术企业").review()).isEqualTo(ReviewState.REJECTED);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Page page = base.put("a", Visibility.PUBLIC, FIRST);
        StoredStatement before = base.statement(page, "高新技术企业");
        var typed = new Correction("鼓楼区", " ", "很多", "担心", "2024-13", "SOON", "x", "", "0", "");

        ReviewOutcome outcome = base.reviews.correct(Base.OFFICER, before.id(), 0, typed);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ReviewOutcome.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(ReviewProblem::code)
                                .contains(
                                        ReviewProblem.Code.REGION_AMBIGUOUS,
                                        ReviewProblem.Code.INDICATOR_MISSING,
                                        ReviewProblem.Code.NUMBER_MALFORMED,
                                        ReviewProblem.Code.UNIT_UNKNOWN,
                                        ReviewProblem.Code.PERIOD_MALFORMED,
                                        ReviewProblem.Code.CHOICE_UNKNOWN,
                                        ReviewProblem.Code.RANK_MALFORMED));
        assertThat(base.reviews.of(before)).isEmpty();
    }

    @Test
    void readsYiAndWanBeforeTheUnitAndBehindTheNumber() {
        Page page = base.put("a", Visibility.PUBLIC, FIRST);
        StoredStatement before = base.statement(page, "经费");
        Correction typed = Correction.of(before.reading());
        var other =
                new Correction("450100", typed.indicator(), "26.5", "亿元", typed.period(), "ACTUAL", "8.1", "", "", "");

        done(base.reviews.correct(Base.OFFICER, before.id(), 0, other));

        StoredStatement after = base.statement(page, "经费");
        assertThat(after.reading().value()).isEqualByComparingTo(new BigDecimal("2650000000"));
        assertThat(after.reading().unit()).isEqualTo("元");
        assertThat(after.reading().region()).isEqualTo("广西壮族自治区/南宁市");
    }

    @Test
    void survivesANewVersionOfThePage() {
        Page page = base.put("a", Visibility.PUBLIC, FIRST);
        StoredStatement before = base.statement(page, "高新技术企业");
        done(base.reviews.correct(Base.OFFICER, before.id(), 0, with(before, "1921", "")));

        base.put("a", Visibility.PUBLIC, "本文有更新。\n" + FIRST);

        StoredStatement after = base.statement(page, "高新技术企业");
        assertThat(after.reading().value()).isEqualByComparingTo("1921");
        assertThat(after.review()).isEqualTo(ReviewState.CORRECTED);
        assertThat(after.place().start()).isGreaterThan(before.place().start());
        assertThat(after.id()).as("links to it still lead to it").isEqualTo(before.id());
        assertThat(base.reviews.of(after)).hasSize(1);
    }

    @Test
    void saysThatItsWordsAreLostAndMovesToNoOthers() {
        Page page = base.put("a", Visibility.PUBLIC, FIRST);
        StoredStatement before = base.statement(page, "高新技术企业");
        done(base.reviews.correct(Base.OFFICER, before.id(), 0, with(before, "1921", "")));

        base.put("a", Visibility.PUBLIC, FIRST.replace("1912家，同比增长12.5%", "2000家，同比增长20%"));

        assertThat(base.statement(page, "高新技术企业").review()).isEqualTo(ReviewState.NONE);
        assertThat(base.reviews.lost(Base.OFFICER, page, 0, 10)).singleElement().satisfies(lost -> {
            assertThat(lost.review().reading()).isNotNull();
            assertThat(lost.review().quote()).contains("1912家");
            assertThat(lost.review().lostAt()).isEqualTo(Base.NOON);
        });

        base.put("a", Visibility.PUBLIC, FIRST + "附注：数据已核实。\n");

        assertThat(base.reviews.lost(Base.OFFICER, page, 0, 10)).isEmpty();
        assertThat(base.statement(page, "高新技术企业").reading().value()).isEqualByComparingTo("1921");
    }

    @Test
    void aRejectionWhoseWordsAreGoneIsToldAsLost() {
        Page page = base.put("a", Visibility.PUBLIC, FIRST);
        StoredStatement before = base.statement(page, "高新技术企业");
        done(base.reviews.reject(Base.OFFICER, before.id(), 0, "口径不对"));

        base.put("a", Visibility.PUBLIC, FIRST.replace("高新技术企业达到1912家", "全年高新技术企业共达到1912家"));

        assertThat(base.reviews.lost(Base.OFFICER, page, 0, 10))
                .singleElement()
                .satisfies(lost -> assertThat(lost.review().note()).isEqualTo("口径不对"));
        assertThat(base.reviews.lostWith(Actor.VISITOR, before.id())).isPresent();
    }

    @Test
    void anotherWordBeforeTheSentenceMakesNoSecondFigure() {
        Page page = base.put("a", Visibility.PUBLIC, "科技工作\n高新技术企业达到1912家。\n");
        StoredStatement before = base.statement(page, "高新技术企业");
        done(base.reviews.correct(Base.OFFICER, before.id(), 0, with(before, "1921", "")));

        base.put("a", Visibility.PUBLIC, "科技工作\n2025年南宁市高新技术企业达到1912家。\n");

        assertThat(base.library.statements(page)).singleElement().satisfies(only -> {
            assertThat(only.review()).isEqualTo(ReviewState.CORRECTED);
            assertThat(only.reading().value()).isEqualByComparingTo("1921");
        });
        assertThat(base.reviews.lost(Base.OFFICER, page, 0, 10)).isEmpty();
    }

    @Test
    void keepsToItsPlaceAmongEqualWordsOrIsLost() {
        String twice = """
                科技工作情况
                2023年，南宁市情况如下。全市高新技术企业达到1912家。
                2024年，柳州市情况如下。全市高新技术企业达到1912家。
                """;
        Page page = base.put("a", Visibility.PUBLIC, twice);
        List<StoredStatement> both = base.library.statements(page);
        assertThat(both).hasSize(2);
        assertThat(both.getFirst().reading().quote())
                .isEqualTo(both.getLast().reading().quote());
        done(base.reviews.correct(Base.OFFICER, both.getFirst().id(), 0, with(both.getFirst(), "1921", "")));

        base.put("a", Visibility.PUBLIC, "新增一段。\n" + twice);

        assertThat(base.library.statements(page))
                .extracting(each -> each.review())
                .containsExactly(ReviewState.CORRECTED, ReviewState.NONE);

        base.put("a", Visibility.PUBLIC, twice.replace("2023年，南宁市情况如下。全市高新技术企业达到1912家。\n", ""));

        assertThat(base.library.statements(page))
                .extracting(each -> each.review())
                .containsExactly(ReviewState.NONE);
        assertThat(base.reviews.lost(Base.OFFICER, page, 0, 10)).hasSize(1);
    }

    @Test
    void staysWhereTheMachineNoLongerReadsItButTheWordsAreThere() {
        Page page = base.put("a", Visibility.PUBLIC, FIRST);
        StoredStatement before = base.statement(page, "高新技术企业");
        done(base.reviews.correct(Base.OFFICER, before.id(), 0, with(before, "1921", "")));

        // as if another version of the reader no longer read any statement from the page
        base.database.change(in -> {
            org.lingqu.library.store.PageRows.replaceStatements(in, page.id(), List.of());
            base.reviews.reapply(in, page);
        });

        StoredStatement after = base.statement(page, "高新技术企业");
        assertThat(after.byMachine()).isFalse();
        assertThat(after.reading().value()).isEqualByComparingTo("1921");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.place()).isEqualTo(before.place());
    }

    private static Correction with(StoredStatement before, String value, String note) {
        Correction typed = Correction.of(before.reading());
        return new Correction(
                typed.region(),
                typed.indicator(),
                value,
                typed.unit(),
                typed.period(),
                typed.status(),
                typed.growth(),
                typed.share(),
                typed.rank(),
                note);
    }

    private static long done(ReviewOutcome outcome) {
        assertThat(outcome).isInstanceOf(ReviewOutcome.Done.class);
        return ((ReviewOutcome.Done) outcome).review().id();
    }

    private static AuditFilter auditOf(StoredStatement statement) {
        return new AuditFilter(null, null, null, "statement", Long.toString(statement.id()), null, null);
    }
}
