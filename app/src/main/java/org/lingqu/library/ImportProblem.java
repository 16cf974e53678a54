package org.lingqu.library;

import org.jspecify.annotations.Nullable;

/**
 * Why an import was not begun or went no further. Words stand under {@code library.import.problem.CODE}.
 *
 * @param value as seen; null where there is none to tell
 */
public record ImportProblem(Code code, @Nullable String value) {

    /** What can be wrong. */
    public enum Code {
        NO_FILES,
        NO_TEXT,
        ADDRESS_MALFORMED,
        FOLDER_MISSING,
        /** Not below a folder that {@code lingqu.import.folders} names. */
        FOLDER_NOT_ALLOWED,
        /** Fewer bytes free than sent. */
        DISK_FULL,
        /** Somebody has already taken it in, discarded it, or it is still being looked at. */
        NOT_NOW,
        NOTHING_WANTED
    }
}
