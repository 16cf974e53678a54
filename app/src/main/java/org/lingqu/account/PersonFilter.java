package org.lingqu.account;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts are asked for; empty and null let everything through. It stands in the address as it is here.
 *
 * @param text part of the login, the name or the organisation
 */
public record PersonFilter(
        String text, @Nullable Role role, @Nullable State state) {

    /** Everybody. */
    public static final PersonFilter ALL = new PersonFilter("", null, null);

    /** What an account can be. */
    public enum State {
        /** Can sign in. */
        OPEN,
        /** Too many failures, for a while. */
        LOCKED,
        /** Was closed by an administrator. */
        CLOSED
    }

    /** From the parameters of an address; what is no value of a choice lets everything through. */
    public static PersonFilter of(Map<String, String> parameters) {
        return new PersonFilter(
                parameters.getOrDefault("text", "").strip(),
                choice(Role.values(), parameters.getOrDefault("role", "")),
                choice(State.values(), parameters.getOrDefault("state", "")));
    }

    private static <E extends Enum<E>> @Nullable E choice(E[] values, String asked) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(asked))
                .findAny()
                .orElse(null);
    }

    /** Whether it lets everything through. */
    public boolean isEmpty() {
        return equals(ALL);
    }
}
