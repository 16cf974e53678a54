/**
 * Pages for those who run Lingqu and those who look over their shoulder: accounts, the audit record; and everybody's own account.
 * Start reading at {@code web.AccountsController} and {@code web.AuditController}.
 */
@ApplicationModule(allowedDependencies = {"account", "audit", "job", "sheet", "ui"})
@NullMarked
package org.lingqu.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
