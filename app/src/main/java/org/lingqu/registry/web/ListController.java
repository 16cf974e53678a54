package org.lingqu.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.job.JobRun;
import org.lingqu.job.Jobs;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.FirmLists;
import org.lingqu.registry.PartyKind;
import org.lingqu.registry.PartyKinds;
import org.lingqu.registry.RowOutcome;
import org.lingqu.registry.Typed;
import org.lingqu.ui.NotFound;
import org.lingqu.ui.Paging;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** How lists of enterprises get in: send one, look, say what columns mean, take it in, undo. */
@Controller
final class ListController {

    private static final int IMPORTS = 10;
    private static final int ROWS = 100;

    private final FirmLists lists;
    private final Jobs jobs;
    private final Enterprises enterprises;
    private final InstalledPack installed;
    private final PartyKinds kinds;

    ListController(FirmLists lists, Jobs jobs, Enterprises enterprises, InstalledPack installed, PartyKinds kinds) {
        this.kinds = kinds;
        this.lists = lists;
        this.jobs = jobs;
        this.enterprises = enterprises;
        this.installed = installed;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @GetMapping("/enterprises/import")
    ModelAndView form(
            @RequestParam(required = false) @Nullable PartyKind kind, @RequestParam(defaultValue = "1") int page) {
        return form(kind, page, List.of(), "");
    }

    private ModelAndView form(@Nullable PartyKind kind, int page, List<String> problems, String pasted) {
        Paging paging = Paging.of(page, IMPORTS, lists.count(kind));
        var model = new HashMap<String, Object>();
        model.put("kind", kind);
        model.put("problems", problems);
        model.put("pasted", pasted);
        model.put("today", enterprises.today());
        model.put("suppliers", Arrays.asList(Supplier.values()));
        model.put("lists", lists.newest(kind, paging.offset(), IMPORTS));
        model.put("paging", paging);
        return new ModelAndView("registry/import.jte", model);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/enterprises/import")
    ModelAndView send(
            Actor actor,
            @RequestParam(required = false) @Nullable PartyKind kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String saidOn,
            HttpServletResponse response)
            throws IOException {
        var problems = new ArrayList<String>();
        if (file == null || file.isEmpty()) {
            problems.add("no-file");
        }
        Optional<Supplier> supplier = Typed.supplier(source);
        if (supplier.isEmpty()) {
            problems.add("no-source");
        }
        Optional<LocalDate> day = Typed.saidOn(saidOn, enterprises.today());
        if (day.isEmpty()) {
            problems.add("no-day");
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(kind, 1, problems, "");
        }
        MultipartFile sent = Objects.requireNonNull(file);
        try (var content = sent.getInputStream()) {
            return sent(lists.send(
                    actor,
                    kind,
                    Objects.requireNonNullElse(sent.getOriginalFilename(), ""),
                    content,
                    sheet.strip(),
                    supplier.orElseThrow(),
                    day.orElseThrow()));
        }
    }

    private static ModelAndView sent(FirmListImport list) {
        return new ModelAndView("redirect:/enterprises/import/" + list.id());
    }

    /** Rows as a spreadsheet puts them on the clipboard: tabs between cells, the header first. */
    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/enterprises/import/paste")
    ModelAndView paste(
            Actor actor,
            @RequestParam(required = false) @Nullable PartyKind kind,
            @RequestParam(defaultValue = "") String rows,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String saidOn,
            HttpServletResponse response)
            throws IOException {
        var problems = new ArrayList<String>();
        if (rows.isBlank()) {
            problems.add("no-rows");
        }
        Optional<Supplier> supplier = Typed.supplier(source);
        if (supplier.isEmpty()) {
            problems.add("no-source");
        }
        Optional<LocalDate> day = Typed.saidOn(saidOn, enterprises.today());
        if (day.isEmpty()) {
            problems.add("no-day");
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(kind, 1, problems, rows);
        }
        return sent(lists.send(
                actor,
                kind,
                "粘贴 " + enterprises.today() + ".txt",
                new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)),
                "",
                supplier.orElseThrow(),
                day.orElseThrow()));
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @GetMapping("/enterprises/import/{id}")
    ModelAndView one(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "false") boolean problems,
            @RequestParam(defaultValue = "1") int page) {
        return page(list(id), outcome, problems, page, "");
    }

