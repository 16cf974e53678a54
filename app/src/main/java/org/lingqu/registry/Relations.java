package org.lingqu.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.store.EnterpriseRows;
import org.lingqu.registry.store.PartyRows;
import org.lingqu.registry.store.RelationRows;
import org.springframework.stereotype.Service;

/**
 * How parties and enterprises stand to each other, each relation with its days and who said so. Staff see all of them; an
 * enterprise sees its own but for those with persons. Safe for use by many threads.
 */
@Service
public final class Relations {

    private static final String SUBJECT = "relation";
    /** Codes that are looked up together. */
    private static final int PART = 500;

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final PartyKinds kinds;
    private final Parties parties;
    private final EnterprisesShown enterprises;

    Relations(
            Database database,
            AuditLog audit,
            Clock clock,
            PartyKinds kinds,
            Parties parties,
            EnterprisesShown enterprises) {
        this.enterprises = enterprises;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.kinds = kinds;
        this.parties = parties;
    }

    /**
     * A relation as somebody at one end of it sees it.
     *
     * @param name of the other
     * @param kind of the other; null for an enterprise
     * @param listed false where the other is listed no more
     */
    public record Seen(
            Relation relation,
            RelationEnd other,
            String name,
            @Nullable PartyKind kind,
            boolean listed) {}

    /**
     * Relations of one role and direction.
     *
     * @param back whether the one who looks stands at the second end
     * @param over whether they are over
     * @param count how many there are
     * @param first some of them
     */
    public record Group(RelationRole role, boolean back, boolean over, int count, List<Seen> first) {
        public Group {
            first = List.copyOf(first);
        }
    }

    /** All groups of somebody with the first of each: those that last, then those that are over. */
    public List<Group> groups(Actor actor, RelationEnd end, int most) {
        LocalDate day = parties.today();
        return database.read(in -> {
            var groups = new ArrayList<Group>();
            for (RelationRows.Counted each : RelationRows.groups(in, end, day)) {
                RelationRows.Group group = each.group();
                List<Seen> first = seen(in, actor, end, RelationRows.of(in, end, group, day, 0, most));
                int count = actor.role().isStaff() ? each.count() : first.size();
                if (!first.isEmpty()) {
                    groups.add(new Group(group.role(), group.back(), group.over(), count, first));
                }
            }
            groups.sort(
                    Comparator.comparing(Group::over).thenComparing(Group::back).thenComparing(Group::role));
            return groups;
        });
    }

    /** A part of one group, for staff. */
    public List<Seen> part(
            Actor actor, RelationEnd end, RelationRole role, boolean back, boolean over, int offset, int limit) {
        LocalDate day = parties.today();
        return database.read(in -> seen(
                in,
                actor,
                end,
                RelationRows.of(in, end, new RelationRows.Group(role, back, over), day, offset, limit)));
    }

    /** Those that were replaced or taken back, the newest first. */
    public List<Seen> gone(Actor actor, RelationEnd end, int most) {
        return database.read(in -> seen(in, actor, end, RelationRows.gone(in, end, most)));
    }

    /** Names of the others; whom somebody may not see is left out. */
    private List<Seen> seen(DSLContext in, Actor actor, RelationEnd end, List<Relation> relations) {
        var partyIds = new TreeSet<Long>();
        var firmIds = new TreeSet<Long>();
        for (Relation each : relations) {
            switch (other(each, end)) {
                case RelationEnd.OfParty(long id) -> partyIds.add(id);
                case RelationEnd.OfEnterprise(long id) -> firmIds.add(id);
            }
        }
        Map<Long, Party> named = PartyRows.byIds(in, partyIds);
        Map<Long, Enterprise> firms = EnterpriseRows.byIds(in, firmIds);
        var seen = new ArrayList<Seen>();
        for (Relation each : relations) {
            switch (other(each, end)) {
                case RelationEnd.OfParty other -> {
                    Party party = named.get(other.id());
                    if (party != null
                            && (actor.role().isStaff()
                                    || !kinds.of(party.kind()).personal())) {
                        seen.add(new Seen(each, other, party.name(), party.kind(), party.listed()));
                    }
                }
                case RelationEnd.OfEnterprise other -> {
                    Enterprise firm = firms.get(other.id());
                    if (firm != null && actor.role().isStaff()) {
                        seen.add(new Seen(each, other, firm.name(), null, firm.listed()));
                    }
                }
            }
        }
        return seen;
    }

