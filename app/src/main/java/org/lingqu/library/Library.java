package org.lingqu.library;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.database.Sha256;
import org.lingqu.engine.text.Issuer;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageRefused;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.Reading;
import org.lingqu.library.store.PageListRows;
import org.lingqu.library.store.PageRows;
import org.lingqu.library.store.ReviewRows;
import org.lingqu.library.store.StatementRows;
import org.lingqu.library.store.StatementSearch;
import org.lingqu.library.store.db.tables.records.LibraryStatementRecord;
import org.springframework.stereotype.Service;

/** The evidence base: what goes in, what is there. */
@Service
public final class Library {

    /** Raised whenever the reader reads otherwise than before; pages read by an older one can be read again. */
    public static final String READER = "1";

    private static final int MOST_LOST = 100;
    private static final int SUGGESTIONS = 100;

    private final Database database;
    private final Snapshots snapshots;
    private final AuditLog audit;
    private final Clock clock;
    private final Reviews reviews;
    private final Changes changes;
    private final PageReader reader = new PageReader();

    Library(Database database, Snapshots snapshots, AuditLog audit, Clock clock, Reviews reviews, Changes changes) {
        this.database = database;
        this.snapshots = snapshots;
        this.audit = audit;
        this.clock = clock;
        this.reviews = reviews;
        this.changes = changes;
    }

    /**
     * What a page would become, without keeping anything.
     *
     * @param address where it was on the web, null when nobody knows; with it the page is recognised next time
     */
    public Preview preview(PageSource source, @Nullable String address) {
        return preview(reader.read(source), address);
    }

    /** The same for a page that was read. */
    public Preview preview(Reading reading, @Nullable String address) {
        return switch (reading) {
            case PageRefused refused -> new Preview.Refused(refused);
            case PageRead read -> database.read(in -> compare(in, read, address));
        };
    }

    private static Preview compare(DSLContext in, PageRead read, @Nullable String address) {
        Optional<Page> held = PageRows.byKey(in, key(address, read.file()));
        if (held.isEmpty()) {
            // without an address a page is what it says: the same file under another name is no other page
            return (address == null ? PageRows.byLatestContent(in, read.sha256()) : held)
                    .<Preview>map(page -> new Preview.Held(read, page))
                    .orElseGet(() -> new Preview.Fresh(read));
        }
        boolean same = PageRows.latestContent(in, held.get().latest())
                .filter(read.sha256()::equals)
                .isPresent();
        return same ? new Preview.Held(read, held.get()) : new Preview.Changed(read, held.get());
    }

    /**
     * Takes a page in. The same bytes again change nothing; other bytes become a new version.
     *
     * @param visibility of a page that is new; one that is there keeps its own
     * @param run the job that does it, null when none does
     */
    public Preview put(
            Actor by, PageSource source, @Nullable String address, Visibility visibility, @Nullable Long run) {
        return switch (reader.read(source)) {
            case PageRefused refused -> new Preview.Refused(refused);
            case PageRead read ->
                putAll(by, List.of(new Arrival(source, read, address)), visibility, run, (in, page, kept) -> {})
                        .getFirst()
                        .what();
        };
    }

    /**
     * A page that was read and may be kept.
     *
     * @param address where it was on the web, null when nobody knows
     */
    public record Arrival(
            PageSource source, PageRead read, @Nullable String address) {

        /** A page of a run that was read, with the address that it carries. */
        public static Arrival of(PageRun.PageIn page, PageRead read) {
            PageSource source = Objects.requireNonNull(page.source(), "a page that was read has bytes");
            return new Arrival(source, read, AddressInPage.of(source.bytes()).orElse(null));
        }
    }

    /**
     * What became of an arrival.
     *
     * @param page number of the page it is now, or already was
     */
    public record Kept(Preview what, long page) {}

    /** What is to be noted of an arrival in the transaction that keeps it. */
    public interface Note {
        /** @param index of the arrival in the list */
        void of(DSLContext in, int index, Kept kept);
    }

