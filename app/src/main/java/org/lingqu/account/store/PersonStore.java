package org.lingqu.account.store;

import static org.lingqu.account.store.db.Tables.ACCOUNT_PERSON;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Person;
import org.lingqu.account.PersonFilter;
import org.lingqu.account.Role;
import org.lingqu.account.store.db.tables.records.AccountPersonRecord;

/** Rows of {@code account_person}. Every method works inside the transaction it is given. */
public final class PersonStore {

    /** What only the check of a password needs. */
    public record Secret(Person person, String hash, int failures) {}

    private PersonStore() {}

    /** Everybody, those who can sign in first, by login. */
    public static List<Person> all(DSLContext in) {
        return in.selectFrom(ACCOUNT_PERSON)
                .orderBy(ACCOUNT_PERSON.ACTIVE.desc(), ACCOUNT_PERSON.LOGIN)
                .fetch(PersonStore::person);
    }

    /** Those whom a filter lets through, those who can sign in first, by login. */
    public static List<Person> find(DSLContext in, PersonFilter filter, Instant now, int offset, int limit) {
        return in.selectFrom(ACCOUNT_PERSON)
                .where(condition(filter, now))
                .orderBy(ACCOUNT_PERSON.ACTIVE.desc(), ACCOUNT_PERSON.LOGIN)
                .offset(offset)
                .limit(limit)
                .fetch(PersonStore::person);
    }

    /** How many a filter lets through. */
    public static int count(DSLContext in, PersonFilter filter, Instant now) {
        return in.fetchCount(ACCOUNT_PERSON, condition(filter, now));
    }

    private static Condition condition(PersonFilter filter, Instant now) {
        Condition all = DSL.noCondition();
        if (!filter.text().isEmpty()) {
            all = all.and(ACCOUNT_PERSON
                    .LOGIN
                    .containsIgnoreCase(filter.text())
                    .or(ACCOUNT_PERSON.NAME.containsIgnoreCase(filter.text()))
                    .or(ACCOUNT_PERSON.ORGANISATION.containsIgnoreCase(filter.text())));
        }
        if (filter.role() != null) {
            all = all.and(ACCOUNT_PERSON.ROLE.eq(filter.role().name()));
        }
        Condition locked = ACCOUNT_PERSON.LOCKED_UNTIL_AT.gt(now);
        return switch (filter.state()) {
            case null -> all;
            case OPEN ->
                all.and(ACCOUNT_PERSON.ACTIVE)
                        .andNot(DSL.coalesce(ACCOUNT_PERSON.LOCKED_UNTIL_AT, Instant.EPOCH)
                                .gt(now));
            case LOCKED -> all.and(ACCOUNT_PERSON.ACTIVE).and(locked);
            case CLOSED -> all.andNot(ACCOUNT_PERSON.ACTIVE);
        };
    }

    /** By number. */
    public static Optional<Person> byId(DSLContext in, long id) {
        return in.selectFrom(ACCOUNT_PERSON)
                .where(ACCOUNT_PERSON.ID.eq(id))
                .fetchOptional()
                .map(PersonStore::person);
    }

    /** By login, lower case, with the hash of the password. */
    public static Optional<Secret> secret(DSLContext in, String login) {
        return in.selectFrom(ACCOUNT_PERSON)
                .where(ACCOUNT_PERSON.LOGIN.eq(login))
                .fetchOptional()
                .map(row -> new Secret(person(row), row.getPassword(), row.getFailedSignIns()));
    }

    /** How many accounts with a role are open. */
    public static int countActive(DSLContext in, Role role) {
        return in.fetchCount(ACCOUNT_PERSON, ACCOUNT_PERSON.ROLE.eq(role.name()).and(ACCOUNT_PERSON.ACTIVE));
    }

    /** Adds an account, open. */
    public static Person insert(
            DSLContext in,
            String login,
            String name,
            Role role,
            @Nullable String organisation,
            String hash,
            boolean mustChange,
            Instant now) {
        AccountPersonRecord row = in.newRecord(ACCOUNT_PERSON);
        row.setLogin(login);
        row.setName(name);
        row.setRole(role.name());
        row.setOrganisation(organisation);
        row.setPassword(hash);
        row.setActive(true);
        row.setMustChange(mustChange);
        row.setFailedSignIns(0);
        row.setCreatedAt(now);
        row.setRowVersion(1);
        row.store();
        return person(row);
    }

    /** @return whether the row still had that version */
    public static boolean update(
            DSLContext in,
            Person person,
            String name,
            Role role,
            @Nullable String organisation,
            boolean active,
            int rowVersion) {
        return in.update(ACCOUNT_PERSON)
                        .set(ACCOUNT_PERSON.NAME, name)
                        .set(ACCOUNT_PERSON.ROLE, role.name())
                        .set(ACCOUNT_PERSON.ORGANISATION, organisation)
                        .set(ACCOUNT_PERSON.ACTIVE, active)
                        .set(ACCOUNT_PERSON.ROW_VERSION, rowVersion + 1)
                        .where(ACCOUNT_PERSON.ID.eq(person.id()), ACCOUNT_PERSON.ROW_VERSION.eq(rowVersion))
                        .execute()
                == 1;
    }

    /** Sets a password and opens the lock. */
    public static void password(DSLContext in, long id, String hash, boolean mustChange) {
        in.update(ACCOUNT_PERSON)
                .set(ACCOUNT_PERSON.PASSWORD, hash)
                .set(ACCOUNT_PERSON.MUST_CHANGE, mustChange)
                .set(ACCOUNT_PERSON.FAILED_SIGN_INS, 0)
                .setNull(ACCOUNT_PERSON.LOCKED_UNTIL_AT)
                .set(ACCOUNT_PERSON.ROW_VERSION, ACCOUNT_PERSON.ROW_VERSION.plus(1))
                .where(ACCOUNT_PERSON.ID.eq(id))
                .execute();
    }

    /** Counts a failure, or forgets all of them. */
    public static void failures(DSLContext in, long id, int failures, @Nullable Instant lockedUntil) {
        in.update(ACCOUNT_PERSON)
                .set(ACCOUNT_PERSON.FAILED_SIGN_INS, failures)
                .set(ACCOUNT_PERSON.LOCKED_UNTIL_AT, lockedUntil)
                .where(ACCOUNT_PERSON.ID.eq(id))
                .execute();
    }

    private static Person person(Record record) {
        AccountPersonRecord row = record.into(ACCOUNT_PERSON);
        return new Person(
                Objects.requireNonNull(row.getId()),
                row.getLogin(),
                row.getName(),
                Role.valueOf(row.getRole()),
                row.getOrganisation(),
                row.getActive(),
                row.getMustChange(),
                row.getLockedUntilAt(),
                row.getCreatedAt(),
                row.getRowVersion());
    }
}
