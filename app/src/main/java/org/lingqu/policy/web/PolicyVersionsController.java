package org.lingqu.policy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.diff.PolicyDiff;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.trial.TrialAnswer;
import org.lingqu.policy.trial.Trials;
import org.lingqu.registry.Enterprises;
import org.lingqu.ui.Download;
import org.lingqu.ui.NotFound;
import org.lingqu.whatif.WhatIf;
import org.lingqu.whatif.WhatIfBook;
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
        Pair pair = pair(region + "/" + name, from, to);
        Policy earlier = pair.earlier();
        Policy later = pair.later();
        TrialAnswer answer = actor.role().isStaff() && !earlier.equals(later) ? trials.compared(earlier, later) : null;
        var model = new HashMap<String, Object>();
        model.put("versions", pair.versions());
        model.put("from", earlier);
        model.put("to", later);
        model.put("differences", PolicyDiff.of(earlier, later));
        model.put("whatIf", answer == null ? null : answer.whatIf());
        model.put("shifted", answer == null ? List.of() : Shifted.of(answer, trials));
        return new ModelAndView("policy/versions.jte", model);
    }

    /** Two versions of a policy among all of it, in the order of their days. */
    private record Pair(List<Policy> versions, Policy earlier, Policy later) {}

    private Pair pair(String id, String from, String to) {
        List<Policy> versions = installed.pack().policies().stream()
                .filter(policy -> policy.id().toString().equals(id))
                .sorted(Comparator.comparing(policy -> policy.validity().from()))
                .toList();
        if (versions.isEmpty()) {
            throw new NotFound();
        }
        Policy later = to.isEmpty() ? now(versions) : called(versions, to);
        return new Pair(
                versions,
                from.isEmpty() ? versions.get(Math.max(0, versions.indexOf(later) - 1)) : called(versions, from),
                later);
    }

    /** Who gains and who loses, all of them; the parameters are those of the page. */
    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/policies/{region}/{name}/versions.xlsx")
    void export(
            @PathVariable String region,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        Pair pair = pair(region + "/" + name, from, to);
        TrialAnswer answer = trials.compared(pair.earlier(), pair.later());
        WhatIf whatIf = answer.whatIf();
        if (whatIf == null || pair.earlier().equals(pair.later())) {
            throw new NotFound();
        }
        WhatIfBook.write(
                trials.named(whatIf, answer.population()),
                Download.begin(
                        response,
                        pair.later().title() + "-" + pair.earlier().version() + "-"
                                + pair.later().version() + ".xlsx"));
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