    /**
     * Takes in several pages as a whole or not at all; when this returns they survive a power cut. A commit costs as much for
     * fifty pages as for one.
     */
    public List<Kept> putAll(Actor by, List<Arrival> arrivals, Visibility visibility, @Nullable Long run, Note note) {
        // before the rows that name them: a snapshot nobody names does no harm
        snapshots.keepAll(arrivals.stream().map(each -> each.source().bytes()).toList());
        Instant now = clock.instant();
        return database.write(in -> {
            var all = new ArrayList<Kept>();
            var changed = new LinkedHashSet<Long>();
            for (Arrival arrival : arrivals) {
                Kept kept = keep(in, by, arrival, visibility, run, now, changed);
                note.of(in, all.size(), kept);
                all.add(kept);
            }
            if (!changed.isEmpty()) {
                changes.of(in, List.copyOf(changed));
            }
            return all;
        });
    }

    private Kept keep(
            DSLContext in,
            Actor by,
            Arrival arrival,
            Visibility visibility,
            @Nullable Long run,
            Instant now,
            Set<Long> touched) {
        PageRead read = arrival.read();
        String address = arrival.address();
        Preview what = compare(in, read, address);
        if (what instanceof Preview.Held held) {
            return new Kept(what, held.page().id());
        }
        PageRows.snapshot(in, read.sha256(), arrival.source().bytes().length, now);
        Page page = what instanceof Preview.Changed changed
                ? changed.page()
                : PageRows.insert(in, address, key(address, read.file()), read.file(), visibility, now);
        boolean fresh = !(what instanceof Preview.Changed);
        int number = fresh ? 1 : PageRows.lastNumber(in, page.id()) + 1;
        PageVersion version = PageRows.insert(in, version(page.id(), number, read, address, by, now), codes(read), run);
        PageRows.latest(in, page.id(), version.id(), now);
        if (fresh) { // nothing was said of it yet that would have to be kept
            StatementRows.insert(in, statements(page.id(), version.id(), read));
        } else {
            PageRows.replaceStatements(in, page.id(), statements(page.id(), version.id(), read));
            reviews.reapply(in, page);
            SamePages.forget(in, page);
        }
        touched.add(page.id());
        touched.addAll(SamePages.group(in, page, version.text()));
        audit.record(
                by,
                version.number() == 1 ? "library.add" : "library.version",
                "page",
                Long.toString(page.id()),
                null,
                read.file() + " · " + read.sha256());
        return new Kept(what, page.id());
    }

    private static List<LibraryStatementRecord> statements(long page, long version, PageRead read) {
        return new Intake(read)
                .statements().stream()
                        .map(each -> StatementRows.row(
                                page, version, each.ordinal(), each.place(), each.statement(), ReviewState.NONE, null))
                        .toList();
    }

    /**
     * Reads the snapshots of a page again, for a reader that reads otherwise than the one before.
     *
     * @return how many statements the newest version has now
     */
    int reread(long id) {
        Page page = database.read(in -> PageRows.byId(in, id)).orElseThrow();
        int count = 0;
        for (PageVersion old : versions(page)) {
            PageSource source = new PageSource(page.name(), bytes(old));
            if (!(reader.read(source) instanceof PageRead read)) {
                throw new IllegalStateException("a snapshot that was read once is refused now: " + old.sha256());
            }
            boolean newest = old.id() == page.latest();
            database.change(in -> {
                PageRows.reread(
                        in,
                        old.id(),
                        version(page.id(), old.number(), read, page.address(), Actor.SYSTEM, clock.instant()),
                        codes(read));
                if (newest) {
                    PageRows.replaceStatements(in, page.id(), statements(page.id(), old.id(), read));
                    reviews.reapply(in, page);
                    SamePages.forget(in, page);
                    var changed = new LinkedHashSet<>(List.of(page.id()));
                    changed.addAll(
                            SamePages.group(in, page, read.article().text().toString()));
                    changes.of(in, List.copyOf(changed));
                }
            });
            if (newest) {
                count = read.statements().size();
            }
        }
        return count;
    }

    /** What a version's reader makes of its snapshot now, with what is not kept in tables. */
    public PageRead read(Page page, PageVersion version) {
        return switch (reader.read(new PageSource(page.name(), bytes(version)))) {
            case PageRead read -> read;
            case PageRefused refused ->
                throw new IllegalStateException("a snapshot that was read once is refused now: " + refused.code());
        };
    }

