package org.lingqu.engine.policy.column;

import java.util.Collection;

/** Where a plan gets firms from: columns on the heap ({@link FirmColumns}) or mapped from a file. Safe for several threads. */
public interface FirmSource extends FirmSchema {

    /** How many firms there are. */
    int count();

    /**
     * One thread's view.
     *
     * @param columns those that will be looked at; there are such
     */
    Window window(Collection<String> columns);

    /** Some firms at a time: at least the {@link Rows#BATCH} from where it was last moved to. */
    interface Window {

        /** Columns as far as they can be seen through the window; the same object however often it is moved. */
        FirmColumns columns();

        /**
         * Moves on.
         *
         * @param first number of a firm, a multiple of {@link Rows#BATCH}
         * @return the row that this firm has in {@link #columns()}
         */
        int moveTo(int first);
    }
}
