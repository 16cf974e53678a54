package org.lingqu.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.account.Actor;
import org.lingqu.database.Databases;
import org.lingqu.engine.text.Statement;

class StatementsTest {

    @TempDir
    private Path folder;

    private Base base;

    @BeforeEach
    void open() {
        base = new Base(Databases.open(folder, null), folder);
        base.put("nanning", Visibility.PUBLIC, """
                南宁市科技创新工作综述
                2023年，南宁市高新技术企业达到1701家。
                2024年，南宁市高新技术企业达到1912家，同比增长12.4%。
                2024年，南宁市研发经费投入25.6亿元。
                """);
        base.put("guangxi", Visibility.PUBLIC, """
                广西壮族自治区科技工作情况
                2024年，广西壮族自治区高新技术企业达到4300家。
                2024年，柳州市高新技术企业达到1050家。
                """);
        base.put("inside", Visibility.INTERNAL, """
                南宁市内部通报
                2024年，南宁市高新技术企业达到1899家。
                2024年，南宁市研发经费投入25.58亿元。
                """);
    }

    @AfterEach
    void close() {
        base.database.close();
    }

    @Test
    void aProvinceIncludesItsCities() {
        assertThat(values(base.find(Base.OFFICER, "region", "广西", "indicator", "高新技术企业", "from", "2024", "to", "2024")))
                .containsExactlyInAnyOrder("4300", "1050", "1912", "1899");
        assertThat(values(base.find(Base.OFFICER, "region", "450200"))).containsExactly("1050");
    }

    @Test
    void visitorsSeeNothingOfInternalPages() {
        assertThat(values(base.find(Actor.VISITOR)))
                .doesNotContain("1899", "2558000000")
                .contains("1912");
        assertThat(base.statements.count(Actor.VISITOR, StatementFilter.ALL))
                .isEqualTo(base.statements.count(Base.OFFICER, StatementFilter.ALL) - 2);
        assertThat(base.statements.conflicts(Base.OFFICER, StatementFilter.ALL, 0, 10))
                .hasSize(2);
        assertThat(base.statements.conflicts(Actor.VISITOR, StatementFilter.ALL, 0, 10))
                .isEmpty();
        var seen = new ArrayList<FoundStatement>();
        base.statements.each(Actor.VISITOR, StatementFilter.ALL, seen::add);
        assertThat(seen)
                .allSatisfy(found -> assertThat(found.origin().visibility()).isEqualTo(Visibility.PUBLIC));
        long inside =
                base.find(Base.OFFICER, "words", "1899").getFirst().statement().id();
        assertThat(base.statements.byId(Actor.VISITOR, inside)).isEmpty();
        assertThat(base.statements
                        .counts(Actor.VISITOR, StatementFilter.ALL)
                        .facets()
                        .orElseThrow()
                        .counts()
                        .get("review"))
                .isEqualTo(Map.of("NONE", base.statements.count(Actor.VISITOR, StatementFilter.ALL)));
    }

    @Test
    void putsDifferentValuesSideBySide() {
        List<Conflict> conflicts = base.statements.conflicts(Base.OFFICER, StatementFilter.ALL, 0, 10);

        assertThat(conflicts).anySatisfy(conflict -> {
            assertThat(conflict.indicator()).contains("高新技术企业");
            assertThat(conflict.values())
                    .extracting(value -> value.toPlainString())
                    .containsExactly("1899", "1912");
            assertThat(conflict.isRounding()).isFalse();
        });
        assertThat(conflicts).anySatisfy(conflict -> {
            assertThat(conflict.indicator()).contains("研发经费");
            assertThat(conflict.isRounding()).as("25.58亿元 is 25.6亿元, rounded").isTrue();
        });
    }

    @Test
    void rejectedStatementsCountNowhereUnlessAskedFor() {
        StoredStatement first =
                base.find(Base.OFFICER, "words", "1899").getFirst().statement();
        base.reviews.reject(Base.OFFICER, first.id(), 0, "");

        assertThat(values(base.find(Base.OFFICER))).doesNotContain("1899");
        assertThat(values(base.find(Base.OFFICER, "review", "REJECTED"))).containsExactly("1899");
        assertThat(values(base.find(Base.OFFICER, "review", "ANY"))).contains("1899");
        assertThat(base.statements.conflicts(Base.OFFICER, StatementFilter.ALL, 0, 10))
                .hasSize(1);
    }

    @Test
    void aWordFindsTheIndicatorsThatContainIt() {
        assertThat(base.find(Base.OFFICER, "indicator", "高新"))
                .isNotEmpty()
                .allSatisfy(found ->
                        assertThat(found.statement().reading().indicator()).contains("高新"));
        assertThat(base.find(Base.OFFICER, "indicator", "没有这个指标")).isEmpty();
        assertThat(base.find(Base.OFFICER, "indicator", "高企"))
                .isNotEmpty()
                .hasSameSizeAs(base.find(Base.OFFICER, "indicator", "高新技术企业"));
        assertThat(base.statements.suggest(Base.OFFICER, "研发")).isNotEmpty();
    }

    @Test
    void sortsByValueAndPeriod() {
        assertThat(values(base.find(Base.OFFICER, "indicator", "高新", "sort", "LARGEST")))
                .containsExactly("4300", "1912", "1899", "1701", "1050");
        assertThat(base.find(Base.OFFICER, "indicator", "高新", "sort", "PERIOD").getLast())
                .satisfies(found ->
                        assertThat(found.statement().reading().period()).isEqualTo("2023"));
    }

    @Test
    void tellsEverythingItDoesNotUnderstandAtOnce() {
        var address = Map.of("from", "last year", "kind", "NUMBER", "region", "999999", "words", "词".repeat(300));

        Statements.Understood understood = base.statements.understand(Base.OFFICER, new StatementQuery(address));

        assertThat(understood.problems())
                .extracting(FilterProblem::field, FilterProblem::code)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("from", FilterProblem.Code.PERIOD_MALFORMED),
                        org.assertj.core.groups.Tuple.tuple("kind", FilterProblem.Code.CHOICE_UNKNOWN),
                        org.assertj.core.groups.Tuple.tuple("region", FilterProblem.Code.REGION_CODE_UNKNOWN),
                        org.assertj.core.groups.Tuple.tuple("words", FilterProblem.Code.TOO_LONG));
    }

    @Test
    void tellsWhatOtherPagesSayOfTheSame() {
        StoredStatement mine =
                base.find(Base.OFFICER, "words", "1912").getFirst().statement();

        assertThat(base.statements.peers(Base.OFFICER, mine)).singleElement().satisfies(peer -> {
            assertThat(peer.agrees()).isFalse();
            assertThat(peer.found().statement().reading().value()).isEqualByComparingTo("1899");
        });
        assertThat(base.statements.peers(Actor.VISITOR, mine)).isEmpty();
    }

    private static List<String> values(List<FoundStatement> found) {
        return found.stream()
                .map(each -> each.statement().reading())
                .map(Statement::value)
                .filter(java.util.Objects::nonNull)
                .map(value -> value.stripTrailingZeros().toPlainString())
                .toList();
    }
}
