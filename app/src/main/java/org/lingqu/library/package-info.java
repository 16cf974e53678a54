/**
 * The evidence base: pages as they came, what was read from them, what officers say of it. Start reading at
 * {@link org.lingqu.library.Library}.
 */
@ApplicationModule(allowedDependencies = {"account", "audit", "database", "job", "ui", "sheet", "report"})
@NullMarked
package org.lingqu.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
