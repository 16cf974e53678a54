package org.lingqu.engine.policy.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.FactsFile;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.yaml.Place;

/** Reads a folder of policies: {@code facts.yaml} and one folder for each region. */
public final class PackReader {

    private static final long LARGEST = 4L << 20; // bytes; the YAML reader refuses long before

    private PackReader() {}

    /**
     * Reads and checks everything below a folder.
     *
     * @throws IOException if the folder or a file cannot be read; what a file says never throws
     */
    public static PolicyPack read(Path folder) throws IOException {
        List<PolicyProblem> problems = new ArrayList<>();
        Facts facts = facts(folder, problems);
        List<PolicyFile> files = new ArrayList<>();
        var reader = new PolicyReader(facts);
        for (Path file : yamlFiles(folder)) {
            text(folder, file, problems)
                    .ifPresent(text -> files.add(checked(reader.read(name(folder, file), text), text, facts)));
        }
        files.forEach(file -> problems.addAll(file.problems()));
        problems.addAll(PackCheck.problems(files));
        List<Policy> policies = files.stream()
                .filter(file -> file.problems().isEmpty())
                .flatMap(file -> file.policy().stream())
                .sorted(Comparator.comparing(Policy::id)
                        .thenComparing(policy -> policy.validity().from()))
                .toList();
        return new PolicyPack(
                facts, policies, List.copyOf(files), problems.stream().sorted().toList());
    }

    private static PolicyFile checked(PolicyFile file, String text, Facts facts) {
        if (file.policy().isEmpty() || !file.problems().isEmpty()) {
            return file; // an example of a broken rule says nothing
        }
        Policy policy = file.policy().get();
        List<PolicyProblem> found = new ArrayList<>(new LogicCheck(facts, file.places(), file.file()).problems(policy));
        found.addAll(new Examples(facts, file.file(), text).failures(policy, file.examples()));
        return new PolicyFile(
                file.file(),
                file.policy(),
                file.examples(),
                file.places(),
                found.stream().sorted().toList());
    }

    private static Facts facts(Path folder, List<PolicyProblem> problems) throws IOException {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path file = at.resolve("facts.yaml");
            if (Files.isRegularFile(file)) {
                Optional<String> text = text(folder, file, problems);
                FactsFile read = FactsFile.read(name(folder, file), text.orElse("facts: {}"));
                problems.addAll(read.problems());
                return read.facts();
            }
        }
        problems.add(new PolicyProblem(
                new Place(folder.toString(), 1, 1),
                ProblemCode.UNKNOWN_FACT,
                "no facts.yaml here or in a folder above: the dictionary of facts is missing"));
        return new Facts(List.of());
    }

    private static List<Path> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .filter(file -> !file.endsWith("facts.yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<String> text(Path folder, Path file, List<PolicyProblem> problems) throws IOException {
        var place = new Place(name(folder, file), 1, 1);
        if (Files.size(file) > LARGEST) {
            problems.add(new PolicyProblem(
                    place, ProblemCode.NOT_YAML, "larger than any policy: " + Files.size(file) + " bytes"));
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString());
        } catch (CharacterCodingException e) {
            problems.add(new PolicyProblem(place, ProblemCode.NOT_YAML, "not UTF-8; save the file as UTF-8"));
            return Optional.empty();
        }
    }

    private static String name(Path folder, Path file) {
        Path base = folder.toAbsolutePath().normalize();
        Path parent = base.getParent();
        Path from = parent == null ? base : parent;
        return from.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
