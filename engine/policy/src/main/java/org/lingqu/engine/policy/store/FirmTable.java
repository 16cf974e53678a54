package org.lingqu.engine.policy.store;

import java.util.List;
import org.lingqu.engine.policy.column.FirmColumns;

/**
 * A region's firms as read from a file.
 *
 * @param ids what the firms are known by, in the order of the rows
 * @param left columns and cells of the file that were not taken, each with the reason
 */
public record FirmTable(List<String> ids, FirmColumns columns, List<LeftOut> left) {}
