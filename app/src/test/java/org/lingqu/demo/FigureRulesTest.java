package org.lingqu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;

/** Figures of one firm agree with each other, whatever the seed, as long as nobody errs. */
class FigureRulesTest {

    private static final int FIRMS = 1_500;
    private static final List<String> COST_PARTS =
            List.of("人员人工费用", "直接投入费用", "折旧费用", "无形资产摊销费用", "新产品设计等费用", "其他相关研发费用", "委托境内研发费用", "委托境外研发费用");

    /** So few firms have them that a small region may have none. */
    private static final List<String> RARE = List.of("技术先进型服务收入", "离岸外包收入", "技术转让收入");

    /** Two that anybody can look up, and two that nobody has tried before; they are in the test's name. */
    static LongStream seeds() {
        return LongStream.concat(LongStream.of(7, 2026), new Random().longs(2));
    }

    /** The figures of a firm that are said, by fact and year. */
    private static final class Held {

        private final MadeFirm firm;
        private final Map<String, FactValue> values = new HashMap<>();

        Held(MadeFirm firm) {
            this.firm = firm;
            firm.counting().forEach(value -> values.put(value.fact() + value.year(), value.value()));
        }

        @Nullable BigDecimal number(String fact, int year) {
            return values.get(fact + year) instanceof FactValue.Amount(var amount) ? amount : null;
        }

        @Nullable BigDecimal number(String fact) {
            return number(fact, FactRef.NO_YEAR);
        }

        @Nullable Boolean yes(String fact) {
            return values.get(fact + FactRef.NO_YEAR) instanceof FactValue.YesNo(boolean yes) ? yes : null;
        }

        /** The first is at most the second, where both are said. */
        int atMost(String smaller, String larger, int year) {
            BigDecimal small = number(smaller, year);
            BigDecimal large = number(larger, year);
            if (small == null || large == null) {
                return 0;
            }
            assertThat(small)
                    .as("%s ≤ %s in %d of %s", smaller, larger, year, firm.name())
                    .isLessThanOrEqualTo(large);
            return 1;
        }

        /** Where one is so, the other is. */
        int implies(String one, String other) {
            if (!Boolean.TRUE.equals(yes(one)) || yes(other) == null) {
                return 0;
            }
            assertThat(yes(other))
                    .as("%s and so %s of %s", one, other, firm.name())
                    .isTrue();
            return 1;
        }
    }

    private static void each(long seed, Consumer<Held> check) {
        MadeRegion.of(seed, FIRMS).withoutMistakes().firms().map(Held::new).forEach(check);
    }

