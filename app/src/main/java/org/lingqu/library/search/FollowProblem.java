package org.lingqu.library.search;

/** Why a search was not followed or renamed; words stand under {@code follow.problem.NAME}. */
public enum FollowProblem {
    /** It needs a name. */
    NAME_MISSING,
    /** A name has at most {@value Follows#LONGEST_NAME} characters. */
    NAME_TOO_LONG,
    /** Nothing is searched for. */
    EMPTY,
    /** Longer than can be kept. */
    TOO_LONG,
    /** Somebody follows at most {@value Follows#MOST} searches. */
    TOO_MANY
}
