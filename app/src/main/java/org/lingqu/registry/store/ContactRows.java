package org.lingqu.registry.store;

import static org.lingqu.registry.store.db.Tables.REGISTRY_CONTACT;
import static org.lingqu.registry.store.db.Tables.REGISTRY_ENTERPRISE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.ColumnText;
import org.lingqu.registry.Contact;
import org.lingqu.registry.ContactSaid;
import org.lingqu.registry.NameKey;
import org.lingqu.registry.store.db.tables.records.RegistryContactRecord;

/** Contacts as rows. Every method works inside the transaction it is given. */
public final class ContactRows {

    private static final int PART = 500;

    private ContactRows() {}

    /** Waits until nobody else changes contacts of an enterprise, and keeps others waiting until the transaction ends. */
    public static void lock(DSLContext in, long enterprise) {
        in.update(REGISTRY_ENTERPRISE)
                .set(REGISTRY_ENTERPRISE.ROW_VERSION, REGISTRY_ENTERPRISE.ROW_VERSION)
                .where(REGISTRY_ENTERPRISE.ID.eq(enterprise))
                .execute();
    }

    /** Of an enterprise; whom to call first, then as they came. */
    public static List<Contact> of(DSLContext in, long enterprise) {
        return of(in, List.of(enterprise));
    }

    /** Of some enterprises, in the order of these, alike. */
    public static List<Contact> of(DSLContext in, Collection<Long> enterprises) {
        List<Long> all = List.copyOf(enterprises);
        var found = new ArrayList<Contact>();
        for (int from = 0; from < all.size(); from += PART) {
            found.addAll(in.selectFrom(REGISTRY_CONTACT)
                    .where(REGISTRY_CONTACT.ENTERPRISE_ID.in(all.subList(from, Math.min(all.size(), from + PART))))
                    .and(REGISTRY_CONTACT.STANDS)
                    .orderBy(REGISTRY_CONTACT.ENTERPRISE_ID, REGISTRY_CONTACT.CALLS_FIRST.desc(), REGISTRY_CONTACT.ID)
                    .fetch(ContactRows::contact));
        }
        return found;
    }

    /** Only whom to call first, of some enterprises. */
    public static List<Contact> first(DSLContext in, Collection<Long> enterprises) {
        return of(in, enterprises).stream().filter(Contact::first).toList();
    }

    /**
     * Keeps a new one; its number and version are chosen here.
     *
     * @param replaces the row that a list says otherwise by it; null for none
     */
    public static Contact insert(DSLContext in, Contact fresh, @Nullable Long replaces) {
        RegistryContactRecord row = in.newRecord(REGISTRY_CONTACT);
        row.setEnterpriseId(fresh.enterprise());
        fill(row, fresh);
        row.setRowVersion(1);
        row.setReplaces(replaces);
        row.setStands(true);
        row.store();
        return contact(row);
    }

    /** Keeps new ones, very many at once. */
    public static void begin(DSLContext in, List<Contact> fresh) {
        Batches.run(
                in,
                "insert into registry_contact (enterprise_id, name, name_key, post, phone, email, duty, calls_first, origin, person_id,"
                        + " person, said_at, row_version, stands) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, true)",
                fresh,
                (statement, each) -> {
                    ContactSaid said = each.said();
                    statement.setLong(1, each.enterprise());
                    statement.setString(2, said.name());
                    statement.setString(3, NameKey.of(said.name()));
                    statement.setString(4, said.post());
                    statement.setString(5, said.phone());
                    statement.setString(6, said.email());
                    statement.setString(7, said.duty());
                    statement.setBoolean(8, each.first());
                    statement.setString(9, each.origin().name());
                    Batches.large(statement, 10, each.personId());
                    statement.setString(11, each.person());
                    statement.setLong(12, each.saidAt().toEpochMilli());
                });
    }

    /** Keeps one as it is now said; its version counts up. What a list had said otherwise of it is forgotten. */
    public static Contact change(DSLContext in, Contact now) {
        RegistryContactRecord row = Objects.requireNonNull(
                in.selectFrom(REGISTRY_CONTACT)
                        .where(REGISTRY_CONTACT.ID.eq(now.id()))
                        .fetchOne(),
                "it was there");
        forget(in, row.getReplaces());
        fill(row, now);
        row.setReplaces(null);
        row.setRowVersion(row.getRowVersion() + 1);
        row.store();
        return contact(row);
    }

    /** Removes one for good, with what was said of it before. */
    public static void remove(DSLContext in, long id) {
        forget(in, id);
    }

    private static void forget(DSLContext in, @Nullable Long id) {
        Long next = id;
        while (next != null) {
            RegistryContactRecord row = in.selectFrom(REGISTRY_CONTACT)
                    .where(REGISTRY_CONTACT.ID.eq(next))
                    .fetchOne();
            in.deleteFrom(REGISTRY_CONTACT).where(REGISTRY_CONTACT.ID.eq(next)).execute();
            next = row == null ? null : row.getReplaces();
        }
    }

    /** From now on this one of an enterprise is called first, and no other. */
    public static void callFirst(DSLContext in, long enterprise, long id) {
        in.update(REGISTRY_CONTACT)
                .set(REGISTRY_CONTACT.CALLS_FIRST, REGISTRY_CONTACT.ID.eq(id))
                .where(REGISTRY_CONTACT.ENTERPRISE_ID.eq(enterprise))
                .and(REGISTRY_CONTACT.STANDS)
                .and(REGISTRY_CONTACT.CALLS_FIRST.ne(REGISTRY_CONTACT.ID.eq(id)))
                .execute();
    }

    private static void fill(RegistryContactRecord row, Contact contact) {
        ContactSaid said = contact.said();
        row.setName(ColumnText.cut(said.name(), ContactSaid.LONGEST_NAME));
        row.setNameKey(ColumnText.cut(NameKey.of(said.name()), ContactSaid.LONGEST_NAME));
        row.setPost(ColumnText.cut(said.post(), ContactSaid.LONGEST_POST));
        row.setPhone(said.phone());
        row.setEmail(said.email());
        row.setDuty(ColumnText.cut(said.duty(), ContactSaid.LONGEST_DUTY));
        row.setCallsFirst(contact.first());
        row.setOrigin(contact.origin().name());
        row.setImportId(contact.list());
        row.setPersonId(contact.personId());
        row.setPerson(ColumnText.cut(contact.person(), 100));
        row.setSaidAt(contact.saidAt());
    }

    private static Contact contact(RegistryContactRecord row) {
        return new Contact(
                Objects.requireNonNull(row.getId()),
                row.getEnterpriseId(),
                new ContactSaid(row.getName(), row.getPost(), row.getPhone(), row.getEmail(), row.getDuty()),
                row.getCallsFirst(),
                Contact.Origin.valueOf(row.getOrigin()),
                row.getImportId(),
                row.getPersonId(),
                row.getPerson(),
                row.getSaidAt(),
                row.getRowVersion());
    }
}
