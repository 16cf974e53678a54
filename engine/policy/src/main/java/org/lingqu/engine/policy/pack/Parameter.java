package org.lingqu.engine.policy.pack;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A figure that a place may set, or that we are unsure of.
 *
 * @param value the figure used; empty when nobody knows it yet, which makes what depends on it unknown
 */
public record Parameter(String id, String label, Optional<BigDecimal> value, Clause clause) {}
