package org.lingqu.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.FirmDay;
import org.lingqu.engine.policy.explain.Steps;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.gap.Change;
import org.lingqu.engine.policy.gap.CriterionGap;
import org.lingqu.engine.policy.gap.FirmGaps;
import org.lingqu.engine.policy.gap.Gap;
import org.lingqu.engine.policy.gap.Reach;
import org.lingqu.engine.policy.pack.Policy;

/**
 * Finds what one firm can do about a no. A title is a step only where a policy that awards it is met, open or one step away; a figure only
 * within {@link Reach}. Not for several threads at once.
 */
final class WayFinder {

    /** So many ways are told where there are several. */
    private static final int WAYS = 3;

    private static final String AND = "，并且";
    private static final String OR = "，或";

    private final FirmDay day;
    private final FirmGaps lacking;
    private final Steps steps;
    private final Awards awards;
    private final IdentityHashMap<Policy, Decision> decided = new IdentityHashMap<>();
    private final IdentityHashMap<Policy, Answer.Step> alone = new IdentityHashMap<>();

    WayFinder(FirmDay day, FirmGaps lacking, Facts facts, Awards awards) {
        this.day = day;
        this.lacking = lacking;
        this.steps = new Steps(facts, day.asOf());
        this.awards = awards;
    }

    /** How a title can be come to, in words that follow it; why not where it cannot. */
    private record Title(boolean possible, String words) {}

    /**
     * What it takes.
     *
     * @param all also where several reasons stand in the way, or something that is unknown may; nobody is near then
     */
    Answer.Step step(Decision decision, boolean all) {
        Failing failing = Failing.ofNo(decision);
        if (failing.reasons().isEmpty()) {
            return Answer.Step.NONE;
        }
        if (!failing.isAlone(decision)) {
            return all && isMeant(decision)
                    ? together(lacking.of(decision.policy()), Failing.leavesOpen(decision))
                    : Answer.Step.NONE;
        }
        return alone.computeIfAbsent(decision.policy(), policy -> alone(failing, decision));
    }

    /** Nobody is told a way to what is not meant for them. */
    private static boolean isMeant(Decision decision) {
        return decision.audience()
                .map(each -> each.finding().kind() != Finding.Kind.NOT_MET)
                .orElse(true);
    }

    private Answer.Step together(Optional<Gap> gap, boolean open) {
        return gap.filter(Gap::possible)
                .map(found -> all(found.together(), found.earliest(), false, open))
                .orElseGet(() -> nothing(gap, false, open));
    }

    private static Answer.Step nothing(Optional<Gap> gap, boolean near, boolean open) {
        boolean fixed = gap.isEmpty() || gap.get().criteria().stream().allMatch(CriterionGap::fixed);
        return new Answer.Step(fixed ? Steps.FIXED : Steps.NOT_FOUND, Answer.Step.NOWHERE, near, open);
    }

    /** What the only reason takes: any of the single changes that mend it, else what does so together. */
    private Answer.Step alone(Failing failing, Decision decision) {
        boolean near = isNear(failing, decision);
        boolean open = Failing.leavesOpen(decision);
        Optional<Gap> gap = lacking.of(decision.policy());
        if (gap.isEmpty() || !gap.get().possible()) {
            return nothing(gap, near, open);
        }
        Optional<CriterionGap> own =
                gap.get().of(failing.reasons().getFirst().criterion().id());
        List<Change> ways = own.map(CriterionGap::ways).orElse(List.of());
        if (!ways.isEmpty()) {
            return any(ways, near, open);
        }
        LocalDate earliest = own.map(CriterionGap::earliest).orElse(gap.get().earliest());
        List<Change> together = own.map(CriterionGap::earliest).isPresent()
                ? List.of()
                : gap.get().together();
        return all(together, earliest, near, open);
    }

    private Answer.Step any(List<Change> ways, boolean near, boolean open) {
        List<Change> possible = ways.stream().filter(this::isPossible).toList();
        if (possible.isEmpty()) {
            return new Answer.Step(impossible(ways), Answer.Step.NOWHERE, near, open);
        }
        List<Change> told = possible.stream().limit(WAYS).toList();
        return new Answer.Step(
                words(told, OR, null),
                told.stream().mapToDouble(Reach::lacking).min().orElse(0),
                near,
                open);
    }

