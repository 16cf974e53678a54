/** The page of the calendar. */
@NullMarked
package org.lingqu.calendar.web;

import org.jspecify.annotations.NullMarked;
