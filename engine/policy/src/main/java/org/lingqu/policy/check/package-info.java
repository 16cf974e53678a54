/** From policy files to checked policies, with every problem at once. Start reading at {@link org.lingqu.policy.check.PolicyReader}. */
@NullMarked
package org.lingqu.policy.check;

import org.jspecify.annotations.NullMarked;
