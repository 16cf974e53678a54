package org.lingqu.engine.policy.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.decision.BenefitFinding;
import org.lingqu.engine.policy.decision.Compared;
import org.lingqu.engine.policy.decision.DerivedValue;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.Missing;
import org.lingqu.engine.policy.decision.Used;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.HeldValue;
import org.lingqu.engine.policy.gap.Change;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.engine.policy.rule.Terms;

/** Small pieces of a decision as Chinese phrases. */
public final class Phrases {

    private final Facts facts;
    private final Policy policy;
    private final LocalDate asOf;

    /** @param asOf the day whose years are meant */
    public Phrases(Facts facts, Policy policy, LocalDate asOf) {
        this.facts = facts;
        this.policy = policy;
        this.asOf = asOf;
    }

    /** {@code 研发费用.近三年 / 销售收入.近三年 = 6.84% ≥ 5%}. */
    String compared(Compared compared) {
        Measure measure = Measure.of(compared.left(), facts).or(Measure.of(compared.right(), facts));
        Rational limit = compared.limit() == null ? null : compared.limit().low();
        String right = limit == null ? "未知" : Figures.of(limit, measure, 4);
        if (compared.value() == null) {
            return Terms.text(compared.left()) + "：未知（须 " + sign(compared) + " " + right + "）";
        }
        Rational low = compared.value().low();
        Rational high = compared.value().high();
        String value = Figures.beside(low, limit == null ? low : limit, measure)
                + (low.equals(high) ? "" : " 至 " + Figures.beside(high, limit == null ? high : limit, measure));
        String name = compared.value().isSettled() && !isScore(compared) ? Terms.text(compared.left()) : "得分";
        return name + " = " + value + "（须 " + sign(compared) + " " + right + "）";
    }

    private static boolean isScore(Compared compared) {
        boolean[] found = {false};
        Terms.each(
                compared.left(), part -> found[0] |= part instanceof org.lingqu.engine.policy.rule.NumberTerm.Fallback);
        return found[0];
    }

    private static String sign(Compared compared) {
        return switch (compared.comparison()) {
            case LESS -> "<";
            case AT_MOST -> "≤";
            case EQUAL -> "=";
            case NOT_EQUAL -> "≠";
            case AT_LEAST -> "≥";
            case GREATER -> ">";
        };
    }

    /** {@code 研发费用（2025年）300万元，来源：示例}. */
    String used(Used used) {
        return switch (used) {
            case Used.UsedFact fact -> name(fact.ref(), fact.year()) + "：" + held(fact.ref(), fact.held());
            case Used.UsedTitle title ->
                "称号" + title.title() + "："
                        + (title.held() == null ? "缺" : title.held() ? "有效" : "无")
                        + (title.source().isEmpty() ? "" : "（" + title.source() + "）");
            case Used.UsedAnswer answer -> "人工确认：" + (answer.answer() == null ? "待确认" : answer.answer() ? "是" : "否");
            case Used.UsedJudgement judged ->
                "专家评分：" + (judged.points() == null ? "待评" : judged.points().toPlainString() + "分");
        };
    }

    private String name(FactRef ref, int year) {
        return ref.isYearly() ? ref.fact() + "（" + year + "年）" : ref.fact();
    }

    private String held(FactRef ref, @org.jspecify.annotations.Nullable HeldValue held) {
        Fact fact = facts.get(ref.fact());
        return held == null || fact == null ? "缺" : Figures.held(held.value(), fact) + "（来源：" + held.source() + "）";
    }

    /** {@code 企业规模：中型（按 cn/enterprise-size 算出）}; a supplied value that contradicts is named. */
    public String derived(DerivedValue value) {
        String fact = value.fact().fact();
        String by = value.fact().by().getFirst().id().toString();
        String used = value.used().orElse("未知");
        if (value.conflict()) {
            return fact + "：填报为" + value.supplied() + "，按 " + by + " 算出"
                    + (value.computed() == null ? "不是" + value.supplied() : "为" + value.computed()) + "，两者不一致，以"
                    + (value.fact().suppliedWins() ? "填报" : "算出") + "的为准；请核对";
        }
        String how = value.computed() == null
                ? value.supplied() == null ? "没有填报，也缺少推算所需的数据" : "填报；按 " + by + " 推算缺少数据"
                : "按 " + by + " 算出";
        return fact + "：" + used + "（" + how + "）";
    }

