/** Numbers with their units, as the words of a page give them. Start reading at {@link org.lingqu.engine.text.statement.figure.FigureLexer}. */
@NullMarked
package org.lingqu.engine.text.statement.figure;

import org.jspecify.annotations.NullMarked;