    private static PageVersion version(
            long page, int number, PageRead read, @Nullable String address, Actor by, Instant now) {
        var intake = new Intake(read);
        Issuer issuer = read.article().issuer();
        return new PageVersion(
                0,
                page,
                number,
                read.sha256(),
                now,
                by.person() == null ? 0 : by.person(),
                READER,
                read.charset(),
                read.script(),
                read.article().title(),
                issuer == null ? null : issuer.name(),
                issuer != null && issuer.inferred(),
                read.article().documentNumber(),
                intake.published(),
                read.article().written(),
                read.article().event(),
                read.article().kind(),
                null,
                null,
                Addresses.site(address),
                read.article().text().toString(),
                intake.details());
    }

    private static String codes(PageRead read) {
        return read.warnings().stream()
                .map(warning -> warning.code().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** By what a page is recognised: its address, or its file's name where it has none. */
    private static String key(@Nullable String address, String name) {
        String identity = address == null ? "file:" + name : Addresses.canonical(address);
        return Sha256.hex(identity.getBytes(StandardCharsets.UTF_8));
    }

    /** Pages that a filter lets through and somebody may see. */
    public List<PageSummary> find(Actor actor, PageFilter filter, int offset, int limit) {
        return database.read(in -> PageListRows.find(in, actor.role().isStaff(), filter, offset, limit));
    }

    /** How many there are. */
    public int count(Actor actor, PageFilter filter) {
        return database.read(in -> PageListRows.count(in, actor.role().isStaff(), filter));
    }

    /** What can be filtered by. */
    public PageChoices choices(Actor actor) {
        boolean internal = actor.role().isStaff();
        return database.read(in -> new PageChoices(
                PageListRows.issuers(in, internal, SUGGESTIONS),
                PageListRows.sites(in, internal, SUGGESTIONS),
                PageListRows.years(in, internal)));
    }

    /**
     * Opens pages to everybody or closes them; numbers of no page are passed over.
     *
     * @return how many were otherwise before
     */
    public int setVisibility(Actor by, List<Long> pages, Visibility visibility) {
        return database.write(in -> {
            List<Long> changed = PageListRows.visibility(in, pages, visibility);
            for (long page : changed) {
                Visibility before = visibility == Visibility.PUBLIC ? Visibility.INTERNAL : Visibility.PUBLIC;
                audit.record(by, "library.visibility", "page", Long.toString(page), before.name(), visibility.name());
            }
            if (!changed.isEmpty()) {
                changes.of(in, changed);
            }
            return changed.size();
        });
    }

    /** A page that somebody may see. */
    public Optional<Page> page(Actor actor, long id) {
        return database.read(in -> PageRows.byId(in, id)).filter(page -> maySee(actor, page));
    }

    /** A page that somebody may see, with everything around it. */
    public Optional<PageShown> shown(Actor actor, long id) {
        boolean staff = actor.role().isStaff();
        return database.read(in -> PageRows.byId(in, id)
                .filter(page -> maySee(actor, page))
                .map(page -> new PageShown(
                        page,
                        PageRows.version(in, page.latest()).orElseThrow(),
                        PageRows.statements(in, id),
                        page.sameAs() == null ? List.of() : StatementSearch.group(in, staff, page.sameAs(), id),
                        StatementSearch.peerCounts(in, staff, id),
                        ReviewRows.lost(in, staff, id, 0, MOST_LOST))));
    }

    /** Whether somebody may see a page. */
    public static boolean maySee(Actor actor, Page page) {
        return page.visibility() == Visibility.PUBLIC || actor.role().isStaff();
    }

    /** The versions of a page, newest first. */
    public List<PageVersion> versions(Page page) {
        return database.read(in -> PageRows.versions(in, page.id()));
    }

    /** The newest version. */
    public PageVersion latest(Page page) {
        return database.read(in -> PageRows.version(in, page.latest())).orElseThrow();
    }

    /** What the newest version says. */
    public List<StoredStatement> statements(Page page) {
        return database.read(in -> PageRows.statements(in, page.id()));
    }

    /** The bytes of a version. */
    public byte[] bytes(PageVersion version) {
        return snapshots.read(version.sha256());
    }
}
