package org.lingqu.engine.policy.whatif;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.TitleHeld;
import org.lingqu.engine.policy.pack.Policy;

/** Firms with figures of every fact of the dictionary, about one in eight missing, near the thresholds that policies like. */
final class RandomFirms {

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private final Random random;
    private final Facts facts;
    private final List<Policy> policies;

    RandomFirms(Random random, Facts facts, List<Policy> policies) {
        this.random = random;
        this.facts = facts;
        this.policies = policies;
    }

    List<Firm> of(int count) {
        var firms = new ArrayList<Firm>();
        for (int i = 0; i < count; i++) {
            firms.add(new Firm("firm " + i, "firm " + i, facts()));
        }
        return firms;
    }

    private FirmFacts facts() {
        var held = FirmFacts.builder();
        for (Fact fact : facts.all()) {
            int from = fact.isYearly() ? 2019 : FactRef.NO_YEAR;
            int to = fact.isYearly() ? 2026 : FactRef.NO_YEAR;
            for (int year = from; year <= to; year++) {
                FactValue value = random.nextInt(8) == 0 ? null : value(fact);
                if (value != null) {
                    held.put(fact.name(), year, value, "test");
                }
            }
        }
        for (Policy policy : policies) {
            policy.titles().forEach(title -> {
                switch (random.nextInt(3)) {
                    case 0 -> held.title(new TitleHeld(title, AS_OF.minusYears(1), AS_OF.plusYears(1), "test"));
                    case 1 -> held.titleKnown(title);
                    default -> {}
                }
            });
            policy.manual().keySet().stream()
                    .filter(item -> random.nextInt(4) > 0)
                    .forEach(item -> held.answer(item, random.nextInt(4) > 0));
        }
        return held.build();
    }

    private @Nullable FactValue value(Fact fact) {
        return switch (fact.type()) {
            case MONEY ->
                new FactValue.Amount(BigDecimal.valueOf(Math.round(Math.pow(10, 5 + 4.5 * random.nextDouble()))));
            case COUNT -> new FactValue.Amount(BigDecimal.valueOf((long) Math.pow(10, 3 * random.nextDouble())));
            case RATIO -> new FactValue.Amount(BigDecimal.valueOf(random.nextInt(101), 2));
            case DATE -> new FactValue.Day(AS_OF.minusDays(random.nextInt(6000)));
            case YES_NO -> new FactValue.YesNo(random.nextInt(5) > 0);
            case CODE ->
                new FactValue.Code(
                        fact.codes().isEmpty()
                                ? fact.name().equals("注册地") ? "450100" : "3952"
                                : fact.codes().get(random.nextInt(fact.codes().size())));
            case LIST -> new FactValue.Codes(new TreeSet<>(Set.of("51")));
            case TEXT, TITLE -> null;
        };
    }
}
