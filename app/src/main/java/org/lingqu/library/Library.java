package org.lingqu.library;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.engine.text.Issuer;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageReader;
import org.lingqu.engine.text.PageRefused;
import org.lingqu.engine.text.PageSource;
import org.lingqu.library.store.PageRows;
import org.lingqu.library.store.ReviewRows;
import org.lingqu.library.store.StatementRows;
import org.lingqu.library.store.StatementSearch;
import org.springframework.stereotype.Service;

/** The evidence base: what goes in, what is there. */
@Service
public final class Library {

    /** Raised whenever the reader reads otherwise than before; pages read by an older one can be read again. */
    public static final String READER = "1";

    private static final int MOST_LOST = 100;

    private final Database database;
    private final Snapshots snapshots;
    private final AuditLog audit;
    private final Clock clock;
    private final Reviews reviews;
    private final IndicatorNames names;
    private final PageReader reader = new PageReader();

    Library(
            Database database,
            Snapshots snapshots,
            AuditLog audit,
            Clock clock,
            Reviews reviews,
            IndicatorNames names) {
        this.database = database;
        this.snapshots = snapshots;
        this.audit = audit;
        this.clock = clock;
        this.reviews = reviews;
        this.names = names;
    }

    /**
     * What a page would become, without keeping anything.
     *
     * @param address where it was on the web, null when nobody knows; with it the page is recognised next time
     */
    public Preview preview(PageSource source, @Nullable String address) {
        return switch (reader.read(source)) {
            case PageRefused refused -> new Preview.Refused(refused);
            case PageRead read -> database.read(in -> compare(in, read, address));
        };
    }

    private static Preview compare(DSLContext in, PageRead read, @Nullable String address) {
        Optional<Page> held = PageRows.byKey(in, key(address, read.file()));
        if (held.isEmpty()) {
            return new Preview.Fresh(read);
        }
        boolean same = PageRows.version(in, held.get().latest())
                .filter(version -> version.sha256().equals(read.sha256()))
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
        Preview preview = preview(source, address);
        return switch (preview) {
            case Preview.Refused refused -> refused;
            case Preview.Held held -> held;
            case Preview.Fresh fresh -> keep(by, source, fresh.read(), address, visibility, run);
            case Preview.Changed changed -> keep(by, source, changed.read(), address, visibility, run);
        };
    }

    private Preview keep(
            Actor by,
            PageSource source,
            PageRead read,
            @Nullable String address,
            Visibility visibility,
            @Nullable Long run) {
        snapshots.keep(source.bytes()); // before the row that names it: a snapshot nobody names does no harm
        Instant now = clock.instant();
        return database.write(in -> {
            Preview again = compare(in, read, address); // somebody else may have been faster
            if (again instanceof Preview.Held) {
                return again;
            }
            PageRows.snapshot(in, read.sha256(), source.bytes().length, now);
            Page page = PageRows.byKey(in, key(address, read.file()))
                    .orElseGet(() ->
                            PageRows.insert(in, address, key(address, read.file()), read.file(), visibility, now));
            PageVersion version = PageRows.insert(in, version(page.id(), read, address, by, now), codes(read), run);
            PageRows.replaceStatements(
                    in,
                    page.id(),
                    new Intake(read)
                            .statements().stream()
                                    .map(each -> StatementRows.row(
                                            page.id(),
                                            version.id(),
                                            each.ordinal(),
                                            each.place(),
                                            each.statement(),
                                            ReviewState.NONE,
                                            null))
                                    .toList());
            PageRows.latest(in, page.id(), version.id(), now);
            reviews.reapply(in, page);
            database.afterwards(names::changed);
            audit.record(
                    by,
                    version.number() == 1 ? "library.add" : "library.version",
                    "page",
                    Long.toString(page.id()),
                    null,
                    read.file() + " · " + read.sha256());
            return again;
        });
    }

    private static PageVersion version(long page, PageRead read, @Nullable String address, Actor by, Instant now) {
        var intake = new Intake(read);
        Issuer issuer = read.article().issuer();
        return new PageVersion(
                0,
                page,
                0,
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
        return Snapshots.sha256(identity.getBytes(StandardCharsets.UTF_8));
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
                        StatementSearch.peersOfPage(in, staff, id),
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
