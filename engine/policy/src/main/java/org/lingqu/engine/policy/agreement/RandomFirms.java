package org.lingqu.engine.policy.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.TitleHeld;

/** Firms whose values keep meeting the thresholds of {@link RandomRules} exactly, with gaps everywhere. */
final class RandomFirms {

    static final List<String> MONEY = List.of("研发费用", "销售收入", "资产总额");
    static final List<String> COUNTS = List.of("职工总数", "科技人员", "知识产权");
    static final List<String> CODES = List.of("C39", "C3952", "I65", "M73", "A01");
    static final String RATIO = "负债率";
    static final String RECOGNISED = "认定日期";
    static final String INDUSTRY = "行业";
    static final String MARKS = "资质";
    static final String DISHONEST = "失信";
    static final List<String> TITLES = List.of("高新技术企业", "专精特新");
    static final List<String> ITEMS = List.of("现场核查", "专家意见");
    static final int YEARS = 4;

    private static final String SOURCE = "random";

    private final Random random;
    private final LocalDate asOf;

    RandomFirms(Random random, LocalDate asOf) {
        this.random = random;
        this.asOf = asOf;
    }

    List<Firm> firms(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Firm("F" + i, "企业" + i, facts()))
                .toList();
    }

    private FirmFacts facts() {
        FirmFacts.Builder facts = FirmFacts.builder();
        for (int year = asOf.getYear() - YEARS; year <= asOf.getYear(); year++) {
            for (String money : MONEY) {
                put(facts, money, year, money());
            }
            for (String count : COUNTS) {
                put(facts, count, year, new FactValue.Amount(BigDecimal.valueOf(random.nextInt(6) * 10L)));
            }
        }
        put(facts, RATIO, FactRef.NO_YEAR, new FactValue.Amount(BigDecimal.valueOf(random.nextInt(20) * 5L, 2)));
        put(facts, Facts.FOUNDED.fact(), FactRef.NO_YEAR, new FactValue.Day(day()));
        put(facts, RECOGNISED, FactRef.NO_YEAR, new FactValue.Day(day()));
        put(facts, INDUSTRY, FactRef.NO_YEAR, new FactValue.Code(code()));
        put(facts, MARKS, FactRef.NO_YEAR, new FactValue.Codes(marks()));
        put(facts, DISHONEST, FactRef.NO_YEAR, new FactValue.YesNo(random.nextInt(4) == 0));
        for (String title : TITLES) {
            title(facts, title);
        }
        for (String item : ITEMS) {
            if (random.nextInt(3) > 0) {
                facts.answer(item, random.nextBoolean());
            }
            if (random.nextInt(3) > 0) {
                facts.judgement(item, BigDecimal.valueOf(random.nextInt(60), 1));
            }
        }
        return facts.build();
    }

    private void put(FirmFacts.Builder facts, String name, int year, FactValue value) {
        if (random.nextInt(12) > 0) {
            facts.put(name, year, value, SOURCE);
        }
    }

    /** Small and large, in steps that make shares come out round; now and then a cent off. */
    private FactValue money() {
        long cents = switch (random.nextInt(4)) {
            case 0 -> random.nextInt(5) * 500_000L;
            case 1 -> random.nextInt(1, 40) * 2_500_000L;
            case 2 -> random.nextInt(1, 9) * 5_000_000_000L;
            default -> random.nextLong(1L << 44) - (1L << 40);
        };
        return new FactValue.Amount(BigDecimal.valueOf(cents + (random.nextInt(8) == 0 ? 1 : 0), 2));
    }

    private LocalDate day() {
        return switch (random.nextInt(4)) {
            case 0 -> asOf.minusMonths(12L * random.nextInt(5));
            case 1 -> LocalDate.of(asOf.getYear() - random.nextInt(5), 12, 31).plusDays(random.nextInt(2));
            case 2 -> LocalDate.of(2024, 1, 31).plusDays(random.nextInt(30));
            default -> asOf.minusDays(random.nextInt(3000));
        };
    }

    private String code() {
        return CODES.get(random.nextInt(CODES.size()));
    }

    private Set<String> marks() {
        var marks = new TreeSet<String>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            marks.add(code());
        }
        return marks;
    }

    private void title(FirmFacts.Builder facts, String title) {
        if (random.nextInt(4) > 0) {
            facts.titleKnown(title);
            int spans = random.nextInt(3);
            for (int i = 0; i < spans; i++) {
                LocalDate from = day();
                facts.title(new TitleHeld(title, from, random.nextInt(3) == 0 ? null : from.plusYears(3), SOURCE));
            }
        }
    }
}
