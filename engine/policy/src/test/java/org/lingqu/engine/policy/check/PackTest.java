package org.lingqu.engine.policy.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.pack.Confidence;
import org.lingqu.engine.policy.pack.Parameter;
import org.lingqu.engine.policy.pack.Policy;

/** The policies of the project, and what the checker holds them to. */
class PackTest {

    private static final int LEAST_EXAMPLES = 7;
    private static PolicyPack pack;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() throws IOException {
        pack = PackReader.read(Path.of("../../policies"));
    }

    @Test
    void allFilesAreWithoutProblems() {
        assertThat(pack.problems()).isEmpty();
        assertThat(pack.policies()).hasSameSizeAs(pack.files()).hasSizeGreaterThan(40);
    }

    @Test
    void titlesAreThoseGrantedAndThoseAskedFor() {
        var granted = new TreeSet<String>();
        pack.policies().forEach(policy -> granted.addAll(policy.titles()));
        assertThat(granted).contains("高新技术企业");

        assertThat(pack.titles()).containsAll(granted).hasSizeGreaterThan(granted.size());
    }

    static List<PolicyFile> files() throws IOException {
        return PackReader.read(Path.of("../../policies")).files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPolicyIsTriedOnFirmsThatPassFailAndLackFacts(PolicyFile file) {
        assertThat(file.examples()).hasSizeGreaterThanOrEqualTo(LEAST_EXAMPLES);
        assertThat(file.examples()).anyMatch(example -> holds(example, Finding.Kind.NOT_MET));
        assertThat(file.examples()).anyMatch(example -> holds(example, Finding.Kind.UNKNOWN));
    }

    private static boolean holds(Example example, Finding.Kind kind) {
        return example.expect().filter(kind::equals).isPresent()
                || example.findings().containsValue(kind);
    }

    @ParameterizedTest
    @MethodSource("files")
    void theMapOfThePackNamesEveryVersionAndParameter(PolicyFile file) throws IOException {
        String map = Files.readString(Path.of("../../docs/policy-pack.md"));
        Policy policy = file.policy().orElseThrow();
        assertThat(map)
                .contains("| `" + policy.id() + "` | " + policy.version() + " | "
                        + policy.validity().from());
        policy.parameters()
                .forEach(parameter -> assertThat(map)
                        .contains("| `" + policy.id() + "` | `" + parameter.id() + "` | " + parameter.label() + " |"));
    }

    @Test
    void whatNobodyIsSureOfHasNoValue() {
        assertThat(pack.policies().stream()
                        .flatMap(policy -> policy.parameters().stream())
                        .filter(parameter -> parameter.clause().confidence() == Confidence.U)
                        .filter(parameter -> parameter.value().isPresent())
                        .map(Parameter::label))
                .isEmpty();
    }

    record Vector(String id, String rule, String file, String example) {}

    static List<Vector> vectors() throws IOException {
        try (InputStream in = Objects.requireNonNull(PackTest.class.getResourceAsStream("vectors.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";", 4))
                    .map(cells -> new Vector(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyWorkedFigureIsAnExample(Vector vector) {
        assertThat(pack.files().stream()
                        .filter(file -> file.file().endsWith("/" + vector.file() + ".yaml"))
                        .flatMap(file -> file.examples().stream())
                        .map(Example::name))
                .contains(vector.example());
    }

    @Test
    void anExampleThatTheRuleContradictsIsReported() {
        var problems = problemsOf(policy("cn/a", "甲", "人数.上年 >= 11"));
        assertThat(problems).extracting(PolicyProblem::code).containsExactly(ProblemCode.FAILING_EXAMPLE);
    }

    @Test
    void anExampleMayGiveAParameterItsValue() {
        assertThat(problemsOf(policy("cn/a", "甲", "人数.上年 >= 门槛")))
                .extracting(PolicyProblem::message)
                .singleElement()
                .asString()
                .contains("应为符合，实际为缺少数据", "expects met, found unknown");
        String set = policy("cn/a", "甲", "人数.上年 >= 门槛").replace("expect: met", "parameters: {least: 10}, expect: met");
        assertThat(problemsOf(set)).isEmpty();
        assertThat(problemsOf(set.replace("least: 10", "least: 11")))
                .extracting(PolicyProblem::code)
                .containsExactly(ProblemCode.FAILING_EXAMPLE);
        assertThat(problemsOf(set.replace("least: 10", "leest: 10")))
                .extracting(PolicyProblem::code)
                .containsExactly(ProblemCode.UNKNOWN_NAME);
    }

    @Test
    void anExampleLiesInTheDaysOfItsVersion() {
        var problems = problemsOf(policy("cn/a", "甲", "人数.上年 >= 10").replace("from: 2020-01-01", "from: 2026-05-02"));
        assertThat(problems).extracting(PolicyProblem::code).containsExactly(ProblemCode.WRONG_VALIDITY);
    }

    @Test
    void theTotalOfBenefitsIsCompared() {
        String paid = policy("cn/a", "甲", "人数.上年 >= 10")
                .replace(
                        "examples:",
                        "benefits: [{id: pay, article: 第三条, amount: 人数.上年 * 元}, {id: more, article: 第三条, amount: 5 * 元}]\nexamples:")
                .replace("expect: met", "benefits: {total: 15元}");
        assertThat(problemsOf(paid)).isEmpty();
        assertThat(problemsOf(paid.replace("15元", "16元")))
                .extracting(PolicyProblem::code)
                .containsExactly(ProblemCode.FAILING_EXAMPLE);
    }

    @Test
    void aReviewMayAskForTheTitleThatItRenews() {
        String first = policy("cn/a", "甲", "人数.上年 >= 10");
        String review = policy("cn/b", "甲", "有称号(\"甲\")").replace("firm:", "titles: {甲: 2025-01-01..}, firm:");
        assertThat(problemsOf(first, review)).isEmpty();
        assertThat(problemsOf(review)).extracting(PolicyProblem::code).containsExactly(ProblemCode.TITLE_CYCLE);
    }

    private static String policy(String id, String title, String condition) {
        return """
                policy: %s
                version: "1"
                title: 试验
                english: trial
                document: 试〔2020〕1号
                issuers: [试验局]
                region: "000000"
                valid: {from: 2020-01-01}
                parameters: [{id: least, label: 门槛, article: 第一条}]
                criteria: [{id: staff, article: 第一条, says: 够人, require: '%s'}]
                grants: {title: %s, years: 1, article: 第二条}
                examples: {cases: [{name: 十人, as-of: 2026-05-01, firm: {人数: {2025: 10}}, expect: met}]}
                """.formatted(id, condition, title);
    }

    private List<PolicyProblem> problemsOf(String... policies) {
        try {
            Path fresh = Files.createTempDirectory(folder, "pack");
            Files.createDirectories(fresh.resolve("cn"));
            Files.writeString(
                    fresh.resolve("facts.yaml"), "facts: {人数: {english: staff, type: count, unit: 人, period: yearly}}");
            for (int i = 0; i < policies.length; i++) {
                Files.writeString(fresh.resolve("cn/policy-" + i + ".yaml"), policies[i]);
            }
            return PackReader.read(fresh).problems();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
