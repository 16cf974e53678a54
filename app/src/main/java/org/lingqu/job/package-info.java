/**
 * Long work in the background, with progress, cancel and a log; what a crash interrupts is taken up again. Start reading at
 * {@link org.lingqu.job.Jobs}; a module that has such work offers a {@link org.lingqu.job.JobKind}.
 */
@ApplicationModule(allowedDependencies = {"account", "audit", "database", "ui"})
@NullMarked
package org.lingqu.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
