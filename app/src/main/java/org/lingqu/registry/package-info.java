/** Firms as officers list them. Start reading at {@link org.lingqu.registry.FirmSheet}. */
@NullMarked
package org.lingqu.registry;

import org.jspecify.annotations.NullMarked;
