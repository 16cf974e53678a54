/** The policies that this installation decides by: a folder of files, read once. Start reading at {@link org.lingqu.pack.InstalledPack}. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.lingqu.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
