package org.lingqu.engine.policy.diff;

/**
 * One thing that differs.
 *
 * @param part what it is about, in Chinese (条件, 评分, 支持)
 * @param id the criterion, line or benefit; empty for the policy as a whole
 * @param before as the earlier version has it; empty if it had nothing
 * @param after as the later version has it; empty if it has nothing
 */
public record Difference(String part, String id, String before, String after) {}
