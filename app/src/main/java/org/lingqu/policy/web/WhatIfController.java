package org.lingqu.policy.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.policy.trial.SavedTrials;
import org.lingqu.policy.trial.TrialAnswer;
import org.lingqu.policy.trial.TrialFigure;
import org.lingqu.policy.trial.TrialQuestion;
import org.lingqu.policy.trial.Trials;
import org.lingqu.ui.Download;
import org.lingqu.ui.Ui;
import org.lingqu.ui.Uis;
import org.lingqu.whatif.WhatIf;
import org.lingqu.whatif.WhatIfBook;
import org.lingqu.whatif.WhatIfCsv;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 试算: what other figures in a policy would do, before anybody decides on them. */
@Controller
final class WhatIfController {

    private final Trials trials;
    private final SavedTrials saved;
    private final Uis uis;

    WhatIfController(Trials trials, SavedTrials saved, Uis uis) {
        this.trials = trials;
        this.saved = saved;
        this.uis = uis;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/policies/{region}/{name}/what-if")
    Object page(
            @PathVariable String region,
            @PathVariable String name,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response) {
        TrialQuestion question = question(region, name, parameters);
        TrialQuestion shorter = trials.shortened(question);
        if (!shorter.equals(question)) {
            return "redirect:/policies/" + region + "/" + name + "/what-if?" + shorter.query();
        }
        return view(question, null, request, response);
    }

    private TrialQuestion question(String region, String name, Map<String, String> parameters) {
        return TrialQuestion.of(
                trials.version(region + "/" + name, parameters.getOrDefault("version", "")), parameters);
    }

    private TrialAnswer answer(TrialQuestion question, HttpServletRequest request) {
        Ui ui = uis.of(request);
        return trials.answer(question, ui.say("policy.trial.first"), ui.say("policy.trial.second"));
    }

    private ModelAndView view(
            TrialQuestion question,
            SavedTrials.@Nullable Problem notSaved,
            HttpServletRequest request,
            HttpServletResponse response) {
        TrialAnswer answer = answer(question, request);
        boolean live =
                request.getHeader("X-Live") != null; // a script asks while somebody types: nothing has gone wrong
        if (!live && (!answer.problems().isEmpty() || notSaved != null)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        var model = new HashMap<String, Object>();
        model.put("question", question);
        model.put("answer", answer);
        model.put("picture", picture(answer));
        model.put("shifted", Shifted.of(answer, trials));
        model.put("saved", saved.of(question.policy().id().toString()));
        model.put("notSaved", notSaved);
        return new ModelAndView("policy/whatIf.jte", model);
    }

    private static @Nullable CurvePicture picture(TrialAnswer answer) {
        WhatIf whatIf = answer.whatIf();
        if (whatIf == null || whatIf.curve().isEmpty()) {
            return null;
        }
        WhatIf.Curve curve = whatIf.curve().getFirst();
        var marked = new ArrayList<CurvePicture.Marked>();
        curve.threshold().value().ifPresent(value -> marked.add(new CurvePicture.Marked(value, "now")));
        answer.figures().stream()
                .filter(figure -> figure.threshold().equals(curve.threshold()))
                .forEach(figure -> {
                    mark(figure.first(), "first", marked);
                    mark(figure.second(), "second", marked);
                });
        return CurvePicture.of(curve, marked);
    }

    private static void mark(TrialFigure.Typed typed, String style, List<CurvePicture.Marked> marked) {
        BigDecimal value = typed.value();
        if (value != null) {
            marked.add(new CurvePicture.Marked(value, style));
        }
    }

    /**
     * The curve over the slider of one figure, for the script of the page. Without content where it would have to be decided value
     * by value: that is worth a wait only where somebody asks for it.
     *
     * @param parameters those of the address of the page, whose {@code figure} is the slider's field: {@code a.rd-ratio.1}
     */
    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/policies/{region}/{name}/what-if/curve")
    @Nullable ModelAndView curve(
            @PathVariable String region,
            @PathVariable String name,
            @RequestParam Map<String, String> parameters,
            @RequestParam String figure,
            HttpServletResponse response) {
        int variant = figure.indexOf('.');
        Optional<WhatIf.Curve> curve = trials.beside(
                question(region, name, parameters), figure.substring(variant + 1), figure.startsWith("b."));
        if (curve.isEmpty()) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        return new ModelAndView("policy/trialBeside.jte", Map.of("beside", CurveBeside.of(curve.get())));
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/policies/{region}/{name}/what-if.xlsx")
    @Nullable ModelAndView excel(
            @PathVariable String region,
            @PathVariable String name,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return export(region, name, parameters, "xlsx", WhatIfBook::write, request, response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT, Role.AUDITOR})
    @GetMapping("/policies/{region}/{name}/what-if.csv")
    @Nullable ModelAndView csv(
            @PathVariable String region,
            @PathVariable String name,
            @RequestParam Map<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return export(
                region,
                name,
                parameters,
                "csv",
                (whatIf, out) -> {
                    try (Writer words = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                        WhatIfCsv.write(whatIf, words);
                    }
                },
                request,
                response);
    }

    private interface Written {
        void to(WhatIf whatIf, OutputStream out) throws IOException;
    }

    /** The page with what is wrong instead, where nothing could be tried. */
    private @Nullable ModelAndView export(
            String region,
            String name,
            Map<String, String> parameters,
            String ending,
            Written written,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TrialQuestion question = question(region, name, parameters);
        TrialAnswer answer = answer(question, request);
        WhatIf whatIf = answer.whatIf();
        if (whatIf == null) {
            return view(question, null, request, response);
        }
        written.to(
                trials.named(whatIf, answer.population()),
                Download.begin(response, name(question, whatIf, request) + "." + ending));
        return null;
    }

    private String name(TrialQuestion question, WhatIf whatIf, HttpServletRequest request) {
        return uis.of(request).say("policy.trial") + "-" + question.policy().title() + "-" + whatIf.asOf();
    }

    /** @param parameters those of the address of the page */
    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT})
    @PostMapping("/policies/{region}/{name}/what-if")
    Object save(
            Actor actor,
            @PathVariable String region,
            @PathVariable String name,
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "") String title,
            HttpServletRequest request,
            HttpServletResponse response) {
        TrialQuestion question = trials.shortened(question(region, name, parameters));
        SavedTrials.Problem problem = saved.save(actor, title, question).orElse(null);
        return problem == null
                ? "redirect:/policies/" + region + "/" + name + "/what-if?" + question.query()
                        + "&done=policy.trial-saved"
                : view(question, problem, request, response);
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR, Role.DEPARTMENT})
    @PostMapping("/policies/{region}/{name}/what-if/{id:[0-9]+}/delete")
    String delete(Actor actor, @PathVariable String region, @PathVariable String name, @PathVariable long id) {
        saved.remove(actor, region + "/" + name, id);
        return "redirect:/policies/" + region + "/" + name + "?done=policy.trial-deleted";
    }
}