    private ModelAndView page(FirmListImport seen, String outcome, boolean withProblems, int page, String problem) {
        // a job may end between the two questions: asked once more after it, the list is as the job left it
        Optional<JobRun> run = run(seen);
        FirmListImport list = run.filter(job -> job.state().isOver()).isPresent() ? list(seen.id()) : seen;
        RowOutcome chosen = Arrays.stream(RowOutcome.values())
                .filter(each -> each.name().equals(outcome))
                .findFirst()
                .orElse(null);
        Paging paging = Paging.of(page, ROWS, lists.countRows(list, chosen, withProblems));
        var model = new HashMap<String, Object>();
        model.put("list", list);
        model.put("run", run.orElse(null));
        model.put("chosen", chosen);
        model.put("withProblems", withProblems);
        model.put("rows", lists.rows(list, chosen, withProblems, paging.offset(), ROWS));
        model.put("paging", paging);
        model.put("problem", problem);
        model.put(
                "options",
                list.kind() == null
                        ? ColumnOptions.of(installed, list.saidOn())
                        : ColumnOptions.of(kinds.of(list.kind())));
        model.put("typed", List.of());
        model.put("unclear", List.of());
        return new ModelAndView("registry/list.jte", model);
    }

    /** The form sends {@code words} once for each column, in order. */
    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/enterprises/import/{id}/columns")
    ModelAndView columns(Actor actor, @PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
        FirmListImport list = list(id);
        String[] sent = request.getParameterValues("words"); // a comma inside one is no end of it
        List<String> words = sent == null ? List.of() : List.of(sent);
        return switch (lists.mean(actor, list, words)) {
            case FirmLists.Meant.Looking ignored -> after(list, true, "registry.looking", response);
            case FirmLists.Meant.TooLate ignored -> after(list, false, "", response);
            case FirmLists.Meant.NotUnderstood unclear -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                ModelAndView page = page(list, "", false, 1, "");
                page.addObject("typed", words);
                page.addObject("unclear", unclear.columns());
                yield page;
            }
        };
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/enterprises/import/{id}/look")
    ModelAndView look(Actor actor, @PathVariable long id, HttpServletResponse response) {
        FirmListImport list = list(id);
        return after(list, lists.lookAgain(actor, list), "registry.looking", response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/enterprises/import/{id}/take")
    ModelAndView take(Actor actor, @PathVariable long id, HttpServletResponse response) {
        FirmListImport list = list(id);
        return after(list, lists.take(actor, list), "registry.taking", response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/enterprises/import/{id}/discard")
    ModelAndView discard(Actor actor, @PathVariable long id, HttpServletResponse response) {
        FirmListImport list = list(id);
        return after(list, lists.discard(actor, list), "registry.discarded", response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/enterprises/import/{id}/undo")
    ModelAndView undo(Actor actor, @PathVariable long id, HttpServletResponse response) {
        FirmListImport list = list(id);
        return after(list, lists.undo(actor, list), "registry.undoing", response);
    }

    private ModelAndView after(FirmListImport list, boolean done, String word, HttpServletResponse response) {
        if (done) {
            return new ModelAndView("redirect:/enterprises/import/" + list.id() + "?done=" + word);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(list(list.id()), "", false, 1, "not-now");
    }

    private FirmListImport list(long id) {
        return lists.byId(id).orElseThrow(NotFound::new);
    }

    private Optional<JobRun> run(FirmListImport list) {
        return Optional.ofNullable(list.run()).flatMap(jobs::byId);
    }
}
