package org.lingqu.ladder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lingqu.registry.FirmFile;

/**
 * A ladder of titles.
 *
 * @param id stable, lower-case words joined by hyphens
 * @param rungs from the lowest up; never empty
 */
public record Ladder(String id, String name, String english, List<Rung> rungs) {

    /**
     * One rung.
     *
     * @param policy the policy that grants the title, {@code cn/high-tech}; empty where none does
     */
    public record Rung(String title, String policy) {}

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /** The highest rung whose title an enterprise holds on a day. */
    public Optional<Rung> held(FirmFile file, LocalDate day) {
        return rungs.reversed().stream()
                .filter(rung -> file.holds(rung.title(), day).orElse(false))
                .findFirst();
    }

    /** The rung above; empty on the highest. The lowest where no rung is held. */
    public Optional<Rung> above(Optional<Rung> held) {
        int next = held.map(rungs::indexOf).orElse(-1) + 1;
        return next < rungs.size() ? Optional.of(rungs.get(next)) : Optional.empty();
    }

    /** The titles, from the lowest up. */
    public List<String> titles() {
        return rungs.stream().map(Rung::title).toList();
    }
}
