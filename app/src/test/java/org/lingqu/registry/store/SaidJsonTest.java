package org.lingqu.registry.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.registry.FactYear;
import org.lingqu.registry.Said;
import org.lingqu.registry.TitleSpan;

class SaidJsonTest {

    @Test
    void whatWasSaidIsReadAsItWasWritten() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            Said said = any(random);

            assertThat(SaidJson.read(SaidJson.write(said))).as("seed %d", seed).isEqualTo(said);
        }
    }

    private static Said any(Random random) {
        var values = new TreeMap<FactYear, FactValue>();
        for (int i = random.nextInt(6); i > 0; i--) {
            values.put(key(random), value(random));
        }
        var withdrawn = new TreeSet<FactYear>();
        var titles = new TreeMap<String, List<TitleSpan>>();
        var answers = new TreeMap<String, Boolean>();
        if (random.nextBoolean()) {
            withdrawn.add(key(random));
            titles.put(text(random), List.of());
            titles.put("高新技术企业", List.of(new TitleSpan(day(random), null)));
            titles.put("小巨人", List.of(new TitleSpan(LocalDate.of(2020, 1, 1), LocalDate.of(2022, 12, 31))));
            answers.put("cn/x#item " + random.nextInt(3), random.nextBoolean());
        }
        return new Said(
                random.nextBoolean() ? null : text(random),
                random.nextBoolean() ? null : "91450100MA5K000000",
                values,
                withdrawn,
                titles,
                answers,
                new TreeMap<>(Map.of("cn/high-tech#growth", new BigDecimal("12.5"))),
                new TreeSet<>(random.nextBoolean() ? List.of("小巨人") : List.of()),
                new TreeSet<>(random.nextBoolean() ? List.of("cn/x#item") : List.of()));
    }

    private static FactYear key(Random random) {
        return random.nextBoolean() ? FactYear.of(text(random)) : new FactYear("研发费用", 2020 + random.nextInt(6));
    }

    private static FactValue value(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new FactValue.Amount(new BigDecimal(random.nextLong()).movePointLeft(random.nextInt(8)));
            case 1 -> new FactValue.YesNo(random.nextBoolean());
            case 2 -> new FactValue.Day(day(random));
            case 3 -> new FactValue.Code(text(random));
            case 4 -> new FactValue.Words(text(random));
            default -> new FactValue.Codes(Set.of("a" + text(random), "b"));
        };
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(1990, 1, 1).plusDays(random.nextInt(13_000));
    }

    private static String text(Random random) {
        return List.of("", "园区“一”", "a\\b\"c", "\u2028\n", "𠮷田", "d2020-01-01", "年.末")
                        .get(random.nextInt(7))
                + random.nextInt(4);
    }

    @Test
    void aDayIsNeverTakenForACode() {
        Said said = Said.values(Map.of(FactYear.of("成立日期"), new FactValue.Code("2015-03-01")));

        assertThat(SaidJson.read(SaidJson.write(said))).isEqualTo(said);
    }
}
