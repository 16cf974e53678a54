/**
 * Policies as decision models in DMN 1.5 that other engines load. FEEL takes {@code null = null} for true and turns errors into
 * null, so every test says itself when it is unknown. Start reading at {@link org.lingqu.engine.policy.dmn.DmnExport}.
 */
@NullMarked
package org.lingqu.engine.policy.dmn;

import org.jspecify.annotations.NullMarked;
