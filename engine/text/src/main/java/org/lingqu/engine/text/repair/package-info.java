/** Lines are repaired, every repair recorded. Start reading at {@link org.lingqu.engine.text.repair.Repairer}. */
@NullMarked
package org.lingqu.engine.text.repair;

import org.jspecify.annotations.NullMarked;
