/**
 * The running application under load and under blows: what it has confirmed it keeps, and it answers in time. Start reading at
 * {@link org.lingqu.bench.app.Running}.
 */
@NullMarked
package org.lingqu.bench.app;

import org.jspecify.annotations.NullMarked;
