package org.lingqu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.yaml.DidYouMean;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The folder of policies that a command works on. */
final class PolicyFolder {

    @Option(
            names = "--policies",
            paramLabel = "DIR",
            description = "folder of policy files (default: ${DEFAULT-VALUE})",
            defaultValue = "policies")
    private Path folder = Path.of("policies");

    /** @throws ParameterException if there is no such folder */
    PolicyPack read(CommandSpec spec) throws IOException {
        return read(folder, spec);
    }

    /** As it was named. */
    Path path() {
        return folder;
    }

    static PolicyPack read(Path folder, CommandSpec spec) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "no such folder: " + folder);
        }
        return PackReader.read(folder);
    }

    /** The version asked for, else the one in force on the day, else the latest. */
    static Policy find(PolicyPack pack, String id, @Nullable String version, LocalDate day, CommandSpec spec) {
        List<Policy> versions = pack.policies().stream()
                .filter(policy -> policy.id().toString().equals(id))
                .toList();
        if (versions.isEmpty()) {
            List<String> known = pack.policies().stream()
                    .map(policy -> policy.id().toString())
                    .distinct()
                    .toList();
            throw new ParameterException(
                    spec.commandLine(),
                    Phrase.of(
                                    "没有可用的政策「{0}」（文件有没有错，用 ./lingqu policy check 查看）{1}",
                                    "no sound policy is called \"{0}\".{1} ./lingqu policy check tells what is wrong"
                                            + " with a file.",
                                    id,
                                    DidYouMean.advice(id, known))
                            .toString());
        }
        if (version == null) {
            Optional<Policy> inForce =
                    versions.stream().filter(policy -> policy.inForce(day)).findFirst();
            return inForce.orElse(versions.getLast());
        }
        return versions.stream()
                .filter(policy -> policy.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no version \"" + version + "\" of " + id + "; there are "
                                + String.join(
                                        ", ",
                                        versions.stream().map(Policy::version).toList())));
    }
}
