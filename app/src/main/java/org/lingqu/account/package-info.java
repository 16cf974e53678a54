/**
 * People, their roles, signing in, and which route is open to whom. Start reading at {@link org.lingqu.account.Accounts}; what a
 * route says of itself is {@link org.lingqu.account.Access}.
 */
@ApplicationModule(allowedDependencies = "database")
@NullMarked
package org.lingqu.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
