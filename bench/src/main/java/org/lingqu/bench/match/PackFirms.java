package org.lingqu.bench.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.lingqu.engine.policy.check.Example;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.TitleHeld;

/**
 * Firms put together from those of the pack's examples: of every fact one of the values that an example gives, moved to the years
 * before the day. Values of examples lie on borders more often than those of life.
 */
public final class PackFirms {

    private final List<Example> examples = new ArrayList<>();
    private final LocalDate asOf;
    private final Random random;

    public PackFirms(PolicyPack pack, LocalDate asOf, long seed) {
        for (PolicyFile file : pack.files()) {
            examples.addAll(file.examples());
        }
        this.asOf = asOf;
        this.random = new Random(seed);
    }

    /** @param missing the share of values left out, 0 to 1 */
    public Firm firm(int number, double missing) {
        FirmFacts.Builder facts = FirmFacts.builder();
        List<Example> shuffled = new ArrayList<>(examples);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(example -> take(example, facts));
        return new Firm("F" + number, "企业" + number, thinned(facts.build(), missing));
    }

    private void take(Example example, FirmFacts.Builder into) {
        int years = asOf.getYear() - example.asOf().getYear();
        example.firm()
                .values()
                .forEach((fact, held) -> held.forEach((year, value) ->
                        into.put(fact, year == FactRef.NO_YEAR ? year : year + years, value.value(), value.source())));
        example.firm().titles().forEach((title, spans) -> {
            into.titleUnknown(title).titleKnown(title);
            for (TitleHeld span : spans) {
                LocalDate to = span.to();
                into.title(new TitleHeld(
                        title, span.from().plusYears(years), to == null ? null : to.plusYears(years), span.source()));
            }
        });
        example.firm().answers().forEach(into::answer);
        example.firm().judgements().forEach(into::judgement);
    }

    private FirmFacts thinned(FirmFacts facts, double missing) {
        FirmFacts.Builder left = facts.toBuilder();
        facts.values()
                .forEach((fact, years) -> years.keySet().forEach(year -> {
                    if (random.nextDouble() < missing) {
                        left.remove(fact, year);
                    }
                }));
        facts.titles().keySet().forEach(title -> {
            if (random.nextDouble() < missing) {
                left.titleUnknown(title);
            }
        });
        facts.answers().keySet().forEach(item -> {
            if (random.nextDouble() < missing) {
                left.unanswered(item);
            }
        });
        return left.build();
    }
}
