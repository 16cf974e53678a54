package org.lingqu.engine.policy.check;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.PolicyId;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.Terms;

/**
 * A folder of policies, checked together.
 *
 * @param declaredTitles titles that no policy of it grants but conditions may ask for
 * @param policies every version that has no problem, by id and then by start of validity
 * @param problems everything wrong with the folder
 */
public record PolicyPack(
        Facts facts,
        Set<String> declaredTitles,
        List<Policy> policies,
        List<PolicyFile> files,
        List<PolicyProblem> problems) {

    /** The version of a policy that applies on a day. */
    public Optional<Policy> inForce(PolicyId id, LocalDate day) {
        return policies.stream()
                .filter(policy -> policy.id().equals(id) && policy.inForce(day))
                .findFirst();
    }

    /** All versions that apply on a day. */
    public List<Policy> inForce(LocalDate day) {
        return policies.stream().filter(policy -> policy.inForce(day)).toList();
    }

    /**
     * What people call a policy: the title of its newest version.
     *
     * @param id {@code cn/high-tech}; it comes back where there is no such policy any more
     */
    public String title(String id) {
        return policies.stream()
                .filter(policy -> policy.id().toString().equals(id))
                .max(Comparator.comparing(policy -> policy.validity().from()))
                .map(Policy::title)
                .orElse(id);
    }

    /** Names of all titles that a policy grants or asks for. */
    public SortedSet<String> titles() {
        var titles = new TreeSet<String>();
        for (Policy policy : policies) {
            titles.addAll(policy.titles());
            Terms.each(policy.condition(), term -> {
                if (term instanceof Condition.HoldsTitle asked) {
                    titles.add(asked.title());
                }
            });
        }
        return titles;
    }

    /**
     * One of its files read again with other values of parameters.
     *
     * @param settings as {@link PolicyReader#PolicyReader(Facts, Map)} has them
     */
    public PolicyFile reread(PolicyFile file, String text, Map<String, String> settings) {
        return new PolicyReader(facts, settings, new Derivations(facts, policies)).read(file.file(), text);
    }
}
