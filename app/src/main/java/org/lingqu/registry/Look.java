package org.lingqu.registry;

import java.time.Instant;
import org.lingqu.account.Role;

/**
 * That somebody opened the file of an enterprise, the first time that day.
 *
 * @param person her name then
 */
public record Look(long personId, String person, Role role, Instant at) {}
