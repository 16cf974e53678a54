package org.lingqu.match;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.FirmDay;
import org.lingqu.engine.policy.decision.GrantFinding;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.explain.Phrases;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.gap.Change;
import org.lingqu.engine.policy.gap.Changes;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;
import org.lingqu.engine.policy.rule.Truth;

/** What policies would bring firms, and which others their titles open. Safe for use by many threads. */
final class Openings {

    private final Interpreter interpreter;
    private final List<Policy> inForce;
    private final Map<String, List<Policy>> asking = new ConcurrentHashMap<>();

    /** @param inForce among which policies are looked for that ask for a title; empty for none */
    Openings(Interpreter interpreter, Collection<Policy> inForce) {
        this.interpreter = interpreter;
        this.inForce = List.copyOf(inForce);
    }

    Worth worth(Decision decision, FirmDay day) {
        if (decision.outcome() instanceof Finding.NotApplicable) {
            return Worth.NONE;
        }
        List<String> titles = decision.grants().stream()
                .filter(grant -> isOpen(grant, day))
                .map(grant -> grant.grant().title())
                .distinct()
                .toList();
        return new Worth(
                money(decision, day),
                titles,
                titles.stream()
                        .flatMap(title -> opened(title, day).stream())
                        .distinct()
                        .toList(),
                decision.benefits().stream()
                        .map(each -> each.benefit())
                        .filter(each -> each.amount().isEmpty() && each.frequency() != Benefit.Frequency.NEVER)
                        .map(each -> each.clause().says())
                        .filter(says -> !says.isEmpty())
                        .toList());
    }

    /** Whether the firm does not hold the title and its own condition does not stand in the way. */
    private static boolean isOpen(GrantFinding grant, FirmDay day) {
        return !Boolean.TRUE.equals(day.firm().facts().holds(grant.grant().title(), day.asOf()))
                && grant.grant()
                        .when()
                        .map(own -> day.evaluation().truth(own) != Truth.FALSE)
                        .orElse(true);
    }

    private Worth.Money money(Decision decision, FirmDay day) {
        return new Worth.Money(
                decision.would().least(),
                decision.would().most(),
                new Phrases(interpreter.facts(), decision.policy(), day.asOf())
                        .lacking(decision.would().open()));
    }

    /** The policies that say no without the title, or are open because of it, and no more so with it. */
    private List<Worth.Opened> opened(String title, FirmDay day) {
        List<Policy> asked = asking.computeIfAbsent(title, this::asking);
        if (asked.isEmpty()) {
            return List.of();
        }
        Firm firm = day.firm();
        FirmDay with = interpreter.on(
                new Firm(
                        firm.id(),
                        firm.name(),
                        Changes.apply(firm.facts(), List.of(new Change.Title(title, true)), day.asOf())),
                day.asOf());
        return asked.stream()
                .filter(policy -> {
                    Condition whole = interpreter.prepared(policy).whole();
                    Truth then = with.evaluation().truth(whole);
                    return then != Truth.FALSE && then != day.evaluation().truth(whole);
                })
                .map(policy -> new Worth.Opened(policy, money(with.decide(policy), with)))
                .toList();
    }

    private List<Policy> asking(String title) {
        return inForce.stream()
                .filter(policy -> !policy.titles().contains(title) && asksFor(policy.condition(), title))
                .toList();
    }

    /** Whether holding the title can help; a rule that it must not be held does not count. */
    private static boolean asksFor(Term term, String title) {
        return switch (term) {
            case Condition.HoldsTitle holds -> holds.title().equals(title);
            case Condition.Not ignored -> false;
            default -> Terms.children(term).stream().anyMatch(each -> asksFor(each, title));
        };
    }
}
