package org.lingqu.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.ColumnText;
import org.lingqu.database.Database;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.store.PartyEntryRows;
import org.lingqu.registry.store.PartyRows;
import org.lingqu.registry.store.RelationRows;
import org.lingqu.ui.Ui;
import org.springframework.stereotype.Service;

/**
 * All parties of innovation beside the enterprises: institutions, platforms, teams, talents, parks, clusters, alliances, rights. Whatever
 * anybody says about one is added to what was said before ({@link Entry}); what counts is put together from it ({@link FirmFile}).
 * Staff see them, nobody else; what an enterprise may see of them is with {@link Relations}. Safe for use by many threads.
 */
@Service
public final class Parties {

    private static final String SUBJECT = "party";
    /** Names that are looked up together. */
    private static final int PART = 500;

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final PartyKinds kinds;
    private final EnterprisesShown enterprises;

    Parties(Database database, AuditLog audit, Clock clock, PartyKinds kinds, EnterprisesShown enterprises) {
        this.enterprises = enterprises;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.kinds = kinds;
    }

    /** What became of a wish. */
    public sealed interface Outcome {
        /** It is so. */
        record Done(Party party) implements Outcome {}

        /** Somebody else changed the record since it was read; nothing was changed. */
        record Overtaken(Party now) implements Outcome {}

        /** Another record has that credit code, or that name and nobody said that there are two; nothing was changed. */
        record Known(String field, Party other) implements Outcome {}
    }

    /** Today, where the platform is used. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Ui.ZONE);
    }

    private static boolean maySee(Actor actor) {
        return actor.role().isStaff() || actor.is(Role.SYSTEM);
    }

    /** A part of a list; empty for those who may see none. */
    public List<Party> find(Actor actor, PartyFilter filter, PartyOrder order, int offset, int limit) {
        return maySee(actor)
                ? database.read(in -> PartyRows.find(
                        in, filter, order, kinds.of(filter.kind()).levels(), offset, limit))
                : List.of();
    }

    /** How many she may see. */
    public int count(Actor actor, PartyFilter filter) {
        return maySee(actor) ? database.<Integer>read(in -> PartyRows.count(in, filter)) : 0;
    }

    /** One, where somebody may see it; removed ones among them. */
    public Optional<Party> byId(Actor actor, long id) {
        return maySee(actor) ? database.read(in -> PartyRows.byId(in, id)) : Optional.empty();
    }

    /** By numbers, for what shows their names; the caller sees to who may see them. */
    public Map<Long, Party> byIds(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : database.read(in -> PartyRows.byIds(in, ids));
    }

    /** How many are listed of each kind. */
    public Map<PartyKind, Integer> counts() {
        return database.read(PartyRows::counts);
    }

    /** Levels and how many of a kind have each, in the dictionary's order. */
    public Map<String, Integer> levels(PartyKind kind) {
        Map<String, Integer> held = database.read(in -> PartyRows.levels(in, kind));
        var ordered = new LinkedHashMap<String, Integer>();
        kinds.of(kind).levels().stream()
                .filter(held::containsKey)
                .forEach(level -> ordered.put(level, held.get(level)));
        held.forEach(ordered::putIfAbsent); // what the dictionary has lost since
        return ordered;
    }

    /** Regions and how many of a kind are in each. */
    public Map<String, Integer> regions(PartyKind kind) {
        return database.read(in -> PartyRows.regions(in, kind));
    }

    /** Everything said about one, the newest first; undone entries among it. */
    public List<Entry> entries(Party party) {
        return database.read(in -> PartyEntryRows.of(in, party.id())).reversed();
    }

    /** What counts about one. */
    public FirmFile file(Party party) {
        return FirmFile.of(
                database.read(in -> PartyEntryRows.of(in, party.id())),
                kinds.of(party.kind()).facts());
    }

