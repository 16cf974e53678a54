package org.lingqu.library;

import java.util.List;

/** Something derived from the pages that can be made again from them; it is told of changes once they are safe. */
public interface LibraryIndex {

    /** Pages are new, have another content or another visibility. */
    void changed(List<Long> pages);

    /**
     * Makes everything again, from all pages.
     *
     * @param progress told how far it is; what it throws ends the work
     */
    void rebuild(Progress progress);

    /** How far long work is. */
    interface Progress {
        /** So many steps of so many are done. */
        void step(long done, long total, String message);
    }
}
