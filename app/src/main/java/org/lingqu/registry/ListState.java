package org.lingqu.registry;

/** How far an import of a list of enterprises is. */
public enum ListState {
    /** It is being looked at; nothing was changed. */
    LOOKING,
    /** It was looked at and waits for her. */
    LOOKED,
    /** It is being taken in. */
    TAKING,
    /** It was taken in. */
    TAKEN,
    /** It was taken in and is being undone. */
    UNDOING,
    /** It was taken in and undone. */
    UNDONE,
    /** She gave it up. */
    DISCARDED;

    /** Whether a job has it in hand; a job that still tidies up after that does not change what is seen. */
    public boolean isWorking() {
        return this == LOOKING || this == TAKING || this == UNDOING;
    }
}
