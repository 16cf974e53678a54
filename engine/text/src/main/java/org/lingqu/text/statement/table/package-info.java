/** Tables become statements, also those flattened to one cell a line. Start reading at {@link org.lingqu.text.statement.table.Tables}. */
@NullMarked
package org.lingqu.text.statement.table;

import org.jspecify.annotations.NullMarked;
