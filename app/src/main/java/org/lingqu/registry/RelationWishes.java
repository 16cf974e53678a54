package org.lingqu.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Supplier;

/**
 * Relations that somebody wants to be held, against those that are: what is held already is no news, a first or last day that was
 * not known replaces the relation without it, everything else stands beside what is held.
 */
final class RelationWishes {

    private final List<Relation> held;
    private final LocalDate saidOn;

    /** @param held relations that count */
    RelationWishes(List<Relation> held, LocalDate saidOn) {
        this.held = new ArrayList<>(held);
        this.saidOn = saidOn;
    }

    /**
     * What has to be added so that it is held; empty where it is already. What it adds counts as held from then on.
     *
     * @param begins null when not said
     * @param ends null when not said, or it lasts
     */
    Optional<Relation> wish(
            RelationEnd own,
            RelationColumn column,
            PartyNames.Meant other,
            @Nullable LocalDate begins,
            @Nullable LocalDate ends,
            Supplier source,
            Relation.Entered entered) {
        RelationEnd from = column.back() ? other.end() : own;
        RelationEnd to = column.back() ? own : other.end();
        List<Relation> alike = held.stream()
                .filter(each -> each.role() == column.role()
                        && each.from().equals(from)
                        && each.to().equals(to)
                        && each.title().equals(column.title()))
                .toList();
        if (alike.stream().anyMatch(each -> says(each, begins, ends))) {
            return Optional.empty();
        }
        Relation fresh = alike.stream()
                .filter(each -> agrees(each, begins, ends))
                .findFirst()
                .map(each -> {
                    held.remove(each);
                    return each.dated(
                            begins == null ? each.begins() : begins,
                            ends == null ? each.ends() : ends,
                            source,
                            saidOn,
                            entered);
                })
                .orElseGet(() -> new Relation(
                        0,
                        column.role(),
                        from,
                        to,
                        column.title(),
                        begins,
                        ends,
                        entered.list(),
                        entered.row(),
                        source,
                        saidOn,
                        entered.person(),
                        entered.personName(),
                        entered.at(),
                        null,
                        null));
        held.add(fresh);
        return Optional.of(fresh);
    }

    /** Whether it says all that; one that was over on the day does not say that it lasts. */
    private boolean says(Relation each, @Nullable LocalDate begins, @Nullable LocalDate ends) {
        boolean same = (begins == null || begins.equals(each.begins())) && (ends == null || ends.equals(each.ends()));
        return same && !(begins == null && ends == null && each.isOver(saidOn));
    }

    /** Whether it is the same relation with a day less. */
    private static boolean agrees(Relation each, @Nullable LocalDate begins, @Nullable LocalDate ends) {
        boolean sameBegin = begins == null || each.begins() == null || Objects.equals(begins, each.begins());
        boolean open = each.ends() == null && (begins != null || ends != null);
        boolean orderly = ends == null || each.begins() == null || !ends.isBefore(each.begins());
        return sameBegin && open && orderly;
    }
}
