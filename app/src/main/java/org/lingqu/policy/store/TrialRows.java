package org.lingqu.policy.store;

import static org.lingqu.policy.store.db.Tables.POLICY_TRIAL;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.lingqu.policy.store.db.tables.records.PolicyTrialRecord;
import org.lingqu.policy.trial.SavedTrial;

/** What-ifs that are kept, as rows. Every method works inside the transaction it is given. */
public final class TrialRows {

    private TrialRows() {}

    /** Those of a policy, the newest first. */
    public static List<SavedTrial> of(DSLContext in, String policy) {
        return in.selectFrom(POLICY_TRIAL)
                .where(POLICY_TRIAL.POLICY.eq(policy))
                .orderBy(POLICY_TRIAL.ID.desc())
                .fetch(TrialRows::trial);
    }

    /** One of a policy. */
    public static Optional<SavedTrial> byId(DSLContext in, String policy, long id) {
        return in.selectFrom(POLICY_TRIAL)
                .where(POLICY_TRIAL.ID.eq(id), POLICY_TRIAL.POLICY.eq(policy))
                .fetchOptional(TrialRows::trial);
    }

    /** How many a policy has. */
    public static int count(DSLContext in, String policy) {
        return in.fetchCount(POLICY_TRIAL, POLICY_TRIAL.POLICY.eq(policy));
    }

    /** Adds one. */
    public static void insert(
            DSLContext in, String policy, String name, String query, long person, String personName, Instant now) {
        PolicyTrialRecord row = in.newRecord(POLICY_TRIAL);
        row.setPolicy(policy);
        row.setName(name);
        row.setQuery(query);
        row.setPersonId(person);
        row.setPerson(personName);
        row.setCreatedAt(now);
        row.store();
    }

    /** Removes one. */
    public static void remove(DSLContext in, long id) {
        in.deleteFrom(POLICY_TRIAL).where(POLICY_TRIAL.ID.eq(id)).execute();
    }

    private static SavedTrial trial(PolicyTrialRecord row) {
        return new SavedTrial(
                Objects.requireNonNull(row.getId()),
                row.getPolicy(),
                row.getName(),
                row.getQuery(),
                row.getPersonId(),
                row.getPerson(),
                row.getCreatedAt());
    }
}
