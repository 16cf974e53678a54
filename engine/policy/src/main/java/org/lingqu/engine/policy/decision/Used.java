package org.lingqu.engine.policy.decision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.HeldValue;

/** Something a criterion looked at; null where nothing is held. */
public sealed interface Used {

    /** @param year the calendar year, or {@link FactRef#NO_YEAR} */
    record UsedFact(FactRef ref, int year, @Nullable HeldValue held) implements Used {}

    /** @param source empty when nothing is held */
    record UsedTitle(String title, @Nullable Boolean held, String source) implements Used {}

    record UsedAnswer(String item, @Nullable Boolean answer) implements Used {}

    record UsedJudgement(String item, @Nullable BigDecimal points) implements Used {}
}
