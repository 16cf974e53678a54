/**
 * What a checked policy computes: one typed tree that the explaining interpreter and the columnar evaluator both execute.
 * Nodes are records, so equal sub-expressions are equal values; places in files are kept elsewhere.
 * Start reading at {@link org.lingqu.engine.policy.rule.Condition}.
 */
@NullMarked
package org.lingqu.engine.policy.rule;

import org.jspecify.annotations.NullMarked;
