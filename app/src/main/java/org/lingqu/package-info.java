/** The application: each package below is a module, named by what an officer calls it. */
@NullMarked
package org.lingqu;

import org.jspecify.annotations.NullMarked;
