package org.lingqu.policy.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.engine.policy.diff.PolicyDiff;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.trial.TrialAnswer;
import org.lingqu.policy.trial.Trials;
import org.lingqu.registry.Enterprises;
import org.lingqu.ui.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Versions of a policy side by side: what changed, and for staff who gains and who loses. */
@Controller
final class PolicyVersionsController {

    private final InstalledPack installed;
    private final Trials trials;
    private final Enterprises enterprises;

    PolicyVersionsController(InstalledPack installed, Trials trials, Enterprises enterprises) {
        this.installed = installed;
        this.trials = trials;
        this.enterprises = enterprises;
    }

    /**
     * @param from a version; by default the one before {@code to}
     * @param to a version; by default the one in force, else the newest
     */
    @Access(everybody = true)
    @GetMapping("/policies/{region}/{name}/versions")
    ModelAndView versions(
            Actor actor,
            @PathVariable String region,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        List<Policy> versions = installed.pack().policies().stream()
                .filter(policy -> policy.id().toString().equals(region + "/" + name))
                .sorted(Comparator.comparing(policy -> policy.validity().from()))
                .toList();
        if (versions.isEmpty()) {
            throw new NotFound();
        }
        Policy later = to.isEmpty() ? now(versions) : called(versions, to);
        Policy earlier =
                from.isEmpty() ? versions.get(Math.max(0, versions.indexOf(later) - 1)) : called(versions, from);
        TrialAnswer answer = actor.role().isStaff() && !earlier.equals(later) ? trials.compared(earlier, later) : null;
        var model = new HashMap<String, Object>();
        model.put("versions", versions);
        model.put("from", earlier);
        model.put("to", later);
        model.put("differences", PolicyDiff.of(earlier, later));
        model.put("whatIf", answer == null ? null : answer.whatIf());
        model.put("shifted", answer == null ? List.of() : Shifted.of(answer, trials));
        return new ModelAndView("policy/versions.jte", model);
    }

    private Policy now(List<Policy> versions) {
        LocalDate today = enterprises.today();
        return versions.stream()
                .filter(policy -> policy.inForce(today))
                .findFirst()
                .orElse(versions.getLast());
    }

    private static Policy called(List<Policy> versions, String version) {
        return versions.stream()
                .filter(policy -> policy.version().equals(version))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
