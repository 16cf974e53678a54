package org.lingqu.library.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.text.Reading;
import org.lingqu.job.JobRun;
import org.lingqu.job.Jobs;
import org.lingqu.library.ImportItem;
import org.lingqu.library.ImportOutcome;
import org.lingqu.library.ImportProblem;
import org.lingqu.library.Imports;
import org.lingqu.library.PageImport;
import org.lingqu.library.Visibility;
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

/** How pages get in: give them, look, take them in. */
@Controller
final class ImportController {

    private static final int IMPORTS = 10;
    private static final int ITEMS = 100;

    private final Imports imports;
    private final Jobs jobs;

    ImportController(Imports imports, Jobs jobs) {
        this.imports = imports;
        this.jobs = jobs;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @GetMapping("/library/import")
    ModelAndView form(@RequestParam(defaultValue = "1") int page) {
        return form(page, new ImportForm("", "", "", Visibility.INTERNAL), List.of());
    }

    private ModelAndView form(int page, ImportForm typed, List<ImportProblem> problems) {
        Paging paging = Paging.of(page, IMPORTS, imports.count());
        return new ModelAndView(
                "library/import.jte",
                Map.of(
                        "typed",
                        typed,
                        "problems",
                        problems,
                        "folders",
                        imports.allowedFolders(),
                        "orders",
                        imports.newest(paging.offset(), IMPORTS),
                        "paging",
                        paging));
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/library/import/upload")
    ModelAndView upload(
            Actor actor,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "INTERNAL") String visibility,
            HttpServletResponse response)
            throws IOException {
        List<Imports.Upload> sent = (files == null ? List.<MultipartFile>of() : files)
                .stream()
                        .map(file -> new Imports.Upload(
                                Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                                file.getSize(),
                                file::getInputStream))
                        .toList();
        Visibility seen = visibility(visibility);
        return begun(imports.upload(actor, sent, seen), new ImportForm("", "", "", seen), response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/library/import/text")
    ModelAndView text(
            Actor actor,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "INTERNAL") String visibility,
            HttpServletResponse response)
            throws IOException {
        Visibility seen = visibility(visibility);
        return begun(imports.text(actor, text, address, seen), new ImportForm(text, address, "", seen), response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/library/import/folder")
    ModelAndView folder(
            Actor actor,
            @RequestParam(defaultValue = "") String folder,
            @RequestParam(defaultValue = "INTERNAL") String visibility,
            HttpServletResponse response)
            throws IOException {
        Visibility seen = visibility(visibility);
        return begun(imports.folder(actor, folder, seen), new ImportForm("", "", folder, seen), response);
    }

    private ModelAndView begun(Imports.Begun begun, ImportForm typed, HttpServletResponse response) {
        return switch (begun) {
            case Imports.Begun.Looking looking ->
                new ModelAndView("redirect:/library/import/" + looking.order().id());
            case Imports.Begun.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield form(1, typed, refused.problems());
            }
        };
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @GetMapping("/library/import/{id}")
    ModelAndView one(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "1") int page) {
        return page(order(id), outcome, page, List.of());
    }

    private ModelAndView page(PageImport seen, String outcome, int page, List<ImportProblem> problems) {
        // a job may end between the two questions: asked once more after it, the import is as the job left it
        Optional<JobRun> run = run(seen);
        PageImport order = run.filter(job -> job.state().isOver()).isPresent() ? order(seen.id()) : seen;
        ImportOutcome chosen = Arrays.stream(ImportOutcome.values())
                .filter(each -> each.name().equals(outcome))
                .findAny()
                .orElse(null);
        var counts = imports.counts(order);
        Paging paging = Paging.of(page, ITEMS, chosen == null ? counts.all() : counts.of(chosen));
        var model = new HashMap<String, Object>();
        model.put("order", order);
        model.put("run", run.orElse(null));
        model.put("counts", counts);
        model.put("items", imports.items(order, chosen, paging.offset(), ITEMS));
        model.put("chosen", chosen);
        model.put("paging", paging);
        model.put("problems", problems);
        return new ModelAndView("library/importLook.jte", model);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @GetMapping("/library/import/{id}/items/{ordinal}")
    ModelAndView item(@PathVariable long id, @PathVariable int ordinal) throws IOException {
        PageImport order = order(id);
        ImportItem item = imports.item(order, ordinal).orElseThrow(NotFound::new);
        Optional<Reading> reading = imports.read(order, item);
        if (reading.isEmpty() && item.page() != null) {
            return new ModelAndView("redirect:/library/pages/" + item.page());
        }
        return new ModelAndView(
                "library/importItem.jte",
                Map.of("order", order, "item", item, "reading", reading.orElseThrow(NotFound::new)));
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/library/import/{id}/take")
    ModelAndView take(Actor actor, @PathVariable long id, HttpServletResponse response) {
        PageImport order = order(id);
        return after(order, imports.take(actor, order), "library.taking", response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/library/import/{id}/look")
    ModelAndView look(Actor actor, @PathVariable long id, HttpServletResponse response) {
        PageImport order = order(id);
        return after(order, imports.lookAgain(actor, order), "library.looking", response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/library/import/{id}/discard")
    ModelAndView discard(Actor actor, @PathVariable long id, HttpServletResponse response) {
        PageImport order = order(id);
        return after(order, imports.discard(actor, order), "library.discarded", response);
    }

    /** @param out true to leave the ticked pages out, false to take them back in */
    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/library/import/{id}/leave-out")
    ModelAndView leaveOut(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable List<Integer> item,
            @RequestParam(defaultValue = "true") boolean out,
            HttpServletResponse response) {
        PageImport order = order(id);
        List<ImportProblem> problems = imports.leaveOut(order, item == null ? List.of() : item, out);
        return after(order, problems, out ? "library.left-out" : "library.back-in", response);
    }

    private ModelAndView after(
            PageImport order, List<ImportProblem> problems, String done, HttpServletResponse response) {
        if (problems.isEmpty()) {
            return new ModelAndView("redirect:/library/import/" + order.id() + "?done=" + done);
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(order(order.id()), "", 1, problems);
    }

    private PageImport order(long id) {
        return imports.byId(id).orElseThrow(NotFound::new);
    }

    private Optional<JobRun> run(PageImport order) {
        return Optional.ofNullable(order.run()).flatMap(jobs::byId);
    }

    /** Whatever a form may say, nothing becomes public by mistake. */
    private static Visibility visibility(String name) {
        return name.equals(Visibility.PUBLIC.name()) ? Visibility.PUBLIC : Visibility.INTERNAL;
    }
}
