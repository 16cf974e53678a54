package org.lingqu.policy.draft;

import java.time.Instant;

/**
 * What somebody did with a draft.
 *
 * @param revision the newest revision then
 * @param words what she said to it; may be empty
 */
public record DraftStep(Kind kind, int revision, String words, long person, String personName, Instant takenAt) {

    /** What it was. */
    public enum Kind {
        SUBMIT,
        TAKE_BACK,
        SEND_BACK,
        APPROVE,
        PUBLISH,
        DISCARD
    }
}
