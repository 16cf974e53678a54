package org.lingqu.registry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.store.EnterpriseRows;
import org.lingqu.registry.store.EntryRows;
import org.lingqu.registry.store.MemberRows;
import org.lingqu.registry.store.TitleRows;
import org.lingqu.ui.Ui;
import org.springframework.stereotype.Service;

/**
 * All enterprises. Whatever anybody says about one is added to what was said before ({@link Entry}); what counts is put together
 * from it ({@link FirmFile}). Staff see all of them, somebody of an enterprise its own, nobody else any.
 */
@Service
public final class Enterprises {

    private static final String IDENTITY_BY_OFFICE = "IDENTITY_BY_OFFICE";

    /** Read at once when all are read. */
    private static final int PART = 2000;

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final InstalledPack installed;
    private final EnterprisesShown shown;
    private final EnterpriseIndex index;
    private final EnterpriseColumns columns;
    private final Places places;

    Enterprises(
            Database database,
            AuditLog audit,
            Clock clock,
            InstalledPack installed,
            EnterprisesShown shown,
            EnterpriseIndex index,
            Places places) {
        this.places = places;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.installed = installed;
        this.shown = shown;
        this.index = index;
        this.columns = new EnterpriseColumns(database, installed);
    }

    /** What one source says about one enterprise. */
    public record Voice(Supplier source, LocalDate saidOn, Said said) {}

    /**
     * Begins many files at once, of enterprises that are not known yet; one transaction.
     *
     * @param files what is said about each; a name has to be among it
     * @return how many were begun: those whose code is known already are left alone
     */
    public int begin(Actor by, List<List<Voice>> files) {
        return database.write(in -> {
            List<String> codes = files.stream()
                    .map(voices -> first(voices, Said::code))
                    .filter(Objects::nonNull)
                    .toList();
            Map<String, Long> known = EnterpriseRows.byCodes(in, codes);
            var byWho = new LinkedHashMap<String, List<Voice>>(); // one enterprise may come under two names
            for (List<Voice> voices : files) {
                String code = first(voices, Said::code);
                if (code == null || !known.containsKey(code)) {
                    byWho.computeIfAbsent(
                                    code == null ? "=" + first(voices, Said::name) : code, who -> new ArrayList<>())
                            .addAll(voices);
                }
            }
            List<List<Voice>> fresh = List.copyOf(byWho.values());
            long[] numbers = EnterpriseRows.reserve(in, database.kind(), fresh.size());
            var rows = new ArrayList<EnterpriseRows.Shown>();
            var entries = new ArrayList<Entry>();
            for (int i = 0; i < fresh.size(); i++) {
                List<Entry> own = new ArrayList<>();
                for (Voice voice : fresh.get(i)) {
                    own.add(entry(by, own.size() + 1L, numbers[i], voice, null));
                }
                rows.add(shown.of(numbers[i], own));
                entries.addAll(own);
            }
            EnterpriseRows.insert(in, rows, clock.instant());
            EntryRows.insert(in, entries);
            List<Long> ids = LongStream.of(numbers).boxed().toList();
            if (!ids.isEmpty()) {
                audit.record(
                        by,
                        "registry.begin",
                        "enterprise",
                        ids.getFirst() + "–" + ids.getLast(),
                        null,
                        Integer.toString(ids.size()));
            }
            shown.changed(ids);
            return ids.size();
        });
    }

