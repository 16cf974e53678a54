package org.lingqu.engine.policy.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.FactsFile;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.yaml.Place;

/** Reads a folder of policies: {@code facts.yaml} and one folder for each region. */
public final class PackReader {

    private static final long LARGEST = 4L << 20; // bytes; the YAML reader refuses long before

    private static final Charset GB18030 = Charset.forName("GB18030");

    private PackReader() {}

    /**
     * Reads and checks everything below a folder.
     *
     * @throws IOException if the folder or a file cannot be read; what a file says never throws
     */
    public static PolicyPack read(Path folder) throws IOException {
        List<PolicyProblem> problems = new ArrayList<>();
        Dictionary dictionary = dictionary(folder, problems);
        Facts facts = dictionary.file().facts();
        List<PolicyFile> files = new ArrayList<>();
        var reader = new PolicyReader(facts, Map.of(), dictionary.derivations(folder, problems));
        for (Path file : yamlFiles(folder)) {
            text(folder, file, problems)
                    .ifPresent(text -> files.add(checked(reader.read(name(folder, file), text), text, reader)));
        }
        files.forEach(file -> problems.addAll(file.problems()));
        problems.addAll(PackCheck.problems(files));
        if (dictionary
                .root()
                .equals(folder.toAbsolutePath().normalize())) { // a part of a pack does not see who grants what
            problems.addAll(PackCheck.unknownTitles(files, dictionary.file().titles()));
        }
        List<Policy> policies = files.stream()
                .filter(file -> file.problems().isEmpty())
                .flatMap(file -> file.policy().stream())
                .sorted(Comparator.comparing(Policy::id)
                        .thenComparing(policy -> policy.validity().from()))
                .toList();
        return new PolicyPack(
                facts, policies, List.copyOf(files), problems.stream().sorted().toList());
    }

    private static PolicyFile checked(PolicyFile file, String text, PolicyReader reader) {
        if (file.policy().isEmpty()) {
            return file;
        }
        Policy policy = file.policy().get();
        List<PolicyProblem> found = new ArrayList<>(file.problems());
        found.addAll(new LogicCheck(reader.facts(), file.places(), file.file()).problems(policy));
        found.addAll(new Examples(reader, file.file(), text).failures(policy, file.examples()));
        return new PolicyFile(
                file.file(),
                file.policy(),
                file.examples(),
                file.places(),
                found.stream().distinct().sorted().toList());
    }

    /**
     * The dictionary that a folder is checked against.
     *
     * @param root where it lies: the folder of the whole pack
     */
    private record Dictionary(Path root, FactsFile file) {

        /** The policies that derive facts; they are read by themselves first, so that all others may read those facts. */
        Derivations derivations(Path folder, List<PolicyProblem> problems) throws IOException {
            var reader = new PolicyReader(file.facts());
            List<Policy> deriving = new ArrayList<>();
            for (Fact fact : file.facts().all()) {
                if (fact.derived().isPresent()) {
                    List<Policy> found =
                            deriving(reader, fact, fact.derived().get().by());
                    deriving.addAll(found);
                    if (found.isEmpty()) {
                        problems.add(new PolicyProblem(
                                file.places().getOrDefault(fact.name(), new Place(name(folder, root), 1, 1)),
                                ProblemCode.UNKNOWN_POLICY,
                                "\"" + fact.name() + "\" is derived by "
                                        + fact.derived().get().by()
                                        + ", but no sound file of that policy yields it"));
                    }
                }
            }
            return new Derivations(file.facts(), deriving);
        }

        private List<Policy> deriving(PolicyReader reader, Fact fact, String by) throws IOException {
            Path region = root.resolve(by.substring(0, Math.max(by.indexOf('/'), 0)));
            List<Policy> found = new ArrayList<>();
            if (by.indexOf('/') > 0 && region.startsWith(root) && Files.isDirectory(region)) {
                for (Path path : yamlFiles(region)) {
                    text(root, path, new ArrayList<>())
                            .filter(text -> text.contains(by))
                            .map(text -> reader.read(name(root, path), text))
                            .filter(read -> read.problems().isEmpty())
                            .flatMap(PolicyFile::policy)
                            .filter(policy ->
                                    policy.id().toString().equals(by) && Derivations.yields(policy, fact.name()))
                            .ifPresent(found::add);
                }
            }
            return found;
        }
    }

    private static Dictionary dictionary(Path folder, List<PolicyProblem> problems) throws IOException {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path file = at.resolve("facts.yaml");
            if (Files.isRegularFile(file)) {
                Optional<String> text = text(folder, file, problems);
                FactsFile read = FactsFile.read(name(folder, file), text.orElse("facts: {}"));
                problems.addAll(read.problems());
                return new Dictionary(at, read);
            }
        }
        problems.add(new PolicyProblem(
                new Place(folder.toString(), 1, 1),
                ProblemCode.UNKNOWN_FACT,
                "no facts.yaml here or in a folder above: the dictionary of facts is missing"));
        return new Dictionary(folder.toAbsolutePath().normalize(), FactsFile.read("facts.yaml", "facts: {}"));
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
        byte[] bytes = Files.readAllBytes(file);
        Optional<String> text = decoded(bytes, StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            problems.add(new PolicyProblem(
                    place,
                    ProblemCode.NOT_YAML,
                    "not UTF-8" + guess(bytes) + "; save the file as UTF-8 (另存为，编码选 UTF-8)"));
        }
        return text;
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String guess(byte[] bytes) {
        boolean marked = bytes.length > 1 && ((bytes[0] & bytes[1] & 0xFF) == 0xFE);
        if (marked) {
            return ", it looks like UTF-16";
        }
        return decoded(bytes, GB18030)
                .filter(text -> text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c)))
                .map(text -> ", it looks like GBK (GB 18030)")
                .orElse(", it looks like no text at all");
    }

    private static String name(Path folder, Path file) {
        Path base = folder.toAbsolutePath().normalize();
        Path parent = base.getParent();
        Path from = parent == null ? base : parent;
        return from.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
