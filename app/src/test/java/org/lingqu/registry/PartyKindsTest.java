package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.FactsFile;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.ui.Language;
import org.lingqu.ui.Words;

/** The files that say what is kept of each kind of party are sound, and what they name is said in both languages. */
class PartyKindsTest {

    private static final Path FOLDER = Path.of("..", "regions", "parties");

    private static FactsFile dictionary(PartyKind kind) {
        try {
            String name = kind.english() + ".yaml";
            return FactsFile.read(name, Files.readString(FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static PartyKindsFile kinds() throws IOException {
        return PartyKindsFile.read(
                "kinds.yaml",
                Files.readString(FOLDER.resolve("kinds.yaml")),
                kind -> dictionary(kind).facts());
    }

    @ParameterizedTest
    @EnumSource(PartyKind.class)
    void everyKindIsDeclaredWithoutAProblem(PartyKind kind) throws IOException {
        assertThat(dictionary(kind).problems()).isEmpty();
        PartyKindsFile file = kinds();
        assertThat(file.problems()).isEmpty();
        PartyDeclaration declared = Objects.requireNonNull(file.kinds().get(kind));
        assertThat(declared.levels()).isNotEmpty();
        assertThat(declared.relations()).isNotEmpty();
        assertThat(declared.columns().all()).hasSizeGreaterThan(6);
    }

    @Test
    void aFirstDayHasComeAndALastDayMayLieAheadWhicheverWayTheyAreSaid() throws IOException {
        PartyDeclaration declared = Objects.requireNonNull(kinds().kinds().get(PartyKind.PLATFORM));
        LocalDate day = LocalDate.of(2026, 6, 30);
        var typed = Map.of("name", "某平台", "认定日期", "2099-01-01", "有效期至", "2099-12-31", "所在地", "南宁市");

        PartyTyped read = PartyTyped.read(declared, typed, Supplier.SCIENCE, day, null, Places.standard());

        assertThat(read.problems())
                .extracting(PartyTyped.Problem::field, PartyTyped.Problem::code)
                .containsExactly(tuple("认定日期", "DAY_IN_FUTURE"));
        assertThat(read.said().values())
                .containsEntry(FactYear.of("有效期至"), new FactValue.Day(LocalDate.of(2099, 12, 31)))
                .containsEntry(FactYear.of("所在地"), new FactValue.Code("450100"));
    }

    @ParameterizedTest
    @EnumSource(PartyKind.class)
    void codesAndColumnsAreSaidInEnglishToo(PartyKind kind) throws IOException {
        PartyDeclaration declared = Objects.requireNonNull(kinds().kinds().get(kind));
        var words = new Words();
        Stream<String> codes = declared.facts().all().stream()
                .flatMap(fact -> fact.codes().stream())
                .map(code -> "party.code." + code);
        Stream<String> columns = declared.relations().stream()
                .flatMap(each -> Stream.of(each.column(), each.title()))
                .filter(name -> !name.isEmpty())
                .map(name -> "party.column." + name);
        assertThat(Stream.concat(codes, columns).filter(key -> !words.has(Language.EN, key)))
                .isEmpty();
    }

    @Test
    void aWrongFileIsToldWithAllItsProblems() {
        PartyKindsFile file = PartyKindsFile.read("kinds.yaml", """
                kinds:
                  PLATFROM: {names: [平台]}
                  PARK:
                    names: [园区名称]
                    level: 没有这一项
                    surprise: 1
                    relations:
                      - {column: 运营单位, role: hosts, other: [FIRM]}
                      - {column: 运营单位, role: hosted-by, other: [ENTERPRISE]}
                """, kind -> new Facts(List.of()));

        assertThat(file.problems())
                .extracting(problem -> problem.code())
                .containsExactlyInAnyOrder(
                        ProblemCode.WRONG_VALUE,
                        ProblemCode.UNKNOWN_FACT,
                        ProblemCode.UNKNOWN_KEY,
                        ProblemCode.WRONG_VALUE,
                        ProblemCode.WRONG_VALUE,
                        ProblemCode.DUPLICATE_ID);
        assertThat(Objects.requireNonNull(file.kinds().get(PartyKind.TEAM)).names())
                .containsExactly("团队名称");
    }

    @Test
    void aWrongNumberingIsToldAndLeftOut() {
        PartyKindsFile file = PartyKindsFile.read(
                "kinds.yaml", """
                kinds:
                  PARK: {names: [园区], check: right}
                  TEAM: {names: [团队], coded: true, numbered: [编号]}
                  RIGHT: {names: [知识产权], numbered: [编号], check: right, level: 园区级别}
                  CLUSTER: {names: [集群], numbered: [编号], relations: [{column: 编号, other: [ENTERPRISE]}]}
                  ALLIANCE: {names: [联盟], numbered: [编号], check: wrong}
                """, kind -> dictionary(PartyKind.PARK).facts());

        assertThat(file.problems())
                .extracting(problem -> problem.place().line())
                .contains(2, 3, 4, 5, 6);
        assertThat(file.problems())
                .extracting(PolicyProblem::code)
                .containsExactlyInAnyOrder(
                        ProblemCode.WRONG_VALUE,
                        ProblemCode.WRONG_VALUE,
                        ProblemCode.WRONG_VALUE,
                        ProblemCode.DUPLICATE_ID,
                        ProblemCode.WRONG_VALUE);
        assertThat(Objects.requireNonNull(file.kinds().get(PartyKind.RIGHT)).isNumbered())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "13800000000, true",
        "电话0771-1234567, true",
        "110101199003070012, true",
        "91450100MA5KABCD1X, false",
        "914501001234567890, false",
        "2024年投入123456789元, false",
        "编号20240001234, false"
    })
    void numbersOfPersonsAreKnownFromOthers(String words, boolean personal) {
        assertThat(PersonalNumbers.isIn(words)).isEqualTo(personal);
        assertThat(PersonalNumbers.masked(words).equals(words)).isEqualTo(!personal);
    }
}
