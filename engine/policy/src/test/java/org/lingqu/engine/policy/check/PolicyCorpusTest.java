package org.lingqu.engine.policy.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lingqu.engine.policy.BothLanguages;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;

/** The files of {@code corpus/policies}: every mistake is reported at once, and editors see what a schema can see. */
class PolicyCorpusTest {

    private static final Path CORPUS = Path.of("../../corpus/policies");
    private static final Path PACK = Path.of("../../policies");
    /** Enough for the slowest file on a busy machine; without limits the blown-up ones would take for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Mistakes that a schema can see without understanding expressions. */
    private static final Set<String> SEEN_BY_SCHEMA =
            Set.of("every-key-wrong", "no-criteria", "no-examples", "ten-mistakes", "a-list", "only-a-word", "empty");

    private static Schema schema;

    @TempDir
    Path folder;

    @BeforeAll
    static void readSchema() throws IOException {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(PACK.resolve("policy.schema.json")), InputFormat.JSON);
    }

    record Case(String name, List<String> expected) {}

    static List<Case> cases() throws IOException {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        for (String line : Files.readAllLines(CORPUS.resolve("expected.tsv"))) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t", 4);
                List<String> expected = cases.computeIfAbsent(cells[0], name -> new ArrayList<>());
                if (!cells[1].equals("-")) {
                    expected.add(cells[1] + " " + cells[2] + ": " + cells[3]);
                }
            }
        }
        return cases.entrySet().stream()
                .map(entry -> new Case(entry.getKey(), entry.getValue()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyMistakeIsReportedAtItsLine(Case one) {
        List<PolicyProblem> problems = assertTimeoutPreemptively(
                PATIENCE, () -> PackReader.read(CORPUS.resolve(one.name())).problems());
        List<String> found = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            PolicyProblem problem = problems.get(i);
            String whole = problem.place().line() + " " + problem.code() + ": "
                    + problem.message().english();
            boolean same =
                    i < one.expected().size() && whole.startsWith(one.expected().get(i));
            found.add(same ? one.expected().get(i) : whole);
        }
        assertThat(found).isEqualTo(one.expected());
        BothLanguages.require(problems);
    }

    @Test
    void everyFolderOfTheCorpusIsExpected() throws IOException {
        try (Stream<Path> folders = Files.list(CORPUS)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(path -> path.getFileName().toString())
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(
                            cases().stream().map(Case::name).toList());
        }
    }

    @Test
    void aFileLargerThanAnyPolicyIsRefused() throws IOException {
        assertThat(problemsOf("notes: [" + "很长，".repeat(1_200_000) + "]\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().english()).startsWith("larger than any policy"));
        assertThat(problemsOf("notes: [" + "长,".repeat(700_000) + "]\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_YAML));
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        assertThat(problemsOf("notes: " + "[".repeat(100_000) + "]".repeat(100_000) + "\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().english()).contains("nested deeper"));
        assertThat(problemsOf("notes: " + "{a: ".repeat(100_000) + "}".repeat(100_000) + "\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_YAML));
    }

    private List<PolicyProblem> problemsOf(String text) throws IOException {
        Files.createDirectories(folder.resolve("cn"));
        Files.writeString(folder.resolve("facts.yaml"), "facts: {}");
        Files.writeString(folder.resolve("cn/one.yaml"), text);
        return assertTimeoutPreemptively(PATIENCE, () -> PackReader.read(folder).problems());
    }

    static List<Path> policies() throws IOException {
        try (Stream<Path> files = Files.walk(PACK, 2)) {
            return files.filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("facts.yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void theSchemaAcceptsEveryPolicyOfThePack(Path file) throws IOException {
        assertThat(schema.validate(Files.readString(file), InputFormat.YAML)).isEmpty();
    }

    @Test
    void theSchemaRejectsWhatASchemaCanSee() throws IOException {
        for (String name : SEEN_BY_SCHEMA) {
            try (Stream<Path> files = Files.walk(CORPUS.resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    List<Error> errors = schema.validate(Files.readString(file), InputFormat.YAML);
                    assertThat(errors).as(name).isNotEmpty();
                }
            }
        }
        Set<String> seen =
                schema
                        .validate(Files.readString(CORPUS.resolve("every-key-wrong/cn/keys.yaml")), InputFormat.YAML)
                        .stream()
                        .map(Error::getMessage)
                        .collect(Collectors.toSet());
        assertThat(seen).hasSizeGreaterThan(15);
    }
}
