package org.lingqu.policy.web;

import java.util.List;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.policy.kept.VerdictChange;

/**
 * A verdict that became another one, as a page tells it.
 *
 * @param title of the policy
 * @param id {@code cn/high-tech}
 */
public record ChangedVerdict(String title, String id, Finding.Kind before, Finding.Kind now) {

    static List<ChangedVerdict> of(List<VerdictChange> changes, PolicyPack pack) {
        return changes.stream()
                .map(change -> new ChangedVerdict(
                        pack.title(change.now().policy()),
                        change.now().policy(),
                        change.before().verdict(),
                        change.now().verdict()))
                .toList();
    }

    /** What to do next, of the words {@code question.next.…}. */
    public String next() {
        return "question.next." + now.name();
    }
}
