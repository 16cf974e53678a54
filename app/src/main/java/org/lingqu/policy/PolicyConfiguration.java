package org.lingqu.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.policy.inquiry.Inquiries;
import org.lingqu.policy.question.Questionnaire;
import org.lingqu.policy.question.Questions;
import org.lingqu.registry.EnterprisePart;
import org.lingqu.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What policies add to the menu and to the page of an enterprise. */
@Configuration(proxyBeanMethods = false)
final class PolicyConfiguration {

    @Bean
    NavEntry policyNav() {
        return new NavEntry(40, "policy.nav", "/policies", List.of());
    }

    @Bean
    EnterprisePart policiesOfEnterprise(Opportunities opportunities) {
        return (actor, enterprise) -> {
            Board board = opportunities.board();
            Set<Policy> held = board.held(enterprise.id());
            long met = board.standings(enterprise.id()).entrySet().stream()
                    .filter(each -> each.getValue() == Standing.MET && !held.contains(each.getKey()))
                    .count();
            return Optional.of(new EnterprisePart.Link(
                    "policy.of-enterprise", "/enterprises/" + enterprise.id() + "/policies", (int) met));
        };
    }

    @Bean
    EnterprisePart inquiriesToEnterprise(Inquiries inquiries) {
        return (actor, enterprise) -> {
            int waiting = inquiries.waiting(enterprise).size();
            return waiting == 0
                    ? Optional.empty()
                    : Optional.of(new EnterprisePart.Link(
                            actor.is(Role.ENTERPRISE) ? "inquiry.link-own" : "inquiry.link",
                            "/enterprises/" + enterprise.id() + "/questions",
                            waiting));
        };
    }

    @Bean
    EnterprisePart questionsToEnterprise(Questions questions) {
        return (actor, enterprise) -> {
            Questionnaire asked = questions.of(actor, enterprise);
            int count = asked.asked().size()
                    + (actor.is(Role.OFFICER) ? asked.items().size() : 0);
            return count == 0
                    ? Optional.empty()
                    : Optional.of(new EnterprisePart.Link(
                            "question.link", "/enterprises/" + enterprise.id() + "/questions", count));
        };
    }
}
