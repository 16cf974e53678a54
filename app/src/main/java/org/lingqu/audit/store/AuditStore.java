package org.lingqu.audit.store;

import static org.lingqu.audit.store.db.Tables.AUDIT_RECORD;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.lingqu.audit.AuditEntry;
import org.lingqu.audit.AuditFilter;
import org.lingqu.audit.store.db.tables.records.AuditRecordRecord;
import org.lingqu.database.DatabaseKind;

/** Rows of {@code audit_record}. Every method works inside the transaction it is given. */
public final class AuditStore {

    /** Any number that nothing else locks by. */
    private static final long LOCK = 0x6c696e677175L;

    private AuditStore() {}

    /** Whether there is an entry whose hash begins so. */
    public static boolean holds(DSLContext in, String hash) {
        return in.fetchExists(AUDIT_RECORD, AUDIT_RECORD.HASH.startsWith(hash));
    }

    /** The newest entry, such that nobody else adds one before this transaction ends. */
    public static Optional<AuditEntry> lockLast(DSLContext in, DatabaseKind kind) {
        switch (kind) {
            case SQLITE -> {} // a transaction that writes is alone from its beginning
            case POSTGRES -> in.execute("select pg_advisory_xact_lock({0})", DSL.inline(LOCK));
        }
        return last(in);
    }

    /** The newest entry. */
    public static Optional<AuditEntry> last(DSLContext in) {
        return in.selectFrom(AUDIT_RECORD)
                .orderBy(AUDIT_RECORD.SEQ.desc())
                .limit(1)
                .fetchOptional()
                .map(AuditStore::entry);
    }

    /** Adds an entry. */
    public static void insert(DSLContext in, AuditEntry entry) {
        var row = new AuditRecordRecord();
        row.setSeq(entry.seq());
        row.setHappenedAt(entry.at());
        row.setPersonId(entry.person());
        row.setPerson(entry.name());
        row.setRole(entry.role());
        row.setAction(entry.action());
        row.setSubjectKind(entry.subjectKind());
        row.setSubject(entry.subject());
        row.setBeforeChange(entry.before());
        row.setAfterChange(entry.after());
        row.setPreviousHash(entry.previousHash());
        row.setHash(entry.hash());
        in.insertInto(AUDIT_RECORD).set(row).execute();
    }

    /** Entries from a number on, oldest first. */
    public static List<AuditEntry> from(DSLContext in, long seq, int limit) {
        return in.selectFrom(AUDIT_RECORD)
                .where(AUDIT_RECORD.SEQ.ge(seq))
                .orderBy(AUDIT_RECORD.SEQ)
                .limit(limit)
                .fetch(AuditStore::entry);
    }

    /** Entries that a filter lets through, newest first. */
    public static List<AuditEntry> find(DSLContext in, AuditFilter filter, int offset, int limit) {
        return in.selectFrom(AUDIT_RECORD)
                .where(condition(filter))
                .orderBy(AUDIT_RECORD.SEQ.desc())
                .offset(offset)
                .limit(limit)
                .fetch(AuditStore::entry);
    }

    /** Kinds of things that entries are about. */
    public static List<String> subjectKinds(DSLContext in) {
        return in.selectDistinct(AUDIT_RECORD.SUBJECT_KIND)
                .from(AUDIT_RECORD)
                .orderBy(AUDIT_RECORD.SUBJECT_KIND)
                .fetch(AUDIT_RECORD.SUBJECT_KIND);
    }

    /** Entries that a filter lets through and that are older than one, newest first. */
    public static List<AuditEntry> before(DSLContext in, AuditFilter filter, long seq, int limit) {
        return in.selectFrom(AUDIT_RECORD)
                .where(condition(filter), AUDIT_RECORD.SEQ.lt(seq))
                .orderBy(AUDIT_RECORD.SEQ.desc())
                .limit(limit)
                .fetch(AuditStore::entry);
    }

    /** How many entries a filter lets through. */
    public static int count(DSLContext in, AuditFilter filter) {
        return in.fetchCount(AUDIT_RECORD, condition(filter));
    }

    private static Condition condition(AuditFilter filter) {
        Condition all = DSL.noCondition();
        if (filter.person() != null) {
            all = all.and(AUDIT_RECORD.PERSON_ID.eq(filter.person()));
        }
        if (filter.name() != null) {
            all = all.and(AUDIT_RECORD.PERSON.containsIgnoreCase(filter.name()));
        }
        if (filter.action() != null) {
            all = all.and(AUDIT_RECORD.ACTION.startsWith(filter.action()));
        }
        if (filter.subjectKind() != null) {
            all = all.and(AUDIT_RECORD.SUBJECT_KIND.eq(filter.subjectKind()));
        }
        if (filter.subject() != null) {
            all = all.and(AUDIT_RECORD.SUBJECT.eq(filter.subject()));
        }
        if (filter.from() != null) {
            all = all.and(AUDIT_RECORD.HAPPENED_AT.ge(filter.from()));
        }
        if (filter.to() != null) {
            all = all.and(AUDIT_RECORD.HAPPENED_AT.lt(filter.to()));
        }
        return all;
    }

    private static AuditEntry entry(Record record) {
        AuditRecordRecord row = record.into(AUDIT_RECORD);
        return new AuditEntry(
                Objects.requireNonNull(row.getSeq()),
                row.getHappenedAt(),
                row.getPersonId(),
                row.getPerson(),
                row.getRole(),
                row.getAction(),
                row.getSubjectKind(),
                row.getSubject(),
                row.getBeforeChange(),
                row.getAfterChange(),
                row.getPreviousHash(),
                row.getHash());
    }
}
