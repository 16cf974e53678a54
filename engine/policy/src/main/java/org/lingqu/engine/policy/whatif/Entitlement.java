package org.lingqu.engine.policy.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lingqu.engine.policy.column.Lowering;
import org.lingqu.engine.policy.column.Node;
import org.lingqu.engine.policy.column.Node.Operator;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Stacking;

/**
 * What all benefits of a policy come to for a firm that is in: of those that exclude each other the better, caps of several
 * together kept.
 *
 * @param least 元, certain; never missing
 * @param most 元, possible; missing where nothing bounds it
 */
record Entitlement(Node.Amount least, Node.Amount most) {

    private static final Node.Amount ZERO = new Node.Literal(BigDecimal.ZERO);
    /** As the interpreter: choices grow as powers of two, and no policy we know has more benefits. */
    private static final int MOST_BENEFITS = 12;

    /** Whether the policy gives money at all. */
    static boolean isMoney(Policy policy) {
        return policy.benefits().stream().anyMatch(Entitlement::isPaid);
    }

    private static boolean isPaid(Benefit benefit) {
        return benefit.amount().isPresent() && benefit.frequency() != Benefit.Frequency.NEVER;
    }

    static Entitlement of(Policy policy, Lowering lowering, Facts facts) {
        List<Benefit> benefits = policy.benefits().stream()
                .filter(Entitlement::isPaid)
                .limit(MOST_BENEFITS)
                .toList();
        var ends = new MoneyEnds(lowering, facts);
        List<Entitlement> each =
                benefits.stream().map(benefit -> of(benefit, lowering, ends)).toList();
        Node.Amount least = ZERO;
        Node.Amount most = ZERO;
        for (Set<Integer> together : choices(benefits)) {
            least = greater(
                    least,
                    sum(
                            benefits,
                            policy.stacking(),
                            together,
                            each.stream().map(Entitlement::least).toList()));
            most = greater(
                    most,
                    sum(
                            benefits,
                            policy.stacking(),
                            together,
                            each.stream().map(Entitlement::most).toList()));
        }
        return new Entitlement(least, most);
    }

    /** Not less than nothing: nobody takes a benefit that costs. */
    private static Entitlement of(Benefit benefit, Lowering lowering, MoneyEnds ends) {
        MoneyEnds.Ends amount = benefit.amount().map(ends::of).orElseThrow();
        Node.Amount certain = greater(ZERO, new Node.Filled(amount.low(), BigDecimal.ZERO));
        Node.Amount possible = greater(ZERO, amount.high());
        return benefit.when()
                .map(lowering::lower)
                .map(when -> new Entitlement(
                        new Node.Filled(new Node.Choice(when, certain, ZERO), BigDecimal.ZERO),
                        new Node.Choice(Tests.possible(when), possible, ZERO)))
                .orElseGet(() -> new Entitlement(certain, possible));
    }

    private static Node.Amount greater(Node.Amount one, Node.Amount other) {
        return one.equals(ZERO) && other.equals(ZERO) ? ZERO : new Node.Arithmetic(Operator.GREATEST, one, other);
    }

    /** The largest sets of benefits none of which excludes another. */
    private static List<Set<Integer>> choices(List<Benefit> benefits) {
        List<Set<Integer>> allowed = IntStream.range(0, 1 << benefits.size())
                .mapToObj(choice -> IntStream.range(0, benefits.size())
                        .filter(i -> (choice >> i & 1) == 1)
                        .boxed()
                        .collect(Collectors.toSet()))
                .filter(chosen -> chosen.stream()
                        .noneMatch(one -> chosen.stream()
                                .anyMatch(other -> benefits.get(one)
                                        .excludes()
                                        .contains(benefits.get(other).id()))))
                .toList();
        return allowed.stream()
                .filter(one -> allowed.stream().noneMatch(other -> other.size() > one.size() && other.containsAll(one)))
                .toList();
    }

    private static Node.Amount sum(
            List<Benefit> benefits, List<Stacking> stacking, Set<Integer> chosen, List<Node.Amount> amounts) {
        var rest = new ArrayList<>(chosen);
        var parts = new ArrayList<Node.Amount>();
        for (Stacking together : stacking) {
            List<Integer> limited = rest.stream()
                    .filter(i -> together.benefits().contains(benefits.get(i).id()))
                    .toList();
            if (!limited.isEmpty()) {
                parts.add(new Node.Arithmetic(
                        Operator.LEAST,
                        new Node.Filled(plain(limited, amounts), together.most()),
                        new Node.Literal(together.most())));
                rest.removeAll(limited);
            }
        }
        parts.add(plain(rest, amounts));
        return parts.stream()
                .reduce((a, b) -> new Node.Arithmetic(Operator.PLUS, a, b))
                .orElse(ZERO);
    }

    private static Node.Amount plain(List<Integer> chosen, List<Node.Amount> amounts) {
        return chosen.stream()
                .map(amounts::get)
                .reduce((a, b) -> new Node.Arithmetic(Operator.PLUS, a, b))
                .orElse(ZERO);
    }
}
