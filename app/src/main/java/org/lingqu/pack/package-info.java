/** The policies that this installation decides by: a folder of files, and what was published here over it. Start reading at {@link org.lingqu.pack.InstalledPack}. */
@ApplicationModule(allowedDependencies = "database")
@NullMarked
package org.lingqu.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
