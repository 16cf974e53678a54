package org.lingqu.policy.web;

import java.util.List;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.pack.Policy;
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
                        title(change.now().policy(), pack),
                        change.now().policy(),
                        change.before().verdict(),
                        change.now().verdict()))
                .toList();
    }

    /** The title of the newest version; the id where the pack no longer has the policy. */
    static String title(String id, PolicyPack pack) {
        return pack.policies().stream()
                .filter(policy -> policy.id().toString().equals(id))
                .map(Policy::title)
                .reduce((older, newer) -> newer)
                .orElse(id);
    }

    /** What to do next, of the words {@code question.next.…}. */
    public String next() {
        return "question.next." + now.name();
    }
}
