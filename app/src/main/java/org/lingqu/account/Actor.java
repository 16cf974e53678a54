package org.lingqu.account;

import org.jspecify.annotations.Nullable;

/**
 * Who does something. Controllers take one as an argument.
 *
 * @param person null for visitors and for Lingqu itself
 * @param name as shown beside what was done
 */
public record Actor(@Nullable Long person, String name, Role role) {

    /** Somebody who has not signed in. */
    public static final Actor VISITOR = new Actor(null, "访客", Role.VISITOR);

    /** Lingqu itself: a job that nobody asked for, a command on the server. */
    public static final Actor SYSTEM = new Actor(null, "系统", Role.SYSTEM);

    /** Whether it is one of these. */
    public boolean is(Role... roles) {
        for (Role each : roles) {
            if (each == role) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is somebody with an account. */
    public boolean isSignedIn() {
        return person != null;
    }

    /** @throws IllegalStateException when nobody has signed in; such a route must not be open to visitors */
    public long requirePerson() {
        if (person == null) {
            throw new IllegalStateException("nobody has signed in");
        }
        return person;
    }
}
