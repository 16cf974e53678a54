package org.lingqu.demo;

import java.time.LocalDate;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Supplier;

/**
 * A value as somebody states it of a firm.
 *
 * @param year a calendar year, or {@link org.lingqu.engine.policy.fact.FactRef#NO_YEAR}
 * @param supplier who says so
 * @param day when it was said
 */
public record MadeValue(String fact, int year, FactValue value, Supplier supplier, LocalDate day) {}
