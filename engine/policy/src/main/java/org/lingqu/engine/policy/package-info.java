/** A policy becomes a checked file; for every firm it answers yes, no, unknown or ask somebody, and says why. */
@NullMarked
package org.lingqu.engine.policy;

import org.jspecify.annotations.NullMarked;