    /**
     * Begins a record.
     *
     * @param said with a name
     * @param another whether a second one of the same name is meant
     */
    public Outcome create(
            Actor by,
            PartyKind kind,
            Supplier source,
            LocalDate saidOn,
            Said said,
            @Nullable String note,
            boolean another) {
        String name = Objects.requireNonNull(said.name(), "a record begins with a name");
        return database.write(in -> {
            PartyRows.alone(in, database.kind());
            Optional<Outcome> known =
                    known(in, kind, 0, another || kinds.of(kind).isNumbered() ? null : name, said.code());
            return known.orElseGet(() -> {
                long id = PartyRows.reserve(in, database.kind(), 1)[0];
                Entry entry = entry(by, id, source, saidOn, said, note);
                PartyRows.insert(in, List.of(PartyFiles.shown(id, kinds.of(kind), List.of(entry))), clock.instant());
                PartyEntryRows.insert(in, List.of(entry));
                audit.record(by, "party.create", SUBJECT, Long.toString(id), null, kind.chinese() + " " + name);
                return new Outcome.Done(PartyRows.byId(in, id).orElseThrow());
            });
        });
    }

    private Entry entry(Actor by, long id, Supplier source, LocalDate saidOn, Said said, @Nullable String note) {
        return Entry.said(by, 0, id, source, saidOn, said, note, clock.instant());
    }

    /** Another record of that name or code. */
    private static Optional<Outcome> known(
            DSLContext in, PartyKind kind, long own, @Nullable String name, @Nullable String code) {
        if (code != null) {
            Party other = PartyRows.byCodes(in, List.of(code)).get(code);
            if (other != null && other.id() != own) {
                return Optional.of(new Outcome.Known("code", other));
            }
        }
        return name == null
                ? Optional.empty()
                : PartyRows.byNames(in, List.of(kind), List.of(key(name))).values().stream()
                        .flatMap(List::stream)
                        .filter(other -> other.id() != own && (other.listed() || other.removedAt() != null))
                        .findFirst()
                        .map(other -> new Outcome.Known("name", other));
    }

    static String key(String name) {
        return ColumnText.cut(NameKey.of(name), 300);
    }

    /** One that is begun together with many others. */
    public record Fresh(PartyKind kind, Supplier source, LocalDate saidOn, Said said) {}

    /**
     * Begins many records at once; one transaction. Those whose name, or number where they are numbered, is known already are left alone.
     *
     * @return the number of each, in their order
     */
    public List<Long> begin(Actor by, List<Fresh> all) {
        return database.write(in -> {
            PartyRows.alone(in, database.kind());
            var known = new HashMap<String, Long>();
            for (PartyKind kind : PartyKind.values()) {
                List<String> keys = all.stream()
                        .filter(each -> each.kind() == kind)
                        .map(this::identity)
                        .toList();
                for (int i = 0; i < keys.size(); i += PART) {
                    List<String> part = keys.subList(i, Math.min(keys.size(), i + PART));
                    if (kinds.of(kind).isNumbered()) {
                        PartyRows.byCodes(in, part).forEach((number, party) -> known.put(kind + number, party.id()));
                    } else {
                        PartyRows.byNames(in, List.of(kind), part)
                                .forEach((key, named) ->
                                        known.put(kind + key, named.getFirst().id()));
                    }
                }
            }
            return begun(in, by, all, known);
        });
    }

    /** By what one is known. */
    private String identity(Fresh each) {
        return kinds.of(each.kind()).isNumbered()
                ? Objects.requireNonNull(each.said().code())
                : key(Objects.requireNonNull(each.said().name()));
    }

