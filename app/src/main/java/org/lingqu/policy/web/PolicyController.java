package org.lingqu.policy.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.calendar.WorkingDays;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.match.Answer;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.ApplyTimes;
import org.lingqu.policy.Board;
import org.lingqu.policy.Combinations;
import org.lingqu.policy.CriterionTally;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.Standing;
import org.lingqu.policy.catalogue.OpenSpan;
import org.lingqu.policy.draft.Drafts;
import org.lingqu.policy.kept.KeptDecisions;
import org.lingqu.policy.question.Questions;
import org.lingqu.policy.source.Sources;
import org.lingqu.policy.trial.SavedTrials;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.Places;
import org.lingqu.ui.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One policy with how enterprises stand to it, and one enterprise with what policies say of it. Who they are tells
 * {@link CallListController}.
 */
@Controller
final class PolicyController {

    private final Opportunities opportunities;
    private final InstalledPack installed;
    private final Enterprises enterprises;
    private final SavedTrials trials;
    private final Drafts drafts;
    private final Questions questions;
    private final KeptDecisions kept;
    private final WorkingDays workingDays;
    private final ApplyTimes deadlines;
    private final Sources sources;
    private final Places places;

    PolicyController(
            Opportunities opportunities,
            InstalledPack installed,
            Enterprises enterprises,
            SavedTrials trials,
            Drafts drafts,
            Questions questions,
            KeptDecisions kept,
            WorkingDays workingDays,
            ApplyTimes deadlines,
            Sources sources,
            Places places) {
        this.places = places;
        this.sources = sources;
        this.workingDays = workingDays;
        this.deadlines = deadlines;
        this.kept = kept;
        this.questions = questions;
        this.opportunities = opportunities;
        this.installed = installed;
        this.enterprises = enterprises;
        this.trials = trials;
        this.drafts = drafts;
    }

    @Access(everybody = true)
    @GetMapping("/policies/{region}/{name}")
    ModelAndView policy(
            Actor actor,
            @PathVariable String region,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String version) {
        LocalDate today = enterprises.today();
        List<Policy> versions = versions(region + "/" + name);
        Policy policy = versions.stream()
                .filter(each ->
                        version.isEmpty() ? each.inForce(today) : each.version().equals(version))
                .findFirst()
                .orElse(version.isEmpty() ? versions.getLast() : null);
        if (policy == null) {
            throw new NotFound();
        }
        var model = new HashMap<String, Object>();
        Optional<Board> board = actor.role().isStaff()
                ? Optional.of(opportunities.board())
                        .filter(each -> each.policies().contains(policy))
                : Optional.empty();
        model.put(
                "shown",
                new PolicyShown(
                        policy,
                        installed.facts(),
                        board.map(each -> counts(each, policy)).orElse(Map.of()),
                        Combinations.of(policy, installed.pack().inForce(today)),
                        sources.of(actor, policy)));
        model.put("versions", versions);
        model.put("today", today);
        model.put("nextYear", today.getYear() + 1);
        model.put("tally", board.map(each -> each.tally(policy)).orElse(null));
        model.put(
                "withWay",
                board.map(each -> opportunities.countWithWay(policy, id -> true).orElse(-1))
                        .orElse(-1));
        model.put("funnel", board.map(each -> each.funnel(policy)).orElse(List.of()));
        model.put("meant", board.map(each -> each.tally(policy).meant()).orElse(0));
        model.put("drafts", actor.role().isStaff() ? drafts.of(policy.id().toString()) : List.of());
        model.put("trials", actor.role().isStaff() ? trials.of(policy.id().toString()) : List.of());
        model.put("bars", VersionBars.of(versions, today));
        model.put("spans", OpenSpan.of(policy, today.getYear(), today.getYear() + 1));
        model.put("workingDays", workingDays);
        model.put("deadlines", deadlines);
        model.put("places", places);
        return new ModelAndView("policy/policy.jte", model);
    }

    private static Map<String, CriterionTally> counts(Board board, Policy policy) {
        return board.criteria(policy).stream()
                .collect(Collectors.toMap(each -> each.criterion().id(), Function.identity()));
    }

    private List<Policy> versions(String id) {
        List<Policy> versions = installed.pack().policies().stream()
                .filter(policy -> policy.id().toString().equals(id))
                .toList();
        if (versions.isEmpty()) {
            throw new NotFound();
        }
        return versions;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR, Role.ENTERPRISE})
    @GetMapping("/enterprises/{id}/policies")
    ModelAndView ofEnterprise(Actor actor, @PathVariable long id) {
        Enterprise enterprise = enterprises.byId(actor, id).orElseThrow(NotFound::new);
        kept.note(enterprise);
        Map<Policy, Standing> standings = opportunities.board().standings(id);
        Set<Policy> held = opportunities.board().held(id);
        List<Answer> answers = opportunities.answers(enterprise).stream()
                .sorted(Comparator.<Answer>comparingInt(answer -> rank(answer, standings, held))
                        .thenComparing(Answer.MOST_FIRST))
                .toList();
        Map<Policy, Set<String>> benefits = answers.stream()
                .filter(answer -> standings.get(answer.policy()) == Standing.MET)
                .collect(Collectors.toMap(Answer::policy, Answer::benefits));
        return new ModelAndView(
                "policy/ofEnterprise.jte",
                Map.of(
                        "enterprise",
                        enterprise,
                        "answers",
                        answers,
                        "standings",
                        standings,
                        "combinations",
                        Combinations.among(
                                benefits.keySet(),
                                (policy, benefit) ->
                                        benefits.getOrDefault(policy, Set.of()).contains(benefit.id())),
                        "deadlines",
                        deadlines,
                        "held",
                        held,
                        "today",
                        enterprises.today()));
    }

    /** What can be had first, then what is near, then what wants facts, then titles that it has already. */
    private static int rank(Answer answer, Map<Policy, Standing> standings, Set<Policy> held) {
        return switch (answer.outcome()) {
            case MET -> held.contains(answer.policy()) ? 5 : 0;
            case NOT_MET ->
                standings.get(answer.policy()) != Standing.NEAR
                        ? 6
                        : answer.step().isPossible() ? 1 : 2;
            case MANUAL -> 3;
            case UNKNOWN -> 4;
            case NOT_APPLICABLE -> 7;
        };
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR, Role.ENTERPRISE})
    @GetMapping("/enterprises/{id}/policies/{region}/{name}")
    ModelAndView decision(Actor actor, @PathVariable long id, @PathVariable String region, @PathVariable String name) {
        Enterprise enterprise = enterprises.byId(actor, id).orElseThrow(NotFound::new);
        Policy policy = opportunities.policies(enterprises.today()).stream()
                .filter(each -> each.id().toString().equals(region + "/" + name))
                .findFirst()
                .orElseThrow(NotFound::new);
        kept.note(enterprise);
        return new ModelAndView(
                "policy/decision.jte",
                Map.of(
                        "enterprise",
                        enterprise,
                        "policy",
                        policy,
                        "lines",
                        DecisionLine.of(opportunities.explain(policy, enterprise)),
                        "confirmed",
                        questions.confirmed(enterprise, policy)));
    }
}
