package org.lingqu.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.fact.Facts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The policy files of this installation and the dictionary of facts they speak of. They are read when first asked for, so that
 * a start does not wait for them. Safe for use by many threads.
 */
@Component
public final class InstalledPack {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledPack.class);

    private final Path folder;
    private @Nullable PolicyPack pack;

    /** @param folder {@code lingqu.policies}; by default the folder {@code policies} of the project */
    public InstalledPack(@Value("${lingqu.policies:${lingqu.home:.}/policies}") String folder) {
        this.folder = Path.of(folder).toAbsolutePath().normalize();
    }

    /** All sound policies with what is wrong in the others; empty where the folder is missing, which is logged. */
    public synchronized PolicyPack pack() {
        if (pack == null) {
            pack = read();
        }
        return pack;
    }

    /** The dictionary. */
    public Facts facts() {
        return pack().facts();
    }

    /** Names of all titles that a policy grants or asks for. */
    public SortedSet<String> titles() {
        return pack().titles();
    }

    private PolicyPack read() {
        if (!Files.isDirectory(folder)) {
            LOG.warn("no folder of policies at {}: nothing can be decided", folder);
            return new PolicyPack(new Facts(List.of()), List.of(), List.of(), List.of());
        }
        try {
            PolicyPack read = PackReader.read(folder);
            if (!read.problems().isEmpty()) {
                LOG.warn(
                        "{} problems in {}: ./lingqu policy check tells them",
                        read.problems().size(),
                        folder);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