    private Answer.Step all(List<Change> changes, @Nullable LocalDate earliest, boolean near, boolean open) {
        if (earliest != null && !Reach.allows(earliest, day.asOf())) {
            return new Answer.Step("要等到 " + earliest + "，" + Reach.YEARS + "年内没有办法", Answer.Step.NOWHERE, near, open);
        }
        List<Change> not = changes.stream().filter(each -> !isPossible(each)).toList();
        return not.isEmpty()
                ? new Answer.Step(
                        words(changes, AND, earliest),
                        changes.stream().mapToDouble(Reach::lacking).sum(),
                        near,
                        open)
                : new Answer.Step(impossible(not), Answer.Step.NOWHERE, near, open);
    }

    private boolean isPossible(Change change) {
        return change instanceof Change.Title title
                ? !title.held() || title(title.title()).possible()
                : Reach.allows(change);
    }

    /** Why none of them is a step. */
    private String impossible(List<Change> changes) {
        List<String> titles = changes.stream()
                .filter(Change.Title.class::isInstance)
                .map(Change.Title.class::cast)
                .map(each ->
                        "先要取得“" + each.title() + "”称号，而" + title(each.title()).words())
                .limit(WAYS)
                .toList();
        List<Change> figures = changes.stream()
                .filter(each -> !(each instanceof Change.Title))
                .limit(WAYS)
                .toList();
        var told = new ArrayList<>(titles);
        if (!figures.isEmpty()) {
            told.add("差距过大，难以在两三年内达到：" + steps.any(figures));
        }
        return String.join("；", told);
    }

    private String words(List<Change> changes, String between, @Nullable LocalDate earliest) {
        List<Change> figures =
                changes.stream().filter(each -> !(each instanceof Change.Title)).toList();
        var told = new ArrayList<String>();
        changes.stream()
                .filter(Change.Title.class::isInstance)
                .map(Change.Title.class::cast)
                .forEach(each -> told.add(
                        steps.any(List.of(each)) + "（" + title(each.title()).words() + "）"));
        String others = between.equals(OR) ? steps.any(figures) : steps.all(figures, earliest);
        if (!others.isEmpty()) {
            told.add(others);
        }
        return String.join(between, told);
    }

    private Decision decide(Policy policy) {
        return decided.computeIfAbsent(policy, day::decide);
    }

    private Title title(String title) {
        return awards.of(title).stream()
                .map(this::awarded)
                .max(Comparator.comparing(Title::possible))
                .orElse(new Title(false, "现行政策中没有授予它的，无从判断"));
    }

    private Title awarded(Policy policy) {
        Decision decision = decide(policy);
        return switch (decision.outcome()) {
            case Finding.Met met -> new Title(true, "现有数据已符合“" + policy.title() + "”");
            case Finding.Unknown unknown -> new Title(true, "“" + policy.title() + "”还有条件待补数据或确认");
            case Finding.Manual manual -> new Title(true, "“" + policy.title() + "”还有条件待人工确认");
            case Finding.NotApplicable none -> new Title(false, "“" + policy.title() + "”不适用于该企业");
            case Finding.NotMet notMet -> {
                Answer.Step step = step(decision, false);
                yield step.near() && step.isPossible()
                        ? new Title(true, "“" + policy.title() + "”只差一项：" + step.words())
                        : new Title(
                                false,
                                "“" + policy.title() + "”不符合："
                                        + some(Failing.ofNo(decision).told()));
            }
        };
    }

    private static String some(List<String> reasons) {
        return reasons.size() <= WAYS
                ? String.join("、", reasons)
                : String.join("、", reasons.subList(0, WAYS)) + " 等" + reasons.size() + "项";
    }

    /** As the board has it: another criterion met, no title held, and where it is a title that is lacking, somebody to award it. */
    private boolean isNear(Failing failing, Decision decision) {
        return Failing.meetsAnother(decision)
                && !holds(decision.policy())
                && awards.leaveAWay(failing.reasons().getFirst().criterion(), this::comes);
    }

    private boolean comes(Policy policy) {
        Decision decision = decide(policy);
        return switch (decision.outcome()) {
            case Finding.NotApplicable none -> false;
            case Finding.NotMet notMet -> step(decision, false).near();
            default -> true;
        };
    }

    private boolean holds(Policy policy) {
        return !Awards.isReview(policy)
                && policy.titles().stream()
                        .anyMatch(
                                title -> Boolean.TRUE.equals(day.firm().facts().holds(title, day.asOf())));
    }
}
