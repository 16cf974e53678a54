/** The tables of the library. */
@NullMarked
package org.lingqu.library.store;

import org.jspecify.annotations.NullMarked;
