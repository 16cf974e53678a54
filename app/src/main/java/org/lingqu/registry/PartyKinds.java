package org.lingqu.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.FactsFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is kept of each kind of party here: read once, from files that an installation may change. Safe for use by many threads. */
@Component
public final class PartyKinds {

    private static final Logger LOG = LoggerFactory.getLogger(PartyKinds.class);

    private final Path folder;
    private @Nullable Map<PartyKind, PartyDeclaration> kinds;

    /** @param folder {@code lingqu.parties}; by default {@code regions/parties} of the project */
    PartyKinds(@Value("${lingqu.parties:${lingqu.home:.}/regions/parties}") String folder) {
        this.folder = Path.of(folder).toAbsolutePath().normalize();
    }

    /** One kind; where the files say nothing of it, it has a name and nothing else. */
    public PartyDeclaration of(PartyKind kind) {
        return java.util.Objects.requireNonNull(all().get(kind));
    }

    /** All of them; what is wrong in the files is logged and left out. */
    public synchronized Map<PartyKind, PartyDeclaration> all() {
        if (kinds == null) {
            kinds = read();
        }
        return kinds;
    }

    private Map<PartyKind, PartyDeclaration> read() {
        try {
            var facts = new EnumMap<PartyKind, Facts>(PartyKind.class);
            for (PartyKind kind : PartyKind.values()) {
                facts.put(kind, facts(folder.resolve(kind.english() + ".yaml")));
            }
            Path file = folder.resolve("kinds.yaml");
            String text = Files.isRegularFile(file) ? Files.readString(file) : "kinds: {}\n";
            PartyKindsFile read =
                    PartyKindsFile.read("kinds.yaml", text, kind -> facts.getOrDefault(kind, new Facts(List.of())));
            read.problems().forEach(problem -> LOG.warn("{}", problem));
            return read.kinds();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Facts facts(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new Facts(List.of());
        }
        FactsFile read = FactsFile.read(String.valueOf(file.getFileName()), Files.readString(file));
        read.problems().forEach(problem -> LOG.warn("{}", problem));
        return read.facts();
    }
}
