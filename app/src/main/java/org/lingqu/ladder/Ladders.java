package org.lingqu.ladder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.Board;
import org.lingqu.policy.Opportunities;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.Enterprises;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The ladders of this installation, and how enterprises stand on them. Safe for use by many threads. */
@Service
public final class Ladders {

    private static final Logger LOG = LoggerFactory.getLogger(Ladders.class);

    private final Path file;
    private final InstalledPack installed;
    private final Enterprises enterprises;
    private final Opportunities opportunities;

    private @Nullable List<Ladder> ladders;

    /** @param file {@code lingqu.ladders}; by default {@code regions/ladders.yaml} of the project */
    Ladders(
            @Value("${lingqu.ladders:${lingqu.home:.}/regions/ladders.yaml}") String file,
            InstalledPack installed,
            Enterprises enterprises,
            Opportunities opportunities) {
        this.file = Path.of(file).toAbsolutePath().normalize();
        this.installed = installed;
        this.enterprises = enterprises;
        this.opportunities = opportunities;
    }

    /** All of them; what is wrong in the file is logged and left out. */
    public synchronized List<Ladder> all() {
        if (ladders == null) {
            ladders = read();
        }
        return ladders;
    }

    private List<Ladder> read() {
        if (!Files.isRegularFile(file)) {
            LOG.warn("no ladders at {}", file);
            return List.of();
        }
        Set<String> policies = installed.pack().policies().stream()
                .map(policy -> policy.id().toString())
                .collect(Collectors.toSet());
        try {
            LaddersFile read = LaddersFile.read(String.valueOf(file.getFileName()), Files.readString(file), policies);
            read.problems().forEach(problem -> LOG.warn("{}", problem));
            return read.ladders();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Who stands on each rung of a ladder.
     *
     * @param days how far ahead titles that run out are looked for
     */
    public List<Step> steps(Actor actor, Ladder ladder, int days) {
        Board board = opportunities.board();
        return ladder.rungs().stream()
                .map(rung -> step(actor, board, rung, days))
                .toList();
    }

    private Step step(Actor actor, Board board, Ladder.Rung rung, int days) {
        LocalDate today = board.asOf();
        Optional<Policy> policy = rung.policy().isEmpty() ? Optional.empty() : board.policy(rung.policy());
        return new Step(
                rung,
                enterprises.count(actor, holding(rung.title(), today, Optional.empty())),
                enterprises.count(actor, holding(rung.title(), today, Optional.of(today.plusDays(days)))),
                policy,
                policy.map(board::tally));
    }

    private static EnterpriseFilter holding(String title, LocalDate day, Optional<LocalDate> expiresBy) {
        return new EnterpriseFilter(
                "", "", "", "", "", title, day, expiresBy, Optional.empty(), Optional.empty(), false);
    }
}