    private List<Long> begun(DSLContext in, Actor by, List<Fresh> all, Map<String, Long> known) {
        long[] numbers = PartyRows.reserve(in, database.kind(), all.size());
        var ids = new ArrayList<Long>();
        var shown = new ArrayList<PartyRows.Shown>();
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < all.size(); i++) {
            Fresh each = all.get(i);
            String key = each.kind() + identity(each);
            Long before = known.putIfAbsent(key, numbers[i]);
            ids.add(before == null ? Long.valueOf(numbers[i]) : before);
            if (before == null) {
                Entry entry = entry(by, numbers[i], each.source(), each.saidOn(), each.said(), null);
                shown.add(PartyFiles.shown(numbers[i], kinds.of(each.kind()), List.of(entry)));
                entries.add(entry);
            }
        }
        PartyRows.insert(in, shown, clock.instant());
        PartyEntryRows.insert(in, entries);
        if (!shown.isEmpty()) {
            audit.record(
                    by,
                    "party.begin",
                    SUBJECT,
                    shown.getFirst().id() + "–" + shown.getLast().id(),
                    null,
                    Integer.toString(shown.size()));
        }
        return ids;
    }

    /**
     * Adds what somebody says about one.
     *
     * @param seen the version of the record she had before her
     * @param another whether she means it when it gets the name of another record
     */
    public Outcome say(
            Actor by,
            long id,
            int seen,
            Supplier source,
            LocalDate saidOn,
            Said said,
            @Nullable String note,
            boolean another) {
        return database.write(in -> {
            PartyRows.alone(in, database.kind());
            Party now = PartyRows.byId(in, id).orElseThrow();
            if (now.rowVersion() != seen || !now.listed()) {
                return new Outcome.Overtaken(now);
            }
            boolean named = !another && !kinds.of(now.kind()).isNumbered();
            Optional<Outcome> known = known(in, now.kind(), id, named ? said.name() : null, said.code());
            return known.orElseGet(() -> {
                FirmFile before = FirmFile.of(
                        PartyEntryRows.of(in, id), kinds.of(now.kind()).facts());
                PartyEntryRows.insert(in, List.of(entry(by, id, source, saidOn, said, note)));
                refresh(in, List.of(id));
                String code = kinds.of(now.kind()).codeColumn().orElse(Subject.CREDIT_CODE);
                audit.record(
                        by,
                        "party.say",
                        SUBJECT,
                        Long.toString(id),
                        SaidWords.before(before, said, code),
                        SaidWords.of(said, code));
                return new Outcome.Done(PartyRows.byId(in, id).orElseThrow());
            });
        });
    }

    /** Shows what the entries say now; inside the transaction that changed them. */
    void refresh(DSLContext in, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Map<Long, Party> parties = PartyRows.byIds(in, ids);
        var shown = new ArrayList<PartyRows.Shown>();
        PartyEntryRows.of(in, ids).forEach((id, entries) -> {
            PartyKind kind = Objects.requireNonNull(parties.get(id)).kind();
            shown.add(PartyFiles.shown(id, kinds.of(kind), entries));
        });
        PartyRows.show(in, shown, clock.instant());
        parked(in, parties.values());
    }

    /** Enterprises are shown by the names of their parks. */
    private void parked(DSLContext in, Collection<Party> changed) {
        List<Long> parks = changed.stream()
                .filter(each -> each.kind() == PartyKind.PARK)
                .map(Party::id)
                .toList();
        if (!parks.isEmpty()) {
            enterprises.parked(in, RelationRows.enterprises(in, parks));
        }
    }

    /**
     * Removes one that should never have been there, with its relations; it is kept and can be brought back.
     *
     * @param words why
     */
    public Outcome remove(Actor by, long id, int seen, String words) {
        Instant now =
                clock.instant().truncatedTo(ChronoUnit.MILLIS); // as it is kept: by it the relations are found again
        return database.write(in -> {
            PartyRows.alone(in, database.kind());
            Party party = PartyRows.byId(in, id).orElseThrow();
            if (party.rowVersion() != seen || !party.listed()) {
                return new Outcome.Overtaken(party);
            }
            PartyRows.remove(in, id, now, words, false, now);
            RelationRows.allGo(in, id, now, by.name());
            parked(in, List.of(party));
            audit.record(by, "party.remove", SUBJECT, Long.toString(id), party.name(), words);
            return new Outcome.Done(PartyRows.byId(in, id).orElseThrow());
        });
    }

    /** Brings back one that was removed, with the relations that went with it. */
    public Outcome restore(Actor by, long id, int seen) {
        return database.write(in -> {
            PartyRows.alone(in, database.kind());
            Party party = PartyRows.byId(in, id).orElseThrow();
            Instant went = party.removedAt();
            if (party.rowVersion() != seen || went == null) {
                return new Outcome.Overtaken(party);
            }
            boolean holds = !FirmFile.of(
                            PartyEntryRows.of(in, id), kinds.of(party.kind()).facts())
                    .isEmpty();
            PartyRows.remove(in, id, null, null, holds, clock.instant());
            RelationRows.comeBack(in, id, went);
            parked(in, List.of(party));
            audit.record(by, "party.restore", SUBJECT, Long.toString(id), null, party.name());
            return new Outcome.Done(PartyRows.byId(in, id).orElseThrow());
        });
    }

    /** Notes that somebody took a list away. */
    public void exported(Actor by, PartyKind kind, int count) {
        audit.record(by, "party.export", SUBJECT, kind.name(), null, Integer.toString(count));
    }
}
