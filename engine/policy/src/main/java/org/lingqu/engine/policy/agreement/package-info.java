/**
 * Random rules over random firms, decided twice: by the interpreter and in columns. Every difference is a fault. Start reading
 * at {@link org.lingqu.engine.policy.agreement.Agreement}.
 */
@NullMarked
package org.lingqu.engine.policy.agreement;

import org.jspecify.annotations.NullMarked;
