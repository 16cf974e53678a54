package org.lingqu.policy.store;

import static org.lingqu.policy.store.db.Tables.POLICY_DRAFT;
import static org.lingqu.policy.store.db.Tables.POLICY_REVISION;
import static org.lingqu.policy.store.db.Tables.POLICY_STEP;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.lingqu.policy.draft.Draft;
import org.lingqu.policy.draft.DraftState;
import org.lingqu.policy.draft.DraftStep;
import org.lingqu.policy.draft.Revision;
import org.lingqu.policy.store.db.tables.records.PolicyDraftRecord;
import org.lingqu.policy.store.db.tables.records.PolicyRevisionRecord;
import org.lingqu.policy.store.db.tables.records.PolicyStepRecord;

/** Drafts of policies as rows. Every method works inside the transaction it is given. */
public final class DraftRows {

    private DraftRows() {}

    /** Those under way, or all; the one changed last first. */
    public static List<Draft> all(DSLContext in, boolean alsoOver, int most) {
        var over = List.of(DraftState.PUBLISHED.name(), DraftState.DISCARDED.name());
        return in.selectFrom(POLICY_DRAFT)
                .where(alsoOver ? POLICY_DRAFT.STATE.in(over) : POLICY_DRAFT.STATE.notIn(over))
                .orderBy(POLICY_DRAFT.UPDATED_AT.desc(), POLICY_DRAFT.ID.desc())
                .limit(most)
                .fetch(DraftRows::draft);
    }

    /** Those of a policy that are under way. */
    public static List<Draft> of(DSLContext in, String policy) {
        return all(in, false, Integer.MAX_VALUE).stream()
                .filter(draft -> draft.policy().equals(policy))
                .toList();
    }

    /** By number. */
    public static Optional<Draft> byId(DSLContext in, long id) {
        return in.selectFrom(POLICY_DRAFT).where(POLICY_DRAFT.ID.eq(id)).fetchOptional(DraftRows::draft);
    }

    /** By number, as nobody else can change it until this transaction is over. */
    public static Optional<Draft> locked(DSLContext in, long id) {
        in.update(POLICY_DRAFT)
                .set(POLICY_DRAFT.ROW_VERSION, POLICY_DRAFT.ROW_VERSION)
                .where(POLICY_DRAFT.ID.eq(id))
                .execute();
        return byId(in, id);
    }

    /** Begins one, without a revision yet. */
    public static long insert(DSLContext in, long person, String personName, Instant now) {
        PolicyDraftRecord row = in.newRecord(POLICY_DRAFT);
        row.setPolicy("");
        row.setTitle("");
        row.setVersion("");
        row.setState(DraftState.EDITING.name());
        row.setRevision(0);
        row.setAuthorId(person);
        row.setAuthor(personName);
        row.setCreatedAt(now);
        row.setUpdatedAt(now);
        row.setRowVersion(0);
        row.store();
        return Objects.requireNonNull(row.getId());
    }

    /** Keeps another revision. */
    public static void add(DSLContext in, Revision revision) {
        PolicyRevisionRecord row = in.newRecord(POLICY_REVISION);
        row.setDraftId(revision.draft());
        row.setNumber(revision.number());
        row.setText(revision.text());
        row.setSha256(revision.sha256());
        row.setNote(revision.note());
        row.setPersonId(revision.person());
        row.setPerson(revision.personName());
        row.setSavedAt(revision.savedAt());
        row.insert();
    }

    /**
     * Notes how far a draft is.
     *
     * @param seen the row version it had
     * @return whether it still had it
     */
    public static boolean update(DSLContext in, Draft draft, int seen) {
        return in.update(POLICY_DRAFT)
                        .set(POLICY_DRAFT.POLICY, draft.policy())
                        .set(POLICY_DRAFT.TITLE, draft.title())
                        .set(POLICY_DRAFT.VERSION, draft.version())
                        .set(POLICY_DRAFT.STATE, draft.state().name())
                        .set(POLICY_DRAFT.REVISION, draft.revision())
                        .set(POLICY_DRAFT.UPDATED_AT, draft.updatedAt())
                        .set(POLICY_DRAFT.ROW_VERSION, seen + 1)
                        .where(POLICY_DRAFT.ID.eq(draft.id()), POLICY_DRAFT.ROW_VERSION.eq(seen))
                        .execute()
                == 1;
    }

    /** One revision. */
    public static Optional<Revision> revision(DSLContext in, long draft, int number) {
        return in.selectFrom(POLICY_REVISION)
                .where(POLICY_REVISION.DRAFT_ID.eq(draft), POLICY_REVISION.NUMBER.eq(number))
                .fetchOptional(DraftRows::revision);
    }

    /** All revisions, the newest first. */
    public static List<Revision> revisions(DSLContext in, long draft) {
        return in.selectFrom(POLICY_REVISION)
                .where(POLICY_REVISION.DRAFT_ID.eq(draft))
                .orderBy(POLICY_REVISION.NUMBER.desc())
                .fetch(DraftRows::revision);
    }

    /** Whether somebody wrote any of it. */
    public static boolean wrote(DSLContext in, long draft, long person) {
        return in.fetchExists(
                POLICY_REVISION, POLICY_REVISION.DRAFT_ID.eq(draft).and(POLICY_REVISION.PERSON_ID.eq(person)));
    }

    /** Notes what somebody did. */
    public static void add(DSLContext in, long draft, DraftStep step) {
        PolicyStepRecord row = in.newRecord(POLICY_STEP);
        row.setDraftId(draft);
        row.setRevision(step.revision());
        row.setKind(step.kind().name());
        row.setWords(step.words());
        row.setPersonId(step.person());
        row.setPerson(step.personName());
        row.setTakenAt(step.takenAt());
        row.insert();
    }

    /** What was done, the newest first. */
    public static List<DraftStep> steps(DSLContext in, long draft) {
        return in.selectFrom(POLICY_STEP)
                .where(POLICY_STEP.DRAFT_ID.eq(draft))
                .orderBy(POLICY_STEP.ID.desc())
                .fetch(row -> new DraftStep(
                        DraftStep.Kind.valueOf(row.getKind()),
                        row.getRevision(),
                        row.getWords(),
                        row.getPersonId(),
                        row.getPerson(),
                        row.getTakenAt()));
    }

    private static Draft draft(PolicyDraftRecord row) {
        return new Draft(
                Objects.requireNonNull(row.getId()),
                row.getPolicy(),
                row.getTitle(),
                row.getVersion(),
                DraftState.valueOf(row.getState()),
                row.getRevision(),
                row.getAuthorId(),
                row.getAuthor(),
                row.getCreatedAt(),
                row.getUpdatedAt(),
                row.getRowVersion());
    }

    private static Revision revision(PolicyRevisionRecord row) {
        return new Revision(
                row.getDraftId(),
                row.getNumber(),
                row.getText(),
                row.getSha256(),
                row.getNote(),
                row.getPersonId(),
                row.getPerson(),
                row.getSavedAt());
    }
}
