package org.lingqu.engine.policy.pack;

/**
 * The title that a policy grants.
 *
 * @param months how long it is valid; 0 when it does not expire
 */
public record Grant(String title, int months, Clause clause) {}
