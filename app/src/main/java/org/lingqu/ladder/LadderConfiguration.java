package org.lingqu.ladder;

import java.util.List;
import org.lingqu.account.Role;
import org.lingqu.policy.Standing;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseSteps;
import org.lingqu.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What ladders add to the menu. */
@Configuration(proxyBeanMethods = false)
final class LadderConfiguration {

    @Bean
    EnterpriseSteps stepsOfEnterprise(Ladders ladders) {
        return (enterprise, file) -> ladders.rungs(enterprise, file).stream()
                .map(rung -> line(enterprise, rung))
                .toList();
    }

    private static EnterpriseSteps.Line line(Enterprise enterprise, EnterpriseRung rung) {
        return new EnterpriseSteps.Line(
                rung.ladder().name(),
                rung.ladder().english(),
                rung.held().map(Ladder.Rung::title).orElse(null),
                rung.next().map(Ladder.Rung::title).orElse(null),
                rung.standing().map(standing -> "policy.standing." + standing).orElse(null),
                rung.standing().filter(Standing.MET::equals).isPresent() ? "state-done" : "",
                rung.standing()
                        .flatMap(standing -> rung.next())
                        .map(next -> "/enterprises/" + enterprise.id() + "/policies/" + next.policy())
                        .orElse(null));
    }

    @Bean
    NavEntry ladderNav() {
        return new NavEntry(
                45, "ladder.nav", "/ladder", List.of(Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR));
    }
}
