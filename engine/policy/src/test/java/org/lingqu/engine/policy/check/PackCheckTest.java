package org.lingqu.engine.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;

/** What is found with all files, examples and rules side by side. */
class PackCheckTest {

    @TempDir
    private Path folder = Path.of("");

    private void write(String name, String version, String valid, String body) throws IOException {
        String head = """
                policy: cn/%s
                version: "%s"
                title: 示例
                english: Sample
                document: 示〔2026〕1号
                region: "000000"
                valid: {%s}
                """.formatted(name, version, valid);
        Files.createDirectories(folder.resolve("cn"));
        Files.writeString(folder.resolve("cn").resolve(name + "-" + version + ".yaml"), head + body);
    }

    private List<PolicyProblem> problems() throws IOException {
        Files.copy(Path.of("../../policies/facts.yaml"), folder.resolve("facts.yaml"));
        Files.createDirectories(folder.resolve("cn"));
        Files.copy(
                Path.of("../../policies/cn/enterprise-size-2011.yaml"),
                folder.resolve("cn").resolve("enterprise-size-2011.yaml"));
        return PackReader.read(folder).problems();
    }

    private static String requiring(String condition) {
        return "criteria:\n  - {id: a, article: 一, require: '" + condition + "'}\n" + EXAMPLE;
    }

    private static final String EXAMPLE =
            "examples: {cases: [{name: 空, as-of: 2026-05-01, firm: {居民企业: 是}, scores: {}, expect: %s}]}\n";

    private static String expecting(String condition, String finding) {
        return requiring(condition).formatted(finding);
    }

    @Test
    void soundFilesHaveNoProblems() throws IOException {
        write("one", "1", "from: 2020-01-01, to: 2026-03-31", expecting("居民企业", "not applicable"));
        write("one", "2", "from: 2026-04-01", expecting("居民企业", "met"));
        assertThat(problems()).isEmpty();
    }

    @Test
    void versionsThatOverlapAreReported() throws IOException {
        write("one", "1", "from: 2020-01-01, to: 2026-04-01", expecting("居民企业", "not applicable"));
        write("one", "2", "from: 2026-04-01", expecting("居民企业", "met"));
        assertThat(problems()).extracting(PolicyProblem::code).containsExactly(ProblemCode.OVERLAPPING_VALIDITY);
    }

