/** When something was: dates and words for times, resolved against the dates of the page. Start reading at {@link org.lingqu.engine.text.statement.period.PeriodLexer}. */
@NullMarked
package org.lingqu.engine.text.statement.period;

import org.jspecify.annotations.NullMarked;
