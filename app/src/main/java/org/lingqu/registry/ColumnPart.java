package org.lingqu.registry;

import org.lingqu.engine.policy.column.FirmColumns;

/**
 * Some thousand enterprises as policies see them, column by column.
 *
 * @param ids their numbers, ascending; not to be written to
 * @param revenue in 元 as lists show it, 0 where none is held; not to be written to
 * @param columns what is held about them, in the same order
 */
@SuppressWarnings("ArrayRecordComponent") // the arrays are the point; nobody compares these records
public record ColumnPart(long[] ids, double[] revenue, FirmColumns columns) {}
