package org.lingqu.jobs;

import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.pack.Policy;

/** Policies on their way to other machines: as the texts of their files, read again once in every JVM where they arrive. */
final class PolicyTexts implements Serializable {

    @Serial
    private static final long serialVersionUID = 1;

    private static final Map<Map<String, String>, PolicyPack> READ = new ConcurrentHashMap<>();

    private final LinkedHashMap<String, String> files;
    private final ArrayList<String> names;

    private PolicyTexts(Map<String, String> files, List<String> names) {
        this.files = new LinkedHashMap<>(files);
        this.names = new ArrayList<>(names);
    }

    /**
     * The sound versions in force on a day, in the order of the pack.
     *
     * @param folder where the pack was read from
     * @throws IOException if a file cannot be read
     */
    static PolicyTexts of(PolicyPack pack, Path folder, LocalDate asOf) throws IOException {
        Path root = root(folder.toAbsolutePath().normalize());
        var files = new LinkedHashMap<String, String>();
        try (Stream<Path> found = Files.walk(root)) {
            for (Path file : found.filter(path ->
                            path.toString().endsWith(".yaml") || path.toString().endsWith(".yml"))
                    .sorted()
                    .toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file));
            }
        }
        return new PolicyTexts(
                files, pack.inForce(asOf).stream().map(Policy::fullName).toList());
    }

    /** The folder with the dictionary, which holds the policies that derive facts too. */
    private static Path root(Path folder) throws IOException {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("facts.yaml"))) {
                return at;
            }
        }
        throw new IOException("no facts.yaml in " + folder + " or above");
    }

    int count() {
        return names.size();
    }

    /** The policies, read and typed. */
    List<Policy> policies() {
        PolicyPack pack = READ.computeIfAbsent(files, PolicyTexts::read);
        return pack.policies().stream()
                .filter(policy -> names.contains(policy.fullName()))
                .toList();
    }

    private static PolicyPack read(Map<String, String> files) {
        try {
            Path root = Files.createTempDirectory("lingqu-policies");
            try {
                for (var file : files.entrySet()) {
                    Path target = root.resolve(file.getKey());
                    Files.createDirectories(target.resolveSibling("."));
                    Files.writeString(target, file.getValue());
                }
                return PackReader.read(root);
            } finally {
                remove(root);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("policies could not be unpacked", e);
        }
    }

    private static void remove(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
