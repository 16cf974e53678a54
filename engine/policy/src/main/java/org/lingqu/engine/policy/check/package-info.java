/** From policy files to checked policies, with every problem at once. Start reading at {@link org.lingqu.engine.policy.check.PolicyReader}. */
@NullMarked
package org.lingqu.engine.policy.check;

import org.jspecify.annotations.NullMarked;