    private static LongStream years() {
        return LongStream.rangeClosed(MadeRegion.FIRST_YEAR, MadeRegion.LAST_YEAR);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partsAreNotLargerThanTheirWhole(long seed) {
        List<List<String>> pairs = List.of(
                List.of("高新技术产品收入", "营业收入"),
                List.of("主营业务收入", "营业收入"),
                List.of("营业收入", "收入总额"),
                List.of("不征税收入", "收入总额"),
                List.of("不适用行业收入", "收入总额"),
                List.of("技术先进型服务收入", "营业收入"),
                List.of("离岸外包收入", "技术先进型服务收入"),
                List.of("技术转让收入", "营业收入"),
                List.of("研发人员", "科技人员"),
                List.of("科技人员", "职工总数"),
                List.of("科技人员", "大专以上人员"),
                List.of("大专以上人员", "职工总数"),
                List.of("境内研发费用", "研发费用"),
                List.of("加计扣除研发费用", "研发费用"),
                List.of("自筹研发费用", "研发费用"),
                List.of("研发费用", "科技活动支出"),
                List.of("净资产", "资产总额"));
        int[] seen = new int[pairs.size()];
        each(seed, held -> {
            for (int i = 0; i < seen.length; i++) {
                for (long year : years().toArray()) {
                    seen[i] += held.atMost(pairs.get(i).get(0), pairs.get(i).get(1), (int) year);
                }
            }
        });
        for (int i = 0; i < seen.length; i++) {
            if (!RARE.contains(pairs.get(i).getFirst())) {
                assertThat(seen[i]).as("%s was looked at", pairs.get(i)).isPositive();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void countsOfRightsFitIntoEachOther(long seed) {
        List<List<String>> pairs = List.of(
                List.of("自主研发Ⅰ类知识产权", "Ⅰ类知识产权"),
                List.of("高价值Ⅰ类知识产权", "Ⅰ类知识产权"),
                List.of("主导产品Ⅰ类知识产权", "Ⅰ类知识产权"),
                List.of("主导产品自主研发Ⅰ类知识产权", "主导产品Ⅰ类知识产权"),
                List.of("主导产品高价值Ⅰ类知识产权", "主导产品Ⅰ类知识产权"),
                List.of("产生效益Ⅰ类知识产权", "主导产品Ⅰ类知识产权"),
                List.of("主导产品Ⅱ类知识产权", "Ⅱ类知识产权"),
                List.of("已使用Ⅱ类知识产权", "Ⅱ类知识产权"),
                List.of("核心知识产权授权", "核心知识产权申请"),
                List.of("近五年国家科技奖排名", "近三年国家科技奖排名"),
                List.of("近两年新增股权融资", "近三年新增股权融资"),
                List.of("近三年新增股权融资", "累计机构股权融资"),
                List.of("累计机构股权融资", "估值"));
        int[] seen = new int[1];
        each(seed, held -> pairs.forEach(pair -> seen[0] += held.atMost(pair.get(0), pair.get(1), FactRef.NO_YEAR)));
        assertThat(seen[0]).isGreaterThan(FIRMS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void assetsAreDebtsAndNetAssets(long seed) {
        int[] seen = new int[1];
        each(
                seed,
                held -> years().forEach(year -> {
                    BigDecimal assets = held.number("资产总额", (int) year);
                    BigDecimal debts = held.number("负债总额", (int) year);
                    BigDecimal net = held.number("净资产", (int) year);
                    if (assets != null && debts != null && net != null) {
                        assertThat(debts.add(net))
                                .as("%d of %s", year, held.firm.name())
                                .isEqualByComparingTo(assets);
                        assertThat(debts.signum()).isGreaterThanOrEqualTo(0);
                        seen[0]++;
                    }
                }));
        assertThat(seen[0]).isGreaterThan(FIRMS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partsOfResearchCostsSumUp(long seed) {
        int[] seen = new int[1];
        each(
                seed,
                held -> years().forEach(year -> {
                    BigDecimal total = held.number("研发费用", (int) year);
                    List<BigDecimal> parts = COST_PARTS.stream()
                            .map(part -> held.number(part, (int) year))
                            .flatMap(Stream::ofNullable)
                            .toList();
                    if (total != null && parts.size() == COST_PARTS.size()) {
                        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                        assertThat(sum).as("%d of %s", year, held.firm.name()).isEqualByComparingTo(total);
                        seen[0]++;
                    }
                }));
        assertThat(seen[0]).isPositive();
    }

    /** Income lies within what came in, taxes within a quarter of it and a twentieth of revenue, profit within what is left. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void taxAndProfitFit(long seed) {
        int[] seen = new int[1];
        each(
                seed,
                held -> years().forEach(year -> {
                    BigDecimal income = held.number("应纳税所得额", (int) year);
                    BigDecimal taxes = held.number("纳税额", (int) year);
                    BigDecimal revenue = held.number("营业收入", (int) year);
                    BigDecimal costs = held.number("成本费用总额", (int) year);
                    BigDecimal profit = held.number("净利润", (int) year);
                    BigDecimal total = held.number("收入总额", (int) year);
                    if (income == null
                            || taxes == null
                            || revenue == null
                            || costs == null
                            || profit == null
                            || total == null) {
                        return;
                    }
                    String which = year + " of " + held.firm.name();
                    assertThat(income)
                            .as("income within total income, %s", which)
                            .isLessThanOrEqualTo(total);
                    BigDecimal most =
                            income.multiply(new BigDecimal("0.25")).add(revenue.multiply(new BigDecimal("0.05")));
                    assertThat(taxes).as("taxes, %s", which).isLessThanOrEqualTo(most.add(BigDecimal.TEN));
                    BigDecimal before = total.subtract(costs);
                    assertThat(profit).as("profit after tax, %s", which).isLessThanOrEqualTo(before);
                    seen[0]++;
                }));
        assertThat(seen[0]).isGreaterThan(FIRMS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void conductAndRegistersFit(long seed) {
        each(seed, held -> {
            held.implies("一年内重大安全质量事故或严重环境违法", "两年内重大安全质量事故或严重环境违法");
            held.implies("一年内重大安全质量事故或严重环境违法", "上年和本年重大事故或失信");
            held.implies("两年内重大安全质量事故或严重环境违法", "三年内较大安全质量环境事件");
            held.implies("严重违法失信", "经营异常名录");
            held.implies("创客中国五十强", "创客中国五百强");
            int age = MadeRegion.AS_OF.getYear() - held.firm.founded().getYear();
            BigDecimal niche = held.number("从事细分市场年限");
            if (niche != null) {
                assertThat(niche.intValueExact()).isBetween(0, age);
            }
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsSaidOfYearsBeforeAFirmWasThere(long seed) {
        each(
                seed,
                held -> assertThat(held.firm.values())
                        .as(held.firm.name())
                        .allSatisfy(value -> assertThat(value.year() == FactRef.NO_YEAR
                                        || value.year() >= held.firm.founded().getYear())
                                .as("%s", value)
                                .isTrue()));
    }
}
