/** The whole of a data folder as one file, and back. Start reading at {@link org.lingqu.backup.Backup}. */
@ApplicationModule(allowedDependencies = {"audit", "database"})
@NullMarked
package org.lingqu.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
