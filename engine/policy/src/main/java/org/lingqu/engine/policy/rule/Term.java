package org.lingqu.engine.policy.rule;

/** A node of the tree: a {@link Condition}, a {@link NumberTerm}, a {@link DateTerm} or a {@link RangeTerm}. */
public sealed interface Term permits Condition, NumberTerm, DateTerm, RangeTerm {}
