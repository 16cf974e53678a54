package org.lingqu.policy.draft;

/** Why something is not done with a draft; said by {@code policy.draft.refusal.NAME}. */
public enum DraftRefusal {
    /** Somebody else did something with it first. */
    OVERTAKEN,
    /** It is not so far, or further. */
    WRONG_STATE,
    /** Who wrote any of it cannot approve it or send it back. */
    OWN_DRAFT,
    /** The text has problems, or brings problems elsewhere. */
    HAS_PROBLEMS,
    /** To send something back one says why. */
    WORDS_MISSING,
    WORDS_TOO_LONG,
    TEXT_TOO_LONG,
    /** The version has begun; to end it, a version that says so is published. */
    ALREADY_IN_FORCE,
    /** A later version of the policy was published since. */
    NOT_THE_LAST,
    /** It was withdrawn before. */
    ALREADY_WITHDRAWN
}
