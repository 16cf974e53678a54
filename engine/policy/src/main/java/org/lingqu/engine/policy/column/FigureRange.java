package org.lingqu.engine.policy.column;

/**
 * How large the stored integers of a column can be; from this a plan proves which comparisons are exact in doubles.
 *
 * @param scale decimal places of the column
 * @param greatest no stored value is larger in size
 */
public record FigureRange(int scale, double greatest) {}
