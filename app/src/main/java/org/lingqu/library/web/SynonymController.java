package org.lingqu.library.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.library.search.SynonymList;
import org.lingqu.library.search.SynonymList.Outcome;
import org.lingqu.library.search.SynonymList.Sheet;
import org.lingqu.library.search.SynonymProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of synonyms. */
@Controller
final class SynonymController {

    private final SynonymList list;

    SynonymController(SynonymList list) {
        this.list = list;
    }

    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @GetMapping("/search/synonyms")
    ModelAndView show() {
        Sheet sheet = list.sheet();
        return view(sheet, sheet.text(), sheet.problems(), null);
    }

    /** @param anyway whether lines that cannot be used are kept all the same */
    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/search/synonyms")
    Object save(
            Actor actor,
            @RequestParam String text,
            @RequestParam String seen,
            @RequestParam(defaultValue = "false") boolean anyway,
            HttpServletResponse response) {
        return switch (list.save(actor, text, seen, anyway)) {
            case Outcome.Saved saved -> "redirect:/search/synonyms?done=search.synonyms";
            case Outcome.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield view(list.sheet(), text, refused.problems(), seen);
            }
            case Outcome.Overtaken overtaken -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield view(overtaken.now(), text, List.of(), null)
                        .addObject("overtaken", overtaken.now().text());
            }
        };
    }

    /** Back to the list that comes with Lingqu. */
    @Access({Role.OFFICER, Role.ADMINISTRATOR})
    @PostMapping("/search/synonyms/shipped")
    String shipped(Actor actor, @RequestParam String seen) {
        return list.save(actor, SynonymList.shipped(), seen, true) instanceof Outcome.Saved
                ? "redirect:/search/synonyms?done=search.synonyms-shipped"
                : "redirect:/search/synonyms?done=search.synonyms-overtaken";
    }

    private static ModelAndView view(Sheet sheet, String text, List<SynonymProblem> problems, @Nullable String seen) {
        Map<String, Object> model = new HashMap<>();
        model.put("text", text);
        model.put("own", sheet.own());
        model.put("seen", seen == null ? sheet.hash() : seen);
        model.put("problems", problems);
        model.put("refused", seen != null);
        return new ModelAndView("library/synonyms.jte", model);
    }
}
