package org.lingqu.engine.policy.pack;

import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * When to apply.
 *
 * @param opens first day of every year's window, null when there is none or it differs by place
 * @param closes last day, inclusive
 * @param note what a firm has to know
 */
public record Window(@Nullable MonthDay opens, @Nullable MonthDay closes, String note) {}
