/**
 * The record of who did what: only ever added to, each entry chained to the one before by its hash. Start reading at
 * {@link org.lingqu.audit.AuditLog}.
 */
@ApplicationModule(allowedDependencies = {"account", "database"})
@NullMarked
package org.lingqu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
