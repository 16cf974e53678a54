package org.lingqu.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.DataFolder;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.fact.Facts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The policy files of this installation and the dictionary of facts they speak of: the folder that was installed, and laid over it
 * what was published here, in the folder {@code policies} of the data folder. They are read when first asked for, so that a start
 * does not wait for them. Safe for use by many threads.
 */
@Component
public final class InstalledPack {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledPack.class);

    private final Path folder;
    private final Path published;
    private volatile @Nullable Known known;

    /** @param laid texts that stand over the folder, by path below it */
    private record Known(PolicyPack pack, Map<String, String> laid) {}

    /** @param folder {@code lingqu.policies}; by default the folder {@code policies} of the project */
    @Autowired
    InstalledPack(@Value("${lingqu.policies:${lingqu.home:.}/policies}") String folder, DataFolder data) {
        this(Path.of(folder), data.resolve("policies"));
    }

    /**
     * For what runs without the application.
     *
     * @param published where files lie that stand over those of the folder; need not be there
     */
    public InstalledPack(Path folder, Path published) {
        this.folder = folder.toAbsolutePath().normalize();
        this.published = published;
    }

    /** All sound policies with what is wrong in the others; empty where the folder is missing, which is logged. */
    public PolicyPack pack() {
        return known().pack();
    }

    private Known known() {
        Known now = known;
        return now == null ? first() : now;
    }

    private synchronized Known first() {
        Known now = known;
        if (now == null) {
            now = read();
            known = now;
        }
        return now;
    }

    /** Reads everything again: something was published or withdrawn. Until it is read, what was known before holds. */
    public synchronized void reload() {
        known = read();
    }

    /** The dictionary. */
    public Facts facts() {
        return pack().facts();
    }

    /** Names of all titles that a policy grants or asks for. */
    public SortedSet<String> titles() {
        return pack().titles();
    }

    /**
     * What a file says.
     *
     * @param file as the pack knows it
     */
    public String text(String file) throws IOException {
        String path = path(file);
        String laid = known().laid().get(path);
        return laid == null ? Files.readString(folder.resolve(path)) : laid;
    }

    /** Path below the folder of a file as the pack knows it: {@code cn/high-tech.yaml}. */
    public String path(String file) {
        return file.substring(file.indexOf('/') + 1);
    }

    /** How the pack knows a file by its path below the folder: {@code policies/cn/high-tech.yaml}. */
    public String file(String path) {
        return folder.getFileName() + "/" + path;
    }

    /**
     * The pack as it would be, all of it read again.
     *
     * @param laid texts by path that stand over all others
     */
    public PolicyPack with(Map<String, String> laid) {
        var all = new TreeMap<>(known().laid());
        all.putAll(laid);
        try {
            return PackReader.read(folder, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Known read() {
        if (!Files.isDirectory(folder)) {
            LOG.warn("no folder of policies at {}: nothing can be decided", folder);
            return new Known(new PolicyPack(new Facts(List.of()), Set.of(), List.of(), List.of(), List.of()), Map.of());
        }
        try {
            Map<String, String> laid = laid();
            PolicyPack read = PackReader.read(folder, laid);
            if (!read.problems().isEmpty()) {
                LOG.warn(
                        "{} problems in {}: ./lingqu policy check tells them",
                        read.problems().size(),
                        folder);
            }
            return new Known(read, laid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> laid() throws IOException {
        var laid = new TreeMap<String, String>();
        if (Files.isDirectory(published)) {
            try (Stream<Path> files = Files.walk(published)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                    laid.put(published.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return laid;
    }
}
