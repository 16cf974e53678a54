package org.lingqu.policy.store;

import static org.lingqu.policy.store.db.Tables.POLICY_DECISION;
import static org.lingqu.policy.store.db.Tables.POLICY_DECISION_SEEN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.policy.kept.KeptDecision;
import org.lingqu.policy.store.db.tables.records.PolicyDecisionRecord;

/** Decisions over time, as rows. Every method works inside the transaction it is given. */
public final class KeptDecisionRows {

    private KeptDecisionRows() {}

    /** All of an enterprise, the oldest first. */
    public static List<KeptDecision> of(DSLContext in, long enterprise) {
        return in.selectFrom(POLICY_DECISION)
                .where(POLICY_DECISION.ENTERPRISE_ID.eq(enterprise))
                .orderBy(POLICY_DECISION.ID)
                .fetch(KeptDecisionRows::decision);
    }

    /** Adds some; their numbers are given by the database. */
    public static void insert(DSLContext in, List<KeptDecision> decisions) {
        in.batchInsert(decisions.stream()
                        .map(decision -> {
                            PolicyDecisionRecord row = in.newRecord(POLICY_DECISION);
                            row.setEnterpriseId(decision.enterprise());
                            row.setPolicy(decision.policy());
                            row.setVersion(decision.version());
                            row.setDecidedFor(decision.decidedFor().toString());
                            row.setVerdict(decision.verdict().name());
                            row.setEngine(decision.engine());
                            row.setUsed(decision.used());
                            row.setNotedAt(decision.notedAt());
                            return row;
                        })
                        .toList())
                .execute();
    }

    /** The newest number of an enterprise; 0 while nothing is kept. */
    public static long last(DSLContext in, long enterprise) {
        Long last = in.select(DSL.max(POLICY_DECISION.ID))
                .from(POLICY_DECISION)
                .where(POLICY_DECISION.ENTERPRISE_ID.eq(enterprise))
                .fetchOneInto(Long.class);
        return last == null ? 0 : last;
    }

    /** Up to which number somebody knows; 0 when she has never said. */
    public static long seen(DSLContext in, long enterprise, long person) {
        Long seen = in.select(POLICY_DECISION_SEEN.DECISION_ID)
                .from(POLICY_DECISION_SEEN)
                .where(POLICY_DECISION_SEEN.ENTERPRISE_ID.eq(enterprise), POLICY_DECISION_SEEN.PERSON_ID.eq(person))
                .fetchOne(POLICY_DECISION_SEEN.DECISION_ID);
        return seen == null ? 0 : seen;
    }

    /** From now on she knows up to a number. */
    public static void see(DSLContext in, long enterprise, long person, long decision, Instant now) {
        in.insertInto(
                        POLICY_DECISION_SEEN,
                        POLICY_DECISION_SEEN.ENTERPRISE_ID,
                        POLICY_DECISION_SEEN.PERSON_ID,
                        POLICY_DECISION_SEEN.DECISION_ID,
                        POLICY_DECISION_SEEN.SEEN_AT)
                .values(enterprise, person, decision, now)
                .onConflict(POLICY_DECISION_SEEN.ENTERPRISE_ID, POLICY_DECISION_SEEN.PERSON_ID)
                .doUpdate()
                .set(POLICY_DECISION_SEEN.DECISION_ID, decision)
                .set(POLICY_DECISION_SEEN.SEEN_AT, now)
                .execute();
    }

    private static KeptDecision decision(PolicyDecisionRecord row) {
        return new KeptDecision(
                Objects.requireNonNull(row.getId()),
                row.getEnterpriseId(),
                row.getPolicy(),
                row.getVersion(),
                LocalDate.parse(row.getDecidedFor()),
                Finding.Kind.valueOf(row.getVerdict()),
                row.getEngine(),
                row.getUsed(),
                row.getNotedAt());
    }
}
