/** Tables of the calendar. */
@NullMarked
package org.lingqu.calendar.store;

import org.jspecify.annotations.NullMarked;
