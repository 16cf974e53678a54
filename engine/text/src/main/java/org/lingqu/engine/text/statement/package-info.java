/** The body becomes statements: what a page says that has a figure, a share, a growth or a rank. Start reading at {@link org.lingqu.engine.text.statement.StatementReader}. */
@NullMarked
package org.lingqu.engine.text.statement;

import org.jspecify.annotations.NullMarked;
