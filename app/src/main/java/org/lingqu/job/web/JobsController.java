package org.lingqu.job.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.job.JobRun;
import org.lingqu.job.Jobs;
import org.lingqu.ui.NavEntry;
import org.lingqu.ui.NotFound;
import org.lingqu.ui.Paging;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Long work: what is under way, how far it is, what it said. */
@Controller
final class JobsController {

    private static final int RUNS = 30;
    private static final int LINES = 200;

    private final Jobs jobs;

    JobsController(Jobs jobs) {
        this.jobs = jobs;
    }

    @Bean
    static NavEntry jobsNav() {
        return new NavEntry(80, "job.nav", "/jobs", List.of(Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR));
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR})
    @GetMapping("/jobs")
    ModelAndView list(Actor actor, @RequestParam(defaultValue = "1") int page) {
        Paging paging = Paging.of(page, RUNS, jobs.count());
        return new ModelAndView(
                "job/jobs.jte",
                Map.of(
                        "runs",
                        jobs.newest(paging.offset(), RUNS),
                        "paging",
                        paging,
                        "byHand",
                        actor.is(Role.ADMINISTRATOR) ? jobs.byHand() : List.of()));
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR})
    @GetMapping("/jobs/{id}")
    ModelAndView one(@PathVariable long id, @RequestParam(defaultValue = "1") int page) {
        JobRun run = jobs.byId(id).orElseThrow(NotFound::new);
        Paging paging = Paging.of(page, LINES, jobs.countLines(id));
        return new ModelAndView(
                "job/job.jte",
                Map.of(
                        "run",
                        run,
                        "lines",
                        jobs.lines(id, paging.offset(), LINES),
                        "paging",
                        paging,
                        "address",
                        jobs.address(run)));
    }

    /** The part of a page that tells how far a run is; when it is over the whole page is asked for anew. */
    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR})
    @GetMapping("/jobs/{id}/progress")
    ModelAndView progress(@PathVariable long id, HttpServletResponse response) {
        JobRun run = jobs.byId(id).orElseThrow(NotFound::new);
        if (run.state().isOver()) {
            response.setHeader("HX-Refresh", "true");
        }
        return new ModelAndView("job/progress.jte", Map.of("run", run));
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/jobs/{id}/cancel")
    String cancel(Actor actor, @PathVariable long id) {
        JobRun run = jobs.byId(id).orElseThrow(NotFound::new);
        jobs.cancel(actor, run.id());
        return "redirect:/jobs/" + run.id() + "?done=job.cancelled";
    }

    @Access(Role.ADMINISTRATOR)
    @PostMapping("/jobs/start")
    String start(Actor actor, @RequestParam String kind) {
        Optional<String> known = jobs.byHand().stream().filter(kind::equals).findAny();
        String name = known.orElseThrow(NotFound::new);
        JobRun run = jobs.start(actor, name, name, "");
        return "redirect:/jobs/" + run.id() + "?done=job.started";
    }
}
