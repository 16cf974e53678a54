/**
 * Runs the public DMN Technology Compatibility Kit (dmn-tck/tck) from a folder. Start reading at
 * {@link org.lingqu.engine.policy.feel.tck.TckRunner}.
 */
@NullMarked
package org.lingqu.engine.policy.feel.tck;

import org.jspecify.annotations.NullMarked;