    private static RelationEnd other(Relation relation, RelationEnd end) {
        return relation.from().equals(end) ? relation.to() : relation.from();
    }

    /** Names of those that a column names for each of some parties, as lists show them; only those that last. */
    public Map<Long, List<Seen>> ofColumn(Actor actor, RelationColumn column, Collection<Long> ids) {
        LocalDate day = parties.today();
        if (ids.isEmpty() || !actor.role().isStaff()) {
            return Map.of();
        }
        return database.read(in -> {
            var found = new HashMap<Long, List<Seen>>();
            for (Relation each : RelationRows.ofParties(in, ids)) {
                RelationEnd own = column.back() ? each.to() : each.from();
                if (each.role() == column.role()
                        && !each.isOver(day)
                        && each.title().equals(column.title())
                        && own instanceof RelationEnd.OfParty(long id)
                        && ids.contains(id)) {
                    found.computeIfAbsent(id, none -> new ArrayList<>()).addAll(seen(in, actor, own, List.of(each)));
                }
            }
            return found;
        });
    }

    /** What became of a wish. */
    public sealed interface Outcome {
        /** It is so. */
        record Done() implements Outcome {}

        /** It is not; words stand under {@code party.relation.CODE}. */
        record Refused(String code, String value) implements Outcome {}
    }

    /**
     * Adds a relation.
     *
     * @param other name or credit code of the other, whom nobody guesses
     */
    public Outcome add(
            Actor by,
            Party party,
            RelationColumn column,
            String other,
            @Nullable LocalDate begins,
            @Nullable LocalDate ends,
            Supplier source,
            LocalDate saidOn) {
        return database.write(in -> {
            PartyRows.alone(in, database.kind());
            if (begins != null && ends != null && ends.isBefore(begins)) {
                return new Outcome.Refused("ENDS_BEFORE_IT_BEGINS", ends.toString());
            }
            PartyNames.Found found = PartyNames.lookUp(in, List.of(other)).find(column, other);
            if (!found.unknown().isEmpty()) {
                return new Outcome.Refused("UNKNOWN_PARTY", String.join("、", found.unknown()));
            }
            if (!found.several().isEmpty()) {
                return new Outcome.Refused("NAME_OF_SEVERAL", String.join("、", found.several()));
            }
            if (!PartyRows.byId(in, party.id()).filter(Party::listed).isPresent()) {
                return new Outcome.Refused("NOT_LISTED", party.name());
            }
            var wishes = new RelationWishes(RelationRows.ofParties(in, List.of(party.id())), saidOn);
            var fresh = new ArrayList<Relation>();
            for (PartyNames.Meant each : found.meant()) {
                wishes.wish(new RelationEnd.OfParty(party.id()), column, each, begins, ends, source, typed(by))
                        .ifPresent(fresh::add);
            }
            if (fresh.isEmpty()) {
                return new Outcome.Refused("KNOWN_ALREADY", other);
            }
            put(in, by, fresh);
            return new Outcome.Done();
        });
    }

    private Relation.Entered typed(Actor by) {
        return new Relation.Entered(null, 0, by.person() == null ? 0 : by.person(), by.name(), clock.instant());
    }

    /** Keeps relations; those they replace count no more. */
    private void put(DSLContext in, Actor by, List<Relation> fresh) {
        for (Relation each : fresh) {
            if (each.replaces() != null) {
                RelationRows.goes(in, each.replaces(), clock.instant(), by.name());
            }
            audit.record(by, "party.relate", SUBJECT, ends(each), null, told(each));
        }
        RelationRows.insert(in, fresh);
        enterprises.located(in, fresh);
    }

