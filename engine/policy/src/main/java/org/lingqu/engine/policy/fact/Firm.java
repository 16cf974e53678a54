package org.lingqu.engine.policy.fact;

/**
 * A firm, or for talent policies a person, that policies are applied to.
 *
 * @param id what the caller knows it by, usually the unified social credit code
 */
public record Firm(String id, String name, FirmFacts facts) {}
