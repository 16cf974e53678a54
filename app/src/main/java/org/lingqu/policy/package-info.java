/**
 * The policies in force against the enterprises that are held: who meets what, who misses one thing only, and what that is. Start
 * reading at {@link org.lingqu.policy.Opportunities}.
 */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "audit",
            "calendar",
            "database",
            "library",
            "match",
            "pack",
            "registry",
            "sheet",
            "ui",
            "whatif"
        })
@NullMarked
package org.lingqu.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
