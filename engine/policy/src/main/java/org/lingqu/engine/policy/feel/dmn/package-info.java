/**
 * Decision models in DMN 1.1 to 1.5 files: read, and evaluated by the letter of the standard. Start reading at
 * {@link org.lingqu.engine.policy.feel.dmn.Model}.
 */
@NullMarked
package org.lingqu.engine.policy.feel.dmn;

import org.jspecify.annotations.NullMarked;
