/**
 * Random rules over random firms, decided twice: by the interpreter and in columns. Every difference is a fault. Start reading
 * at {@link org.lingqu.policy.agreement.Agreement}.
 */
@NullMarked
package org.lingqu.policy.agreement;

import org.jspecify.annotations.NullMarked;
