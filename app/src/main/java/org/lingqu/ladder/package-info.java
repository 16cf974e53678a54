/** 梯度: the titles that enterprises climb, who holds which, who could, and whose title runs out. Start reading at {@link org.lingqu.ladder.Ladders}. */
@ApplicationModule(
        allowedDependencies = {"account", "audit", "database", "match", "pack", "policy", "registry", "sheet", "ui"})
@NullMarked
package org.lingqu.ladder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
