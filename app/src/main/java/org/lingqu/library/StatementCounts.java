package org.lingqu.library;

import java.util.Optional;

/**
 * How many statements a filter lets through.
 *
 * @param count {@link Statements#MOST} + 1 when there are more than that
 * @param facets how many each further choice would leave; empty when there are too many to count, or to look through for words
 */
public record StatementCounts(int count, Optional<Facets> facets) {}