    public String finding(Finding finding) {
        return switch (finding) {
            case Finding.Unknown unknown -> "缺少数据" + lacking(unknown) + reasons(unknown.reasons());
            case Finding.Manual manual ->
                "需人工确认：" + manual.items().stream().map(this::missing).sorted().collect(Collectors.joining("、"));
            case Finding other -> other.kind().chinese();
        };
    }

    /** Everything that it takes whatever the values are, with how many they are, and which of them can exclude by themselves. */
    private String lacking(Finding.Unknown unknown) {
        List<Missing> data =
                unknown.needed().stream().filter(each -> !each.isManual()).toList();
        int people = unknown.needed().size() - data.size();
        if (data.isEmpty()) {
            return unsure(unknown);
        }
        if (data.size() == 1 && people == 0) {
            return "，补充这1项即可判断：" + missing(data.getFirst());
        }
        return (people == 0
                        ? "，补齐以下" + data.size() + "项即可判断："
                        : "，先补齐以下" + data.size() + "项，再由人工确认或专家评分" + people + "项，才能判断：")
                + names(data)
                + excluding(data, unknown.excluding());
    }

    private static String excluding(List<Missing> data, List<Missing> excluding) {
        int alone = (int) data.stream().filter(excluding::contains).count();
        if (alone == 0) {
            return "";
        }
        String which =
                data.size() == 1 ? "这项" : alone == data.size() ? "任何一项" : alone == 1 ? "第1项" : "前" + alone + "项中任何一项";
        return "（" + which + "不符合要求，就能先判断为不符合）";
    }

    /** Where nothing is sure to settle it. */
    private String unsure(Finding.Unknown unknown) {
        List<Missing> alone =
                unknown.excluding().stream().filter(each -> !each.isManual()).toList();
        if (!alone.isEmpty()) {
            return "，是否符合还不能判断；以下任何一项不符合要求，就能先判断为不符合：" + names(alone);
        }
        return unknown.missing().stream()
                .findFirst()
                .map(set -> "，补齐以下" + set.size() + "项也不一定能判断："
                        + set.stream().map(this::missing).collect(Collectors.joining("、")))
                .orElse("");
    }

    private String names(List<Missing> things) {
        return things.stream().map(this::missing).collect(Collectors.joining("、"));
    }

    /**
     * What is missing to tell amounts: {@code 缺2025年应纳税所得额，按其10%计}; empty where nothing is.
     *
     * @param open benefits whose amounts are not settled
     */
    public String lacking(List<BenefitFinding> open) {
        List<String> names = open.stream()
                .flatMap(each -> each.missing().stream())
                .distinct()
                .map(this::missing)
                .toList();
        if (names.isEmpty()) {
            return "";
        }
        Rational share = open.size() == 1 ? open.getFirst().share() : null;
        return "缺" + String.join("、", names)
                + (share == null
                        ? ""
                        : "，按其" + Figures.plain(share.times(Rational.of(100)).rounded(2)) + "%计");
    }

    private static String reasons(List<String> reasons) {
        return reasons.isEmpty() ? "" : "（" + String.join("；", reasons) + "）";
    }

    String missing(Missing missing) {
        return switch (missing) {
            case Missing.MissingFact fact -> Steps.name(fact.ref(), facts, asOf);
            case Missing.MissingTitle title -> "是否有" + title.title() + "称号";
            case Missing.Unanswered item -> policy.manual().getOrDefault(item.item(), item.item());
            case Missing.Unjudged item -> "专家评分“" + Labels.of(policy, item.item()) + "”";
        };
    }

    /** Exactly: {@code 2025年研发费用 +32万元（从 118万元 到 150万元）}. */
    String change(Change change) {
        return switch (change) {
            case Change.Amount amount -> {
                Measure measure = amount.money()
                        ? Measure.MONEY
                        : amount.unit().isEmpty() ? Measure.RATIO : new Measure(amount.unit());
                Rational by = Rational.of(amount.difference());
                yield Steps.name(amount.ref(), facts, asOf) + " " + (by.signum() > 0 ? "+" : "")
                        + Figures.of(by, measure, 4) + "（从 "
                        + Figures.of(Rational.of(amount.from()), measure, 4) + " 到 "
                        + Figures.of(Rational.of(amount.to()), measure, 4) + "）";
            }
            case Change.Turn turn -> Steps.name(turn.ref(), facts, asOf) + " 变为" + (turn.to() ? "“是”" : "“否”");
            case Change.Title title -> "取得称号：" + title.title();
        };
    }
}
