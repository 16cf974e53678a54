package org.lingqu.library;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lingqu.account.Actor;
import org.lingqu.database.Database;
import org.lingqu.database.Recent;
import org.lingqu.library.store.ChangeRows;
import org.lingqu.library.store.StatementSearch;
import org.springframework.stereotype.Service;

/** Statements across all pages. Whoever is no government staff sees those of public pages only, in every answer. */
@Service
public final class Statements {

    /** Beyond this many nothing is counted and nobody pages: counts say 10,000+. */
    public static final int MOST = 10_000;

    private static final int RECENT = 2_000;

    private final Database database;
    private final IndicatorNames names;
    private final Recent<Asked, StatementCounts> recent = new Recent<>(RECENT);

    /** Everything counts depend on. */
    private record Asked(ChangeRows.State state, boolean staff, StatementFilter filter) {}

    Statements(Database database, IndicatorNames names) {
        this.database = database;
        this.names = names;
    }

    /** A query understood, with what was not understood of it. */
    public record Understood(StatementFilter filter, List<FilterProblem> problems) {}

    /** Understands an address. */
    public Understood understand(Actor actor, StatementQuery query) {
        var reader = new FilterReader(query);
        StatementFilter filter =
                reader.read(indicator -> names.meant(actor.role().isStaff(), indicator));
        return new Understood(filter, reader.problems());
    }

    /** The statements a filter lets through. */
    public List<FoundStatement> find(Actor actor, StatementFilter filter, int offset, int limit) {
        return database.read(in -> StatementSearch.find(in, filter, actor.role().isStaff(), offset, limit));
    }

    /** How many there are, and how many each further choice would leave. */
    public StatementCounts counts(Actor actor, StatementFilter filter) {
        StatementFilter counted = filter.in(StatementOrder.NEWEST); // however they are ordered, they are as many
        boolean staff = actor.role().isStaff();
        return database.read(in -> {
            Optional<ChangeRows.State> state = ChangeRows.state(in);
            if (state.isEmpty()) {
                return StatementSearch.counts(in, counted, staff, MOST);
            }
            var asked = new Asked(state.get(), staff, counted);
            StatementCounts known = recent.get(asked);
            if (known == null) {
                known = StatementSearch.counts(in, counted, staff, MOST);
                recent.put(asked, known);
            }
            return known;
        });
    }

    /** How many there are; {@link #MOST} + 1 when there are more than that. */
    public int count(Actor actor, StatementFilter filter) {
        return counts(actor, filter).count();
    }

    /** Every statement a filter lets through, one after the other, however many there are. */
    public void each(Actor actor, StatementFilter filter, Consumer<FoundStatement> use) {
        database.read(in -> {
            StatementSearch.each(in, filter, actor.role().isStaff(), use);
            return true;
        });
    }

    /** A statement by number. */
    public Optional<FoundStatement> byId(Actor actor, long id) {
        return database.read(in -> StatementSearch.byId(in, actor.role().isStaff(), id));
    }

    /** What other pages say of what a statement is about. */
    public List<Peer> peers(Actor actor, StoredStatement statement) {
        return database.read(
                in -> StatementSearch.peersOfStatement(in, actor.role().isStaff(), statement.id()));
    }

    /** Where values differ, by indicator, region and period. */
    public List<Conflict> conflicts(Actor actor, StatementFilter filter, int offset, int limit) {
        return database.read(
                in -> StatementSearch.conflicts(in, filter, actor.role().isStaff(), offset, limit));
    }

    /** Names of indicators that contain some words. */
    public List<String> suggest(Actor actor, String words) {
        return words.isBlank() ? List.of() : names.containing(actor.role().isStaff(), words.strip(), 20);
    }

    /** Pages, the latest first. */
    public List<Origin> pages(Actor actor, int offset, int limit) {
        return database.read(in -> StatementSearch.pages(in, actor.role().isStaff(), offset, limit));
    }
}
