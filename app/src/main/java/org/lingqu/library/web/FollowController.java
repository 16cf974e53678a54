package org.lingqu.library.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.library.search.Follow;
import org.lingqu.library.search.FollowProblem;
import org.lingqu.library.search.Follows;
import org.lingqu.library.search.Follows.Outcome;
import org.lingqu.library.search.SearchQuery;
import org.lingqu.library.search.SearchUnavailable;
import org.lingqu.ui.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Searches that somebody follows. */
@Controller
final class FollowController {

    private final Follows follows;

    FollowController(Follows follows) {
        this.follows = follows;
    }

    @Bean
    static NavEntry followNav() {
        List<Role> signedIn =
                Arrays.stream(Role.values()).filter(Role::canSignIn).toList();
        return new NavEntry(40, "follow.nav", "/follows", signedIn);
    }

    @Access(signedIn = true)
    @GetMapping("/follows")
    ModelAndView list(Actor actor) {
        return view(actor, List.of());
    }

    private ModelAndView view(Actor actor, List<FollowProblem> problems) {
        return new ModelAndView("library/follows.jte", Map.of("follows", follows.of(actor), "problems", problems));
    }

    /** @param query as it stands in the address of the search */
    @Access(signedIn = true)
    @PostMapping("/follows")
    Object add(Actor actor, @RequestParam String name, @RequestParam String query, HttpServletResponse response) {
        return answer(
                actor,
                follows.add(actor, name, SearchQuery.ofAddress(query)),
                "redirect:/follows?done=follow.added",
                response);
    }

    private Object answer(Actor actor, Outcome outcome, String done, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Done yes -> done;
            case Outcome.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield view(actor, refused.problems());
            }
        };
    }

    /** Shows what is new, or everything when nothing is; from now on that is seen. */
    @Access(signedIn = true)
    @PostMapping("/follows/{id:[0-9]+}/open")
    String open(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "false") boolean all) {
        Follow before = follows.open(actor, id);
        SearchQuery query = before.query().sorted("NEWEST");
        // before the first change there was nothing to have seen
        return "redirect:" + SearchPage.address(all || before.seen() == 0 ? query : query.since(before.seen()));
    }

    @Access(signedIn = true)
    @PostMapping("/follows/{id:[0-9]+}/rename")
    Object rename(Actor actor, @PathVariable long id, @RequestParam String name, HttpServletResponse response) {
        return answer(actor, follows.rename(actor, id, name), "redirect:/follows?done=follow.renamed", response);
    }

    @Access(signedIn = true)
    @PostMapping("/follows/{id:[0-9]+}/delete")
    String delete(Actor actor, @PathVariable long id) {
        follows.remove(actor, id);
        return "redirect:/follows?done=follow.removed";
    }

    @ExceptionHandler(SearchUnavailable.class)
    ModelAndView unavailable() {
        return new ModelAndView("library/searchUnavailable.jte", HttpStatus.SERVICE_UNAVAILABLE);
    }
}
