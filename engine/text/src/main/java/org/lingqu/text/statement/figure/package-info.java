/** Numbers with their units, as the words of a page give them. Start reading at {@link org.lingqu.text.statement.figure.FigureLexer}. */
@NullMarked
package org.lingqu.text.statement.figure;

import org.jspecify.annotations.NullMarked;
