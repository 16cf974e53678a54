package org.lingqu.engine.policy.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lingqu.engine.policy.rule.NumberTerm;

/**
 * A checked table.
 *
 * @param bands lowest first; never empty
 * @param unit of the values
 */
record BandTable(NumberTerm subject, List<Band> bands, Unit unit) {

    /** The table as a number: the value of the band, or the least that may be judged in it. */
    NumberTerm from() {
        return steps(Band::from);
    }

    /** The same with the most that may be judged. */
    NumberTerm to() {
        return steps(Band::to);
    }

    /** Whether some band leaves points to be judged. */
    boolean isJudged() {
        return bands.stream().anyMatch(band -> band.from().compareTo(band.to()) != 0);
    }

    BigDecimal least() {
        return bands.stream().map(Band::from).reduce(BigDecimal::min).orElseThrow();
    }

    BigDecimal most() {
        return bands.stream().map(Band::to).reduce(BigDecimal::max).orElseThrow();
    }

    private NumberTerm steps(Function<Band, BigDecimal> value) {
        List<NumberTerm.Step> steps = bands.stream()
                .skip(1)
                .map(band -> new NumberTerm.Step(
                        Optional.ofNullable(band.low()).orElse(BigDecimal.ZERO), band.lowIncluded(), value.apply(band)))
                .toList();
        BigDecimal lowest = value.apply(bands.getFirst());
        return steps.isEmpty()
                ? new NumberTerm.Literal(lowest)
                : new NumberTerm.Steps(subject, steps.reversed(), lowest);
    }
}