    @Test
    void anExampleThatFailsSaysWhatWasFound() throws IOException {
        write("one", "1", "from: 2020-01-01", expecting("居民企业", "not met"));
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.FAILING_EXAMPLE);
            assertThat(problem.message().chinese()).contains("应为不符合，实际为符合");
            assertThat(problem.message().english()).contains("expects not met, found met");
        });
    }

    @Test
    void titlesThatNeedEachOtherAreReported() throws IOException {
        write(
                "one",
                "1",
                "from: 2020-01-01",
                "grants: {title: 甲, years: 3, article: 一}\n" + expecting("有称号(\"乙\")", "unknown"));
        write(
                "two",
                "1",
                "from: 2020-01-01",
                "grants: {title: 乙, years: 3, article: 一}\n" + expecting("有称号(\"甲\")", "unknown"));
        write(
                "three",
                "1",
                "from: 2020-01-01",
                "grants: {title: 丙, years: 3, article: 一}\n" + expecting("not(有称号(\"丙\"))", "unknown"));
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.TITLE_CYCLE);
            assertThat(problem.message().english()).contains("乙 → 甲 → 乙");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    职工总数.上年 >= 0                                  | ALWAYS_TRUE
                    研发费用.近三年 / 销售收入.近三年 >= 0              | ALWAYS_TRUE
                    职工总数.上年 < 0                                   | UNREACHABLE
                    职工总数.上年 > 10 and 职工总数.上年 <= 10          | UNREACHABLE
                    职工总数.上年 > 10 or 职工总数.上年 <= 10           | ALWAYS_TRUE
                    居民企业 or not(居民企业)                           | ALWAYS_TRUE
                    企业规模 = "大型" and 企业规模 = "小型"             | UNREACHABLE
                    销售收入.上年 >= 销售收入.上年                      | ALWAYS_TRUE
                    """)
    void conditionsThatDecideNothingAreReported(String condition, ProblemCode code) throws IOException {
        write("one", "1", "from: 2020-01-01", expecting(condition, "unknown"));
        assertThat(problems()).extracting(PolicyProblem::code).contains(code);
    }

    @Test
    void criteriaThatContradictEachOtherAreReported() throws IOException {
        write("one", "1", "from: 2020-01-01", """
                criteria:
                  - {id: a, article: 一, require: 销售收入.上年 > 2 * 亿元}
                  - {id: b, article: 一, require: 居民企业}
                  - {id: c, article: 一, require: 销售收入.上年 <= 2 * 亿元}
                """ + EXAMPLE.formatted("unknown"));
        assertThat(problems()).extracting(PolicyProblem::code).contains(ProblemCode.UNREACHABLE);
        assertThat(problemsText()).contains("\"a\" and \"c\"");
    }

    private String problemsText() throws IOException {
        return PackReader.read(folder).problems().toString();
    }

    @Test
    void aScoreThatCannotBeReachedIsReported() throws IOException {
        write("one", "1", "from: 2020-01-01", """
                score: {article: 一, items: [{id: s, label: 甲, judged: [0, 50]}]}
                criteria:
                  - {id: a, article: 一, require: 得分 >= 60}
                """ + EXAMPLE.formatted("not met"));
        assertThat(problems()).extracting(PolicyProblem::code).contains(ProblemCode.UNREACHABLE);
    }

    @Test
    void aFileThatIsNoUtf8IsReported() throws IOException {
        write("one", "1", "from: 2020-01-01", expecting("居民企业", "met"));
        Files.write(folder.resolve("cn/gbk.yaml"), "policy: 名称".getBytes(java.nio.charset.Charset.forName("GB18030")));
        assertThat(problems())
                .extracting(PolicyProblem::message)
                .anyMatch(message -> message.english().startsWith("not UTF-8"));
        assertThat(Files.readString(folder.resolve("facts.yaml"), StandardCharsets.UTF_8))
                .isNotEmpty();
    }

    @Test
    void oneTextIsCheckedAsIfItStoodInThePack() throws IOException {
        write("one", "1", "from: 2020-01-01, to: 2026-03-31", expecting("居民企业", "not applicable"));
        write("one", "2", "from: 2026-04-01", expecting("居民企业", "met"));
        problems();
        PolicyPack pack = PackReader.read(folder);
        String file = folder.getFileName() + "/cn/one-2.yaml";
        String text = Files.readString(folder.resolve("cn/one-2.yaml"));

        assertThat(PackReader.check(pack, file, text).file().problems()).isEmpty();
        assertThat(PackReader.check(pack, file, text.replace("2026-04-01", "2026-03-01"))
                        .file()
                        .problems())
                .extracting(PolicyProblem::code)
                .contains(ProblemCode.OVERLAPPING_VALIDITY);
        assertThat(PackReader.check(pack, file, text.replace("居民企业'}", "有称号(\"没有这个\")'}"))
                        .file()
                        .problems())
                .extracting(PolicyProblem::code)
                .contains(ProblemCode.UNKNOWN_TITLE);
        PackReader.Checked earlier = PackReader.check(pack, folder.getFileName() + "/cn/one-0.yaml", text);
        assertThat(earlier.file().problems()).extracting(PolicyProblem::code).contains(ProblemCode.DUPLICATE_ID);
    }

    @Test
    void textsLaidOverAFolderCountInPlaceOfItsFiles() throws IOException {
        write("one", "1", "from: 2020-01-01", expecting("居民企业", "met"));
        problems();
        String text = Files.readString(folder.resolve("cn/one-1.yaml"));

        PolicyPack pack = PackReader.read(
                folder,
                java.util.Map.of(
                        "cn/one-1.yaml",
                        text.replace("from: 2020-01-01", "from: 2020-01-01, to: 2026-12-31"),
                        "cn/one-2.yaml",
                        text.replace("from: 2020-01-01", "from: 2027-01-01")
                                .replace("\"1\"", "\"2\"")
                                .replace("2026-05-01", "2027-05-01")));

        assertThat(pack.problems()).isEmpty();
        assertThat(pack.inForce(java.time.LocalDate.of(2027, 5, 1)))
                .extracting(org.lingqu.engine.policy.pack.Policy::version)
                .contains("2")
                .doesNotContain("1");
        assertThat(pack.inForce(java.time.LocalDate.of(2026, 5, 1)))
                .extracting(org.lingqu.engine.policy.pack.Policy::version)
                .contains("1");
    }
}
