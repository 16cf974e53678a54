package org.lingqu.library;

/** Something derived from the pages that can be made again from them; it is told of changes once they are safe. */
public interface LibraryIndex {

    /** Pages have changed; which ones, the numbers of their changes tell. Returns at once. */
    void changed();

    /** Waits until everything that is safe in the database can be found. */
    void catchUp();

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
