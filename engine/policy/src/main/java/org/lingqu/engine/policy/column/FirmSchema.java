package org.lingqu.engine.policy.column;

import java.util.Map;

/** Which columns there are and how large their figures can be: all that a plan has to know of firms before it sees them. */
public interface FirmSchema {

    /** Whether there is such a column. */
    boolean has(String column);

    /** The columns of figures. */
    Map<String, FigureRange> ranges();
}
