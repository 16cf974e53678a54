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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lingqu.engine.policy.Phrase;
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
        return read(folder, Map.of());
    }

    /**
     * The same with other texts in place of some files and beside them.
     *
     * @param laid by path below the folder, with slashes: {@code cn/high-tech-2027.yaml}
     * @throws IOException if the folder or a file cannot be read; what a file says never throws
     */
    public static PolicyPack read(Path folder, Map<String, String> laid) throws IOException {
        List<PolicyProblem> problems = new ArrayList<>();
        var texts = Texts.of(folder, laid);
        Dictionary dictionary = dictionary(folder, texts, problems);
        Facts facts = dictionary.file().facts();
        List<PolicyFile> files = new ArrayList<>();
        var reader = new PolicyReader(facts, Map.of(), dictionary.derivations(folder, problems));
        for (Path file : texts.yamlFiles(folder)) {
            texts.of(folder, file, problems)
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
                facts,
                dictionary.file().titles(),
                policies,
                List.copyOf(files),
                problems.stream().sorted().toList());
    }

    /**
     * What one file would be in a pack.
     *
     * @param file with everything wrong with it, also with what only the other files show
     * @param elsewhere what would be wrong in other files, and is not now
     */
    public record Checked(PolicyFile file, List<PolicyProblem> elsewhere) {
        public Checked {
            elsewhere = List.copyOf(elsewhere);
        }
    }

    /**
     * Checks one text as if it stood in a pack, in place of the file of that name if there is one. The other files are taken as
     * they were read: that a fact they read would be derived otherwise shows only when the whole pack is read.
     *
     * @param file as the pack knows it, {@code policies/cn/high-tech-2027.yaml}
     */
    public static Checked check(PolicyPack pack, String file, String text) {
        var reader = new PolicyReader(pack, Map.of());
        PolicyFile read = checked(reader.read(file, text), text, reader);
        List<PolicyFile> files = new ArrayList<>(pack.files());
        files.removeIf(other -> other.file().equals(file));
        files.add(read);
        List<PolicyProblem> fresh = new ArrayList<>(together(files, pack.declaredTitles()));
        fresh.removeAll(together(pack.files(), pack.declaredTitles()));
        List<PolicyProblem> own = new ArrayList<>(read.problems());
        fresh.stream().filter(problem -> problem.place().file().equals(file)).forEach(own::add);
        fresh.removeIf(problem -> problem.place().file().equals(file));
        return new Checked(
                new PolicyFile(
                        file,
                        read.policy(),
                        read.examples(),
                        read.places(),
                        own.stream().distinct().sorted().toList()),
                fresh);
    }

    private static List<PolicyProblem> together(List<PolicyFile> files, Set<String> titles) {
        List<PolicyProblem> problems = new ArrayList<>(PackCheck.problems(files));
        problems.addAll(PackCheck.unknownTitles(files, titles));
        return problems;
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
    private record Dictionary(Path root, FactsFile file, Texts texts) {

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
                                Phrase.of(
                                        "「{0}」应由 {1} 推出，但该政策没有一个可用的文件给出它",
                                        "\"{0}\" is derived by {1}, but no sound file of that policy yields it",
                                        fact.name(),
                                        fact.derived().get().by())));
                    }
                }
            }
            return new Derivations(file.facts(), deriving);
        }

        private List<Policy> deriving(PolicyReader reader, Fact fact, String by) throws IOException {
            Path region = root.resolve(by.substring(0, Math.max(by.indexOf('/'), 0)));
            List<Policy> found = new ArrayList<>();
            if (by.indexOf('/') > 0 && region.startsWith(root) && Files.isDirectory(region)) {
                for (Path path : texts.yamlFiles(region)) {
                    texts.of(root, path, new ArrayList<>())
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

    private static Dictionary dictionary(Path folder, Texts texts, List<PolicyProblem> problems) throws IOException {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path file = at.resolve("facts.yaml");
            if (Files.isRegularFile(file)) {
                Optional<String> text = text(folder, file, problems);
                FactsFile read = FactsFile.read(name(folder, file), text.orElse("facts: {}"));
                problems.addAll(read.problems());
                return new Dictionary(at, read, texts);
            }
        }
        problems.add(new PolicyProblem(
                new Place(folder.toString(), 1, 1),
                ProblemCode.UNKNOWN_FACT,
                Phrase.of(
                        "这里和上级文件夹都没有 facts.yaml：缺少数据字典",
                        "no facts.yaml here or in a folder above: the dictionary of facts is missing")));
        return new Dictionary(folder.toAbsolutePath().normalize(), FactsFile.read("facts.yaml", "facts: {}"), texts);
    }

    /**
     * What files say, those on disk and those laid over them.
     *
     * @param laid by absolute path
     */
    private record Texts(Map<Path, String> laid) {

        static Texts of(Path folder, Map<String, String> laid) {
            Path base = folder.toAbsolutePath().normalize();
            var texts = new HashMap<Path, String>();
            laid.forEach((path, text) -> texts.put(base.resolve(path).normalize(), text));
            return new Texts(texts);
        }

        List<Path> yamlFiles(Path folder) throws IOException {
            Path base = folder.toAbsolutePath().normalize();
            try (Stream<Path> files = Files.walk(base)) {
                return Stream.concat(
                                files.filter(Files::isRegularFile),
                                laid.keySet().stream().filter(file -> file.startsWith(base)))
                        .filter(file -> file.toString().endsWith(".yaml")
                                || file.toString().endsWith(".yml"))
                        .filter(file -> !file.endsWith("facts.yaml"))
                        .distinct()
                        .sorted()
                        .toList();
            }
        }

        Optional<String> of(Path folder, Path file, List<PolicyProblem> problems) throws IOException {
            String text = laid.get(file);
            return text == null ? text(folder, file, problems) : Optional.of(text);
        }
    }

    private static Optional<String> text(Path folder, Path file, List<PolicyProblem> problems) throws IOException {
        var place = new Place(name(folder, file), 1, 1);
        if (Files.size(file) > LARGEST) {
            problems.add(new PolicyProblem(
                    place,
                    ProblemCode.NOT_YAML,
                    Phrase.of("文件太大：{0} 字节，没有这么长的政策", "larger than any policy: {0} bytes", Files.size(file))));
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        Optional<String> text = decoded(bytes, StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            problems.add(new PolicyProblem(
                    place,
                    ProblemCode.NOT_YAML,
                    Phrase.of(
                            "不是 UTF-8 编码{0}；请另存为，编码选 UTF-8",
                            "not UTF-8{0}; save the file as UTF-8 (Save As, encoding UTF-8)", guess(bytes))));
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

    private static Phrase guess(byte[] bytes) {
        boolean marked = bytes.length > 1 && ((bytes[0] & bytes[1] & 0xFF) == 0xFE);
        if (marked) {
            return new Phrase("，像是 UTF-16", ", it looks like UTF-16");
        }
        return decoded(bytes, GB18030)
                .filter(text -> text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c)))
                .map(text -> new Phrase("，像是 GBK（GB 18030）", ", it looks like GBK (GB 18030)"))
                .orElse(new Phrase("，像是根本不是文本", ", it looks like no text at all"));
    }

    private static String name(Path folder, Path file) {
        Path base = folder.toAbsolutePath().normalize();
        Path parent = base.getParent();
        Path from = parent == null ? base : parent;
        return from.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
