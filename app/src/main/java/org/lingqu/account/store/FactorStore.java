package org.lingqu.account.store;

import static org.lingqu.account.store.db.Tables.ACCOUNT_RECOVERY_CODE;
import static org.lingqu.account.store.db.Tables.ACCOUNT_SECOND_FACTOR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Rows of {@code account_second_factor} and {@code account_recovery_code}. Every method works inside the transaction it is given. */
public final class FactorStore {

    /**
     * A second factor.
     *
     * @param secret base32
     * @param lastStep of the last code that was taken
     */
    public record Factor(String secret, boolean confirmed, long lastStep) {}

    private FactorStore() {}

    /** Of a person. */
    public static Optional<Factor> of(DSLContext in, long person) {
        return in.selectFrom(ACCOUNT_SECOND_FACTOR)
                .where(ACCOUNT_SECOND_FACTOR.PERSON_ID.eq(person))
                .fetchOptional()
                .map(row -> new Factor(row.getSecret(), row.getConfirmed(), row.getLastStep()));
    }

    /** Whether signing in asks for a code. */
    public static boolean isSet(DSLContext in, long person) {
        return of(in, person).filter(Factor::confirmed).isPresent();
    }

    /** Keeps a secret whose first code is still to come. */
    public static void begin(DSLContext in, long person, String secret, Instant now) {
        in.deleteFrom(ACCOUNT_SECOND_FACTOR)
                .where(ACCOUNT_SECOND_FACTOR.PERSON_ID.eq(person))
                .execute();
        var row = in.newRecord(ACCOUNT_SECOND_FACTOR);
        row.setPersonId(person);
        row.setSecret(secret);
        row.setConfirmed(false);
        row.setLastStep(0L);
        row.setSetAt(now);
        row.insert();
    }

    /**
     * Takes a code, if no later one has been taken.
     *
     * @return whether this was the first to take it
     */
    public static boolean take(DSLContext in, long person, long step) {
        return in.update(ACCOUNT_SECOND_FACTOR)
                        .set(ACCOUNT_SECOND_FACTOR.CONFIRMED, true)
                        .set(ACCOUNT_SECOND_FACTOR.LAST_STEP, step)
                        .where(ACCOUNT_SECOND_FACTOR.PERSON_ID.eq(person), ACCOUNT_SECOND_FACTOR.LAST_STEP.lt(step))
                        .execute()
                == 1;
    }

    /** Puts these in the place of all there were. */
    public static void recoveryCodes(DSLContext in, long person, List<String> hashes) {
        in.deleteFrom(ACCOUNT_RECOVERY_CODE)
                .where(ACCOUNT_RECOVERY_CODE.PERSON_ID.eq(person))
                .execute();
        for (String hash : hashes) {
            var row = in.newRecord(ACCOUNT_RECOVERY_CODE);
            row.setPersonId(person);
            row.setHash(hash);
            row.store();
        }
    }

    /** @return whether it was there and not used */
    public static boolean useRecoveryCode(DSLContext in, long person, String hash, Instant now) {
        return in.update(ACCOUNT_RECOVERY_CODE)
                        .set(ACCOUNT_RECOVERY_CODE.USED_AT, now)
                        .where(
                                ACCOUNT_RECOVERY_CODE.PERSON_ID.eq(person),
                                ACCOUNT_RECOVERY_CODE.HASH.eq(hash),
                                ACCOUNT_RECOVERY_CODE.USED_AT.isNull())
                        .execute()
                == 1;
    }

    /** How many are left. */
    public static int recoveryCodesLeft(DSLContext in, long person) {
        return in.fetchCount(
                ACCOUNT_RECOVERY_CODE,
                ACCOUNT_RECOVERY_CODE.PERSON_ID.eq(person).and(ACCOUNT_RECOVERY_CODE.USED_AT.isNull()));
    }

    /** Forgets everything. @return whether there was something */
    public static boolean remove(DSLContext in, long person) {
        in.deleteFrom(ACCOUNT_RECOVERY_CODE)
                .where(ACCOUNT_RECOVERY_CODE.PERSON_ID.eq(person))
                .execute();
        return in.deleteFrom(ACCOUNT_SECOND_FACTOR)
                        .where(ACCOUNT_SECOND_FACTOR.PERSON_ID.eq(person))
                        .execute()
                > 0;
    }
}
