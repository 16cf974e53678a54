/** Lines are repaired, every repair recorded. Start reading at {@link org.lingqu.text.repair.Repairer}. */
@NullMarked
package org.lingqu.text.repair;

import org.jspecify.annotations.NullMarked;
