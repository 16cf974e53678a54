/**
 * Enterprises: what is held about each, who said it and when. {@link org.lingqu.registry.FirmSheet} reads the lists that officers
 * keep; start reading at {@link org.lingqu.registry.Enterprises}.
 */
@ApplicationModule(allowedDependencies = {"account", "audit", "database", "job", "pack", "sheet", "ui"})
@NullMarked
package org.lingqu.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
