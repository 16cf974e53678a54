package org.lingqu.job;

import java.time.Instant;

/**
 * A line of a run's log.
 *
 * @param serious whether a person should look at it
 */
public record JobLine(Instant at, boolean serious, String text) {}
