package org.lingqu.library.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.library.Library;
import org.lingqu.library.PageFilter;
import org.lingqu.library.Visibility;
import org.lingqu.ui.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All pages of the base. */
@Controller
final class PagesController {

    private static final int PAGES = 50;
    private static final List<String> NO_FILTER = List.of("page", "done", "_csrf", "id", "to");

    private final Library library;

    PagesController(Library library) {
        this.library = library;
    }

    @Access(everybody = true)
    @GetMapping("/library/pages")
    ModelAndView list(
            Actor actor, @RequestParam Map<String, String> parameters, @RequestParam(defaultValue = "1") int page) {
        PageFilter filter = PageFilter.of(parameters);
        Paging paging = Paging.of(page, PAGES, library.count(actor, filter));
        var model = new HashMap<String, Object>();
        model.put("filter", filter);
        model.put("pages", library.find(actor, filter, paging.offset(), PAGES));
        model.put("paging", paging);
        model.put("choices", library.choices(actor));
        model.put("staff", actor.role().isStaff());
        model.put("mayImport", actor.is(Role.OFFICER, Role.ADMINISTRATOR));
        model.put("mayOpen", actor.is(Role.OFFICER));
        return new ModelAndView("library/pages.jte", model);
    }

    /** @param to whom the ticked pages are shown from now on */
    @Access(Role.OFFICER)
    @PostMapping("/library/pages/visibility")
    String visibility(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable List<Long> id,
            @RequestParam Visibility to) {
        int changed = library.setVisibility(actor, id == null ? List.of() : id, to);
        String filter = request.getParameterMap().entrySet().stream()
                .filter(entry -> !NO_FILTER.contains(entry.getKey()) && !entry.getValue()[0].isEmpty())
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue()[0], StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.joining("&"));
        return "redirect:/library/pages?" + (filter.isEmpty() ? "" : filter + "&") + "done="
                + (changed == 0 ? "library.visibility-same" : "library.visibility-" + to);
    }
}
