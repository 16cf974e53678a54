package org.lingqu.account;

import org.jspecify.annotations.Nullable;

/**
 * Why an account was not made or changed as asked.
 *
 * @param code stable
 * @param field of the form: login, name, role, password
 * @param value as seen; null for passwords
 */
public record AccountProblem(
        Code code, String field, @Nullable String value) {

    /** What can be wrong. Words for each stand in the word files under {@code account.problem.CODE}. */
    public enum Code {
        LOGIN_MISSING,
        /** Letters a–z, digits, dot, hyphen and underscore, 2 to 64 of them. */
        LOGIN_MALFORMED,
        LOGIN_TAKEN,
        NAME_MISSING,
        NAME_TOO_LONG,
        ROLE_UNKNOWN,
        /** At least {@link PasswordRule#SHORTEST} characters. */
        PASSWORD_TOO_SHORT,
        PASSWORD_TOO_LONG,
        /** Among the most used, or the login or name itself. */
        PASSWORD_TOO_COMMON,
        PASSWORD_NOT_REPEATED,
        PASSWORD_WRONG,
        /** Nobody closes or demotes the last administrator. */
        LAST_ADMINISTRATOR,
        /** Somebody else changed the account in the meantime. */
        CHANGED_MEANWHILE
    }
}
