/**
 * Where the application keeps what it must not lose: SQLite in a file, or PostgreSQL. Every module has tables of its own, behind
 * a store of its own; what they share is here. Start reading at {@link org.lingqu.database.Database}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.lingqu.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
