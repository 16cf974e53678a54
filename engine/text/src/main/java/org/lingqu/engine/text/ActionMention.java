package org.lingqu.engine.text;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did, does or means to do.
 *
 * @param actor null when the text leaves it open
 * @param verb 出台、印发、建设、引进 …
 * @param date in the form of {@link Statement#period()}, or null
 */
public record ActionMention(
        @Nullable String actor,
        String verb,
        String object,
        Status status,
        @Nullable String date,
        Span span) {

    /** How far it has come. */
    public enum Status {
        DONE,
        DOING,
        PLANNED
    }
}