    /** Keeps many relations that are not known yet, as those of a region that is made; one entry in the audit record. */
    public void begin(Actor by, List<Link> links) {
        database.change(in -> {
            Relation.Entered entered = typed(by);
            List<Relation> fresh = links.stream()
                    .map(each -> new Relation(
                            0,
                            each.role(),
                            each.from(),
                            each.to(),
                            each.title(),
                            each.begins(),
                            each.ends(),
                            null,
                            0,
                            each.source(),
                            each.saidOn(),
                            entered.person(),
                            entered.personName(),
                            entered.at(),
                            null,
                            null))
                    .toList();
            RelationRows.insert(in, fresh);
            enterprises.located(in, fresh);
            audit.record(by, "party.relate", SUBJECT, "*", null, Integer.toString(links.size()));
        });
    }

    /** Enterprises by their credit codes, for those who relate many at once. */
    public Map<String, RelationEnd> enterprises(Collection<String> codes) {
        var ends = new HashMap<String, RelationEnd>();
        List<String> all = List.copyOf(codes);
        for (int from = 0; from < all.size(); from += PART) {
            List<String> part = all.subList(from, Math.min(all.size(), from + PART));
            database.read(in -> EnterpriseRows.byCodes(in, part))
                    .forEach((code, id) -> ends.put(code, new RelationEnd.OfEnterprise(id)));
        }
        return ends;
    }

    /** A relation that is begun together with many others. */
    public record Link(
            RelationRole role,
            RelationEnd from,
            RelationEnd to,
            String title,
            @Nullable LocalDate begins,
            @Nullable LocalDate ends,
            Supplier source,
            LocalDate saidOn) {}

    /**
     * Says on which day one ended.
     *
     * @param ends the last day, inclusive
     */
    public Outcome end(Actor by, Party party, long relation, LocalDate ends, Supplier source, LocalDate saidOn) {
        return database.write(in -> {
            PartyRows.alone(in, database.kind());
            Optional<Relation> now = standing(in, party, relation);
            if (now.isEmpty()) {
                return new Outcome.Refused("GONE", "");
            }
            LocalDate begins = now.get().begins();
            if (begins != null && ends.isBefore(begins)) {
                return new Outcome.Refused("ENDS_BEFORE_IT_BEGINS", ends.toString());
            }
            put(in, by, List.of(now.get().dated(begins, ends, source, saidOn, typed(by))));
            return new Outcome.Done();
        });
    }

    /** Takes back one that was never true; it is kept among what was said. */
    public Outcome takeBack(Actor by, Party party, long relation) {
        return database.write(in -> {
            PartyRows.alone(in, database.kind());
            Optional<Relation> now = standing(in, party, relation);
            if (now.isEmpty()) {
                return new Outcome.Refused("GONE", "");
            }
            RelationRows.goes(in, relation, clock.instant(), by.name());
            enterprises.located(in, List.of(now.get()));
            audit.record(by, "party.unrelate", SUBJECT, ends(now.get()), told(now.get()), null);
            return new Outcome.Done();
        });
    }

    private static Optional<Relation> standing(DSLContext in, Party party, long relation) {
        var own = new RelationEnd.OfParty(party.id());
        return RelationRows.byId(in, relation)
                .filter(each -> each.goneAt() == null
                        && (each.from().equals(own) || each.to().equals(own)));
    }

    private static String ends(Relation relation) {
        return end(relation.from()) + "→" + end(relation.to());
    }

    private static String end(RelationEnd end) {
        return switch (end) {
            case RelationEnd.OfParty(long id) -> Long.toString(id);
            case RelationEnd.OfEnterprise(long id) -> "企业" + id;
        };
    }

    private static String told(Relation relation) {
        return relation.role() + (relation.title().isEmpty() ? "" : " " + relation.title()) + " " + relation.span();
    }
}
