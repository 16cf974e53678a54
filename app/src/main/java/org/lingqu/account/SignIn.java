package org.lingqu.account;

import java.time.Instant;

/** What became of an attempt to sign in. */
public sealed interface SignIn {

    /** The password was right and the account is open. */
    record Done(Person person) implements SignIn {}

    /** The password was right; a code is asked for besides, see {@link SecondFactors#signIn}. */
    record NeedsCode(Person person) implements SignIn {}

    /** Wrong password, no such account or an account that was closed: which of them is not told. */
    record Refused() implements SignIn {}

    /**
     * Too many failures.
     *
     * @param until exclusive; tries before are not even looked at
     */
    record Locked(Instant until) implements SignIn {}
}
