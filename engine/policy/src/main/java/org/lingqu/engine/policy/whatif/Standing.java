package org.lingqu.engine.policy.whatif;

/**
 * How firms stand with one version of a policy.
 *
 * @param met firms that get it
 * @param open firms for which facts or somebody's confirmation are missing
 * @param notMet firms that do not get it, those included for whom it is not meant
 * @param least 元, certain for those that get it
 * @param most 元, if all that are open got it too and had the most; {@code unbounded} firms left out
 * @param unbounded firms that get it or may, and whose amount nothing bounds
 */
public record Standing(long met, long open, long notMet, double least, double most, long unbounded) {}
