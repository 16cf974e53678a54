package org.lingqu.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Clause;
import org.lingqu.engine.policy.pack.Policy;

/**
 * What can be had together and what cannot. Whatever no policy speaks of can be had together as far as the files know.
 *
 * @param exclusions benefits of which only one can be had
 * @param limits benefits that are limited together
 */
public record Combinations(List<Exclusion> exclusions, List<Limit> limits) {

    public Combinations {
        exclusions = List.copyOf(exclusions);
        limits = List.copyOf(limits);
    }

    /** {@code policy} says that its benefit cannot be had beside {@code other} of {@code otherPolicy}. */
    public record Exclusion(Policy policy, Benefit benefit, Policy otherPolicy, Benefit other) {

        /** Where it says so. */
        public Clause clause() {
            return benefit.clause();
        }
    }

    /** @param most 元, the most that they come to together */
    public record Limit(Policy policy, List<Benefit> benefits, BigDecimal most, Clause clause) {
        public Limit {
            benefits = List.copyOf(benefits);
        }
    }

    /** Of one policy, also what others say of it. */
    public static Combinations of(Policy policy, Collection<Policy> others) {
        var all = new ArrayList<>(others);
        if (!all.contains(policy)) {
            all.removeIf(other -> other.id().equals(policy.id()));
            all.add(policy);
        }
        return new Combinations(
                exclusions(all).stream()
                        .filter(each -> each.policy().equals(policy)
                                || each.otherPolicy().equals(policy))
                        .toList(),
                limits(List.of(policy)));
    }

    /**
     * Among several policies that somebody could have.
     *
     * @param possible whether a benefit can be had by whom it is told: what is meant for other enterprises excludes nothing
     */
    public static Combinations among(Collection<Policy> policies, BiPredicate<Policy, Benefit> possible) {
        return new Combinations(
                exclusions(policies).stream()
                        .filter(each -> possible.test(each.policy(), each.benefit())
                                && possible.test(each.otherPolicy(), each.other()))
                        .toList(),
                limits(policies).stream()
                        .map(each -> new Limit(
                                each.policy(),
                                each.benefits().stream()
                                        .filter(benefit -> possible.test(each.policy(), benefit))
                                        .toList(),
                                each.most(),
                                each.clause()))
                        .filter(each -> each.benefits().size() > 1)
                        .toList());
    }

    private static List<Exclusion> exclusions(Collection<Policy> policies) {
        var found = new ArrayList<Exclusion>();
        for (Policy policy : policies) {
            for (Benefit benefit : policy.benefits()) {
                for (String excluded : benefit.excludes()) {
                    excluded(policy, excluded, policies)
                            .ifPresent(other ->
                                    found.add(new Exclusion(policy, benefit, other.policy(), other.benefit())));
                }
            }
        }
        return found;
    }

    private record Named(Policy policy, Benefit benefit) {}

    /** {@code id} of the same policy, or {@code region/name#id}. */
    private static Optional<Named> excluded(Policy by, String name, Collection<Policy> policies) {
        int hash = name.indexOf('#');
        String id = name.substring(hash + 1);
        return policies.stream()
                .filter(policy ->
                        hash < 0 ? policy.equals(by) : policy.id().toString().equals(name.substring(0, hash)))
                .flatMap(policy -> policy.benefits().stream().map(benefit -> new Named(policy, benefit)))
                .filter(named -> named.benefit().id().equals(id))
                .findFirst();
    }

    private static List<Limit> limits(Collection<Policy> policies) {
        var limits = new ArrayList<Limit>();
        for (Policy policy : policies) {
            policy.stacking()
                    .forEach(stacking -> limits.add(new Limit(
                            policy,
                            policy.benefits().stream()
                                    .filter(benefit -> stacking.benefits().contains(benefit.id()))
                                    .toList(),
                            stacking.most(),
                            stacking.clause())));
        }
        return limits;
    }
}
