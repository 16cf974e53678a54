package org.lingqu.engine.policy.gap;

import java.time.LocalDate;
import java.util.List;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.TitleHeld;

/** Applies changes to what is held about a firm. */
public final class Changes {

    private static final String SOURCE = "假设";

    private Changes() {}

    /** The facts as they would be. */
    public static FirmFacts apply(FirmFacts facts, List<Change> changes, LocalDate asOf) {
        var builder = facts.toBuilder();
        for (Change change : changes) {
            switch (change) {
                case Change.Amount amount ->
                    builder.put(
                            amount.ref().fact(), year(amount.ref(), asOf), new FactValue.Amount(amount.to()), SOURCE);
                case Change.Turn turn ->
                    builder.put(turn.ref().fact(), year(turn.ref(), asOf), new FactValue.YesNo(turn.to()), SOURCE);
                case Change.Title title -> {
                    builder.titleUnknown(title.title()).titleKnown(title.title());
                    if (title.held()) {
                        builder.title(new TitleHeld(title.title(), asOf, null, SOURCE));
                    }
                }
            }
        }
        return builder.build();
    }

    private static int year(org.lingqu.engine.policy.fact.FactRef ref, LocalDate asOf) {
        return ref.isYearly() ? ref.year(asOf) : org.lingqu.engine.policy.fact.FactRef.NO_YEAR;
    }
}
