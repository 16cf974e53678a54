package org.lingqu.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.engine.text.PageSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** An evidence base with everything that belongs to it, for tests. */
public final class Base {

    public static final Actor OFFICER = new Actor(7L, "李专员", Role.OFFICER);
    public static final Actor COLLEAGUE = new Actor(8L, "王专员", Role.OFFICER);
    public static final Instant NOON = Instant.parse("2026-04-01T04:00:00Z");

    public final Database database;
    public final AuditLog audit;
    public final Reviews reviews;
    public final Library library;
    public final Statements statements;

    Base(Database database, Path folder) {
        this(database, folder, new DefaultListableBeanFactory());
    }

    /** @param beans holds the {@link LibraryIndex} that is told of changes, if there is one */
    public Base(Database database, Path folder, DefaultListableBeanFactory beans) {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        var snapshots = new Snapshots(folder.resolve("snapshots"));
        var names = new IndicatorNames(database, word -> word.equals("高企") ? List.of("没有的指标", "高新技术企业") : List.of());
        this.database = database;
        audit = new AuditLog(database, clock);
        var changes = new Changes(database, names, beans.getBeanProvider(LibraryIndex.class));
        reviews = new Reviews(database, audit, clock, snapshots, changes);
        library = new Library(database, snapshots, audit, clock, reviews, changes);
        statements = new Statements(database, names);
    }

    /** Takes a page in; the same name again is another version of it. */
    public Page put(String name, Visibility visibility, String text) {
        library.put(
                OFFICER,
                new PageSource(name + ".txt", text.getBytes(UTF_8)),
                "http://example.cn/" + name,
                visibility,
                null);
        Preview preview =
                library.preview(new PageSource(name + ".txt", text.getBytes(UTF_8)), "http://example.cn/" + name);
        return switch (preview) {
            case Preview.Held held -> held.page();
            case Preview.Fresh fresh -> throw new AssertionError("not kept");
            case Preview.Changed changed -> throw new AssertionError("not kept");
            case Preview.Refused refused -> throw new AssertionError(refused.refusal());
        };
    }

    /** Statements of a page whose indicator contains some words. */
    public StoredStatement statement(Page page, String indicator) {
        return library.statements(page).stream()
                .filter(each -> each.reading().indicator().contains(indicator))
                .findFirst()
                .orElseThrow(() -> new AssertionError(indicator + " is not among "
                        + library.statements(page).stream()
                                .map(each -> each.reading().indicator())
                                .toList()));
    }

    /** What a query finds. */
    List<FoundStatement> find(Actor actor, String... fields) {
        var address = new java.util.HashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            address.put(fields[i], fields[i + 1]);
        }
        var understood = statements.understand(actor, new StatementQuery(address));
        if (!understood.problems().isEmpty()) {
            throw new AssertionError(understood.problems());
        }
        return statements.find(actor, understood.filter(), 0, 100);
    }
}
