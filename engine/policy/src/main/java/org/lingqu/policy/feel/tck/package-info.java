/**
 * Runs the public DMN Technology Compatibility Kit (dmn-tck/tck) from a folder. Start reading at
 * {@link org.lingqu.policy.feel.tck.TckRunner}.
 */
@NullMarked
package org.lingqu.policy.feel.tck;

import org.jspecify.annotations.NullMarked;
