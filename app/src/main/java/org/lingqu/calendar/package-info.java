/**
 * 日历: when policies open, close, begin and end, when titles expire, how many working days are left, and reminders of it. Start
 * reading at {@link org.lingqu.calendar.Deadlines}.
 */
@ApplicationModule(allowedDependencies = {"account", "audit", "database", "pack", "registry", "ui"})
@NullMarked
package org.lingqu.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