    private static <T> @Nullable T first(List<Voice> voices, Function<Said, @Nullable T> part) {
        return voices.stream()
                .map(voice -> part.apply(voice.said()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Entry entry(Actor by, long order, long id, Voice voice, @Nullable String note) {
        return Entry.said(by, order, id, voice.source(), voice.saidOn(), voice.said(), note, clock.instant());
    }

    /** What came of saying something. */
    public sealed interface Outcome {
        /** It counts from now on. */
        record Done(Enterprise enterprise) implements Outcome {}

        /** Somebody else changed the file since it was read; nothing was taken over. */
        record Overtaken(Enterprise now) implements Outcome {}

        /** It cannot be read; nothing was taken over. Words stand under {@code registry.typed.CODE}. */
        record Wrong(String field, String code, @Nullable Advice advice) implements Outcome {}
    }

    /** Today, where the platform is used. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Ui.ZONE);
    }

    /** A part of a list as somebody may see it. */
    public List<Enterprise> find(Actor actor, EnterpriseFilter filter, EnterpriseOrder order, int offset, int limit) {
        if (!maySeeAny(actor)) {
            return List.of();
        }
        long[] ids = index.find(filter, among(actor), order, offset, limit);
        Map<Long, Enterprise> found = byIds(LongStream.of(ids).boxed().toList());
        return LongStream.of(ids).mapToObj(found::get).filter(Objects::nonNull).toList();
    }

    /** How many she may see. */
    public int count(Actor actor, EnterpriseFilter filter) {
        if (!maySeeAny(actor)) {
            return 0;
        }
        return index.count(filter, among(actor));
    }

    /** Numbers of all that she may see and that are meant, ascending. */
    public long[] numbers(Actor actor, EnterpriseFilter filter) {
        return maySeeAny(actor) ? index.numbers(filter, among(actor)) : new long[0];
    }

    /** Numbers of all that she may see and that are meant, in an order. */
    public long[] numbers(Actor actor, EnterpriseFilter filter, EnterpriseOrder order) {
        return maySeeAny(actor) ? index.find(filter, among(actor), order, 0, Integer.MAX_VALUE) : new long[0];
    }

    /**
     * Who of those that she may see and that are meant held which titles on some days.
     *
     * @param titles from the lowest up
     * @param days ascending
     */
    public TitleHistory history(Actor actor, EnterpriseFilter filter, List<String> titles, List<LocalDate> days) {
        return index.history(filter, maySeeAny(actor) ? among(actor) : List.of(), titles, days);
    }

    /** One, where somebody may see it. */
    public Optional<Enterprise> byId(Actor actor, long id) {
        return database.read(in -> maySee(in, actor, id) ? EnterpriseRows.byId(in, id) : Optional.empty());
    }

    /** By numbers, for modules that show what they worked out; the caller sees to who may see them. */
    public Map<Long, Enterprise> byIds(Collection<Long> ids) {
        return database.read(in -> EnterpriseRows.byIds(in, ids));
    }

    /** The enterprises that somebody acts for. */
    public List<Enterprise> of(Actor actor) {
        return actor.person() == null
                ? List.of()
                : database.read(in -> MemberRows.enterprises(in, actor.requirePerson()).stream()
                        .map(id -> EnterpriseRows.byId(in, id))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Lets a person act for an enterprise. */
    public void join(Actor by, long enterprise, long person) {
        database.change(in -> {
            MemberRows.join(in, enterprise, person, clock.instant());
            audit.record(by, "registry.join", "enterprise", Long.toString(enterprise), null, Long.toString(person));
        });
    }

    /** No longer lets her. */
    public void leave(Actor by, long enterprise, long person) {
        database.change(in -> {
            MemberRows.leave(in, enterprise, person, clock.instant());
            audit.record(by, "registry.leave", "enterprise", Long.toString(enterprise), Long.toString(person), null);
        });
    }

    /** Parks and how many enterprises each has. */
    public Map<String, Integer> parks() {
        return index.parks();
    }

    /** Regions and how many enterprises each has. */
    public Map<String, Integer> regions() {
        return index.regions();
    }

    /** Titles and how many enterprises hold or held each. */
    public Map<String, Integer> titles() {
        return index.titles();
    }

    /**
     * Titles that run out on one day.
     *
     * @param enterprises how many hold it until then and for no later day
     */
    public record Expiry(String title, LocalDate day, int enterprises) {}

    /**
     * Titles that run out and are not renewed yet, by day.
     *
     * @param to inclusive, as {@code from}
     */
    public List<Expiry> expiries(LocalDate from, LocalDate to) {
        return database.read(in -> TitleRows.expiries(in, from, to));
    }

    /** Everything said about one, the newest first; undone entries among it. */
    public List<Entry> entries(Enterprise enterprise) {
        return database.read(in -> EntryRows.of(in, enterprise.id())).reversed();
    }

    /** The same of some, by enterprise, the oldest first. */
    public Map<Long, List<Entry>> entries(Collection<Long> ids) {
        return database.read(in -> EntryRows.of(in, ids));
    }

    /** What counts about one. */
    public FirmFile file(Enterprise enterprise) {
        return FirmFile.of(database.read(in -> EntryRows.of(in, enterprise.id())), installed.facts());
    }

    /** What is read of all enterprises. */
    public interface Use {
        /** One of them. */
        void file(long enterprise, FirmFile file);
    }

    /** Reads all files in the order of their numbers; those about which nothing counts any more are left out. */
    public void each(Use use) {
        long last = database.read(EnterpriseRows::lastId);
        for (long from = 1; from <= last; from += PART) {
            long first = from;
            database.read(in -> EntryRows.between(in, first, first + PART)).forEach((id, entries) -> {
                FirmFile file = FirmFile.of(entries, installed.facts());
                if (!file.isEmpty()) {
                    use.file(id, file);
                }
            });
        }
    }

    /**
     * Reads all enterprises into columns, some thousand at a time and by several threads at once; those about which nothing counts any
     * more are left out.
     *
     * @param <T> what is made of a part
     * @param make by several threads at once
     * @return what was made, in the order of the enterprises' numbers
     */
    public <T> List<T> columns(int threads, Function<ColumnPart, T> make) {
        return columns.read(threads, make);
    }

    /** The files of some. */
    public Map<Long, FirmFile> files(Collection<Long> ids) {
        var files = new TreeMap<Long, FirmFile>();
        database.read(in -> EntryRows.of(in, ids))
                .forEach((id, entries) -> files.put(id, FirmFile.of(entries, installed.facts())));
        return files;
    }

    /** Begins a file. */
    public Enterprise create(Actor by, Supplier source, LocalDate saidOn, Said said, @Nullable String note) {
        return database.write(in -> {
            String name = Objects.requireNonNull(said.name(), "a file begins with a name");
            long id = EnterpriseRows.reserve(in, database.kind(), 1)[0];
            Entry entry = entry(by, 0, id, new Voice(source, saidOn, said), note);
            EnterpriseRows.insert(in, List.of(shown.of(id, List.of(entry))), clock.instant());
            EntryRows.insert(in, List.of(entry));
            shown.changed(List.of(id));
            audit.record(by, "registry.create", "enterprise", Long.toString(id), null, name);
            return EnterpriseRows.byId(in, id).orElseThrow();
        });
    }

    /**
     * Adds what somebody says. What only people can confirm, an enterprise does not confirm for itself: no policy says so. Nor does it
     * change who it is: name and code are those of its licence, and an office enters them.
     *
     * @param seen the version of the file she had before her
     */
    public Outcome say(
            Actor by, long id, int seen, Supplier source, LocalDate saidOn, Said said, @Nullable String note) {
        if (by.is(Role.ENTERPRISE)
                && !(said.answers().isEmpty()
                        && said.points().isEmpty()
                        && said.refused().isEmpty()
                        && said.reopened().isEmpty())) {
            return new Outcome.Wrong("what", "ONLY_OFFICES_CONFIRM", null);
        }
        if (by.is(Role.ENTERPRISE) && (said.name() != null || said.code() != null)) {
            return new Outcome.Wrong("what", IDENTITY_BY_OFFICE, null);
        }
        return database.write(in -> {
            Enterprise now = EnterpriseRows.byId(in, id).orElseThrow();
            if (now.rowVersion() != seen) {
                return new Outcome.Overtaken(now);
            }
            if (said.code() != null) {
                Long other = EnterpriseRows.byCodes(in, List.of(said.code())).get(said.code());
                if (other != null && other != id) {
                    return new Outcome.Wrong("value", "CODE_OF_OTHER", null);
                }
            }
            FirmFile before = FirmFile.of(EntryRows.of(in, id), installed.facts());
            add(in, by, id, source, saidOn, said, note);
            audit.record(
                    by,
                    "registry.say",
                    "enterprise",
                    Long.toString(id),
                    SaidWords.before(before, said, Subject.CREDIT_CODE),
                    SaidWords.of(said, Subject.CREDIT_CODE));
            return new Outcome.Done(EnterpriseRows.byId(in, id).orElseThrow());
        });
    }

    /**
     * Adds what somebody typed.
     *
     * @param what a fact with its year and unit, or a title, see {@link ColumnWords}
     * @param value as typed; nothing withdraws what the source said before
     */
    public Outcome type(
            Actor by,
            long id,
            int seen,
            Supplier source,
            LocalDate saidOn,
            String what,
            String value,
            @Nullable String note) {
        Headers headers = Headers.ofFirms(installed.facts(), installed.titles(), saidOn, places);
        if (by.is(Role.ENTERPRISE) && TypedFact.isIdentity(what, headers)) {
            return new Outcome.Wrong("what", IDENTITY_BY_OFFICE, null);
        }
        return switch (TypedFact.read(what, value, headers)) {
            case TypedFact.Read.Fine fine -> say(by, id, seen, source, saidOn, fine.said(), note);
            case TypedFact.Read.Wrong wrong -> new Outcome.Wrong(wrong.field(), wrong.code(), wrong.advice());
        };
    }

    /**
     * Says that a claim of the enterprise is true: an office holds the same of the title, and what it held of other times stays.
     *
     * @param seen the version of the file she had before her
     * @param note where she has it from; null where she does not say
     */
    public Outcome confirmClaim(
            Actor by, long id, int seen, String title, Supplier office, LocalDate day, @Nullable String note) {
        Optional<TitleWord> claim = claim(id, title);
        if (claim.isEmpty()) {
            return new Outcome.Wrong("title", "NO_CLAIM", null);
        }
        List<TitleSpan> claimed = claim.get().spans();
        var spans = new ArrayList<>(claimed);
        spansOf(id, title).stream()
                .filter(held -> claimed.stream().noneMatch(held::overlaps))
                .forEach(spans::add);
        spans.sort(Comparator.comparing(TitleSpan::from));
        return say(by, id, seen, office, day, Said.titles(Map.of(title, spans)), note);
    }

    /**
     * Says that a claim of the enterprise was not found: what offices held of the title stays, that it is not held where none spoke. The
     * enterprise sees the reason.
     *
     * @param seen the version of the file she had before her
     */
    public Outcome refuseClaim(
            Actor by, long id, int seen, String title, Supplier office, LocalDate day, String reason) {
        if (claim(id, title).isEmpty()) {
            return new Outcome.Wrong("title", "NO_CLAIM", null);
        }
        return say(by, id, seen, office, day, Said.refused(title, spansOf(id, title)), reason);
    }

    private Optional<TitleWord> claim(long id, String title) {
        return Optional.ofNullable(titlesOf(id).claims().get(title));
    }

    private List<TitleSpan> spansOf(long id, String title) {
        return titlesOf(id).spans().getOrDefault(title, List.of());
    }

    private TitlesSaid titlesOf(long id) {
        return FirmFile.of(database.read(in -> EntryRows.of(in, id)), installed.facts())
                .titlesSaid();
    }

    /**
     * Undoes one entry that was typed in ({@link Entry#isUndoable}); what counted before it counts again. The entry stays in the history.
     *
     * @param seen the version of the file she had before her
     * @param entry its number; where it is no such entry of this enterprise, the code is {@code CANNOT_BE_UNDONE}
     */
    public Outcome undo(Actor by, long id, int seen, long entry) {
        return database.write(in -> {
            Enterprise now = EnterpriseRows.byId(in, id).orElseThrow();
            if (now.rowVersion() != seen) {
                return new Outcome.Overtaken(now);
            }
            Optional<Entry> found = EntryRows.of(in, id).stream()
                    .filter(each -> each.id() == entry && each.isUndoable())
                    .findFirst();
            if (found.isEmpty()) {
                return new Outcome.Wrong("entry", "CANNOT_BE_UNDONE", null);
            }
            EntryRows.undoOne(in, entry, clock.instant());
            shown.refresh(in, List.of(id));
            shown.changed(List.of(id));
            audit.record(
                    by,
                    "registry.undo-entry",
                    "enterprise",
                    Long.toString(id),
                    SaidWords.of(found.get().said(), Subject.CREDIT_CODE),
                    null);
            return new Outcome.Done(EnterpriseRows.byId(in, id).orElseThrow());
        });
    }

    private void add(
            DSLContext in, Actor by, long id, Supplier source, LocalDate saidOn, Said said, @Nullable String note) {
        EntryRows.insert(in, List.of(entry(by, 0, id, new Voice(source, saidOn, said), note)));
        shown.refresh(in, List.of(id));
        shown.changed(List.of(id));
    }

    private static boolean maySeeAny(Actor actor) {
        return actor.role().isStaff() || actor.is(Role.ENTERPRISE, Role.SYSTEM);
    }

    /** Those somebody may see in lists; null when all. */
    private @Nullable List<Long> among(Actor actor) {
        return actor.is(Role.ENTERPRISE)
                ? database.read(in -> MemberRows.enterprises(in, actor.requirePerson()))
                : null;
    }

    private static boolean maySee(DSLContext in, Actor actor, long id) {
        return maySeeAny(actor) && (!actor.is(Role.ENTERPRISE) || MemberRows.isMember(in, id, actor.requirePerson()));
    }
}
