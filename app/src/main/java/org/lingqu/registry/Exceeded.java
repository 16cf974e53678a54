package org.lingqu.registry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;

/** A part that is larger than its whole ({@link Fact#partOf}), as both count now: one of the two is wrong, and nobody knows which. */
public record Exceeded(Holding part, Holding whole) {

    /** All of a file, in the order of its values. */
    public static List<Exceeded> of(FirmFile file, Facts facts) {
        var exceeded = new ArrayList<Exceeded>();
        for (Holding part : file.holdings().values()) {
            Fact fact = facts.get(part.of().fact());
            Optional<Holding> whole = fact == null
                    ? Optional.empty()
                    : fact.partOf()
                            .flatMap(name ->
                                    file.holding(new FactYear(name, part.of().year())));
            whole.filter(of -> exceeds(part.value(), of.value())).ifPresent(of -> exceeded.add(new Exceeded(part, of)));
        }
        return exceeded;
    }

    static boolean exceeds(FactValue part, FactValue whole) {
        return part instanceof FactValue.Amount(BigDecimal some)
                && whole instanceof FactValue.Amount(BigDecimal all)
                && some.compareTo(all) > 0;
    }
}
