package org.lingqu.registry;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.registry.TypedValues.Problem;
import org.lingqu.registry.store.ContactRows;
import org.lingqu.registry.store.MemberRows;
import org.springframework.stereotype.Service;

/**
 * Whom to call at which enterprise. Officers and the enterprise itself read names and numbers and change them; other staff get them
 * masked, everybody else nothing (docs/adr/0038). Safe for use by many threads.
 */
@Service
public final class Contacts {

    /** So many has an enterprise at most. */
    public static final int MOST = 10;

    private static final String SUBJECT = "enterprise";

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;

    Contacts(Database database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of a wish. */
    public sealed interface Outcome {
        /** It is so. */
        record Done() implements Outcome {}

        /**
         * Somebody else changed or removed it meanwhile; nothing was changed.
         *
         * @param now as it stands; null when it was removed
         */
        record Overtaken(@Nullable Contact now) implements Outcome {}

        /** It cannot be kept; all problems, by field. Words stand under {@code contact.problem.CODE}. */
        record Wrong(List<Problem> problems) implements Outcome {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * What somebody types about one.
     *
     * @param fields by {@link ContactSaid#FIELDS}, as typed
     * @param first whether to be called before the others
     */
    public record Wish(Map<String, String> fields, boolean first) {
        public Wish {
            fields = Map.copyOf(fields);
        }
    }

    /** Of an enterprise as somebody may see them, whom to call first before the others; none for who may see none. */
    public List<Contact> of(Actor actor, Enterprise enterprise) {
        return database.read(in -> {
            if (mayKnow(in, actor, enterprise.id())) {
                return ContactRows.of(in, enterprise.id());
            }
            return actor.role().isStaff()
                    ? ContactRows.of(in, enterprise.id()).stream()
                            .map(Contact::masked)
                            .toList()
                    : List.of();
        });
    }

    /** Whom to call first at each of some enterprises, as staff may see it; nobody for others. */
    public FirstContacts first(Actor actor, Collection<Long> enterprises) {
        if (!actor.role().isStaff() || enterprises.isEmpty()) {
            return FirstContacts.NONE;
        }
        var first = new LinkedHashMap<Long, Contact>();
        database.read(in -> ContactRows.first(in, enterprises))
                .forEach(each -> first.put(each.enterprise(), knowsAll(actor) ? each : each.masked()));
        return new FirstContacts(first, knowsAll(actor));
    }

    /** Whether somebody sees the names and numbers of all enterprises, unmasked. */
    public static boolean knowsAll(Actor actor) {
        return actor.is(Role.OFFICER);
    }

    private static boolean mayKnow(DSLContext in, Actor actor, long enterprise) {
        return knowsAll(actor)
                || (actor.is(Role.ENTERPRISE) && MemberRows.isMember(in, enterprise, actor.requirePerson()));
    }

    private void requireWriter(DSLContext in, Actor by, long enterprise) {
        if (!mayKnow(in, by, enterprise) && !by.is(Role.SYSTEM)) {
            throw new IllegalArgumentException("a " + by.role() + " changes no contacts of enterprise " + enterprise);
        }
    }

    /** Adds one. The first of an enterprise is called first whatever was wished. */
    public Outcome add(Actor by, Enterprise enterprise, Wish wish) {
        return switch (ContactSaid.read(wish.fields())) {
            case ContactSaid.Read.Wrong(List<Problem> problems) -> new Outcome.Wrong(problems);
            case ContactSaid.Read.Sound(ContactSaid said) ->
                database.write(in -> add(in, by, enterprise.id(), said, wish.first()));
        };
    }

    private Outcome add(DSLContext in, Actor by, long enterprise, ContactSaid said, boolean first) {
        requireWriter(in, by, enterprise);
        ContactRows.lock(in, enterprise);
        List<Contact> known = ContactRows.of(in, enterprise);
        if (known.size() >= MOST) {
            return new Outcome.Wrong(List.of(new Problem("name", "TOO_MANY", null)));
        }
        if (named(known, said.name()).isPresent()) {
            return new Outcome.Wrong(List.of(new Problem("name", "NAME_TAKEN", null)));
        }
        Contact kept = ContactRows.insert(in, said(by, 0, enterprise, said, known.isEmpty()), null);
        if (first) {
            ContactRows.callFirst(in, enterprise, kept.id());
        }
        audit.record(by, "contact.add", SUBJECT, Long.toString(enterprise), null, said.told());
        return new Outcome.Done();
    }

    private static Optional<Contact> named(List<Contact> known, String name) {
        String key = NameKey.of(name);
        return known.stream()
                .filter(each -> NameKey.of(each.said().name()).equals(key))
                .findFirst();
    }

    private Contact said(Actor by, long id, long enterprise, ContactSaid said, boolean first) {
        return new Contact(
                id,
                enterprise,
                said,
                first,
                by.is(Role.ENTERPRISE) ? Contact.Origin.FIRM : Contact.Origin.OFFICE,
                null,
                by.person(),
                by.name(),
                clock.instant(),
                0);
    }

    /**
     * Changes one.
     *
     * @param seen its version as she had it before her
     */
    public Outcome change(Actor by, Enterprise enterprise, long id, int seen, Wish wish) {
        return switch (ContactSaid.read(wish.fields())) {
            case ContactSaid.Read.Wrong(List<Problem> problems) -> new Outcome.Wrong(problems);
            case ContactSaid.Read.Sound(ContactSaid said) ->
                database.write(in -> change(in, by, enterprise.id(), id, seen, said, wish.first()));
        };
    }

    private Outcome change(
            DSLContext in, Actor by, long enterprise, long id, int seen, ContactSaid said, boolean first) {
        requireWriter(in, by, enterprise);
        ContactRows.lock(in, enterprise);
        List<Contact> known = ContactRows.of(in, enterprise);
        Contact now = byId(known, id);
        if (now == null || now.rowVersion() != seen) {
            return new Outcome.Overtaken(now);
        }
        if (named(known, said.name()).filter(other -> other.id() != id).isPresent()) {
            return new Outcome.Wrong(List.of(new Problem("name", "NAME_TAKEN", null)));
        }
        List<String> changed = now.said().changed(said);
        if (!changed.isEmpty()) {
            ContactRows.change(in, said(by, id, enterprise, said, now.first()));
        }
        if (first && !now.first()) {
            ContactRows.callFirst(in, enterprise, id);
        }
        if (!changed.isEmpty() || (first && !now.first())) {
            audit.record(
                    by,
                    "contact.change",
                    SUBJECT,
                    Long.toString(enterprise),
                    now.said().told(),
                    said.told() + marks(changed, first && !now.first()));
        }
        return new Outcome.Done();
    }

    /** Masked words may look alike before and after, so what changed is named. */
    private static String marks(List<String> changed, boolean first) {
        List<String> marks = changed.stream().map(Contacts::fieldName).collect(Collectors.toList());
        if (first) {
            marks.add("首选");
        }
        return "（" + String.join("、", marks) + "）";
    }

    /** In the language of the record, which is that of the house. */
    static String fieldName(String field) {
        return switch (field) {
            case "name" -> "姓名";
            case "post" -> "职务";
            case "phone" -> "电话";
            case "email" -> "邮箱";
            default -> "分管领域";
        };
    }

    private static @Nullable Contact byId(List<Contact> known, long id) {
        return known.stream().filter(each -> each.id() == id).findFirst().orElse(null);
    }

    /**
     * Removes one for good; only the audit record keeps that there was one, masked. The oldest of the others is called first where it
     * was.
     *
     * @param seen its version as she had it before her
     */
    public Outcome remove(Actor by, Enterprise enterprise, long id, int seen) {
        return database.write(in -> {
            requireWriter(in, by, enterprise.id());
            ContactRows.lock(in, enterprise.id());
            Contact now = byId(ContactRows.of(in, enterprise.id()), id);
            if (now == null || now.rowVersion() != seen) {
                return new Outcome.Overtaken(now);
            }
            ContactRows.remove(in, id);
            if (now.first()) {
                ContactRows.of(in, enterprise.id()).stream()
                        .findFirst()
                        .ifPresent(next -> ContactRows.callFirst(in, enterprise.id(), next.id()));
            }
            audit.record(
                    by,
                    "contact.remove",
                    SUBJECT,
                    Long.toString(enterprise.id()),
                    now.said().told(),
                    null);
            return new Outcome.Done();
        });
    }

    private static ContactSaid sound(Map<String, String> fields) {
        return switch (ContactSaid.read(fields)) {
            case ContactSaid.Read.Sound(ContactSaid said) -> said;
            case ContactSaid.Read.Wrong wrong ->
                throw new IllegalArgumentException("a contact cannot be kept: "
                        + wrong.problems().stream().map(Problem::code).toList());
        };
    }

    /**
     * Takes over contacts where a region is begun; enterprises that have some stay as they are. Nothing is recorded of each.
     *
     * @param fresh fields by number of an enterprise, the first to be called first
     * @return how many enterprises got some
     */
    public int begin(Actor by, Map<Long, List<Map<String, String>>> fresh) {
        return database.write(in -> {
            var known = ContactRows.of(in, fresh.keySet()).stream()
                    .map(Contact::enterprise)
                    .collect(Collectors.toSet());
            var rows = new ArrayList<Contact>();
            fresh.forEach((enterprise, all) -> {
                if (!known.contains(enterprise)) {
                    for (Map<String, String> fields : all) {
                        boolean first = rows.isEmpty() || rows.getLast().enterprise() != enterprise;
                        rows.add(said(by, 0, enterprise, sound(fields), first));
                    }
                }
            });
            ContactRows.begin(in, rows);
            int count = (int) rows.stream().filter(Contact::first).count();
            audit.record(by, "contact.add", SUBJECT, "", null, Integer.toString(count));
            return count;
        });
    }
}
