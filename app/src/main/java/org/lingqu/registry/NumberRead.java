package org.lingqu.registry;

import org.jspecify.annotations.Nullable;

/** What became of a number by which one of a kind is known. */
sealed interface NumberRead {

    /**
     * It is one.
     *
     * @param number in the one spelling under which it is kept
     * @param remark what could not be checked; null where everything was
     */
    record Sound(String number, @Nullable Wrong remark) implements NumberRead {}

    /**
     * It is none, and is not used.
     *
     * @param code stable, upper case
     */
    record Wrong(String code, Advice advice) implements NumberRead {
        Wrong(String code, String chinese, String english) {
            this(code, new Advice(chinese, english));
        }
    }
}
