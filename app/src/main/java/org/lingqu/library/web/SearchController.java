package org.lingqu.library.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.library.Library;
import org.lingqu.library.Page;
import org.lingqu.library.Visibility;
import org.lingqu.library.search.Dimension;
import org.lingqu.library.search.Follows;
import org.lingqu.library.search.Search;
import org.lingqu.library.search.SearchQuery;
import org.lingqu.library.search.SearchQueryReader;
import org.lingqu.library.search.SearchRequest;
import org.lingqu.library.search.SearchResult.FacetValue;
import org.lingqu.library.search.SearchUnavailable;
import org.lingqu.ui.FoundElsewhere;
import org.lingqu.ui.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Search over pages and statements. */
@Controller
final class SearchController {

    private static final int SUGGESTIONS = 10;
    private static final int RELATED = 6;
    /** Characters; what is longer names nothing. */
    private static final int LONGEST_NAME = 60;

    private final Search search;
    private final Library library;
    private final Follows follows;
    private final List<FoundElsewhere> others;

    SearchController(Search search, Library library, Follows follows, List<FoundElsewhere> others) {
        this.others = others;
        this.search = search;
        this.library = library;
        this.follows = follows;
    }

    @Access(everybody = true)
    @GetMapping("/search")
    ModelAndView search(@RequestParam MultiValueMap<String, String> parameters, Actor actor) {
        SearchQuery query = SearchQuery.of(parameters);
        var reader = new SearchQueryReader(query);
        Search.Results results = search.find(actor, reader.read(SearchQueryReader.SIZE));
        List<FacetValue> indicators = results.result().total() == 0 ? indicators(actor) : List.of();
        var page = new SearchPage(
                query,
                reader.problems(),
                results,
                indicators,
                follows.same(actor, query).orElse(null));
        return new ModelAndView("library/search.jte", Map.of("view", page, "elsewhere", elsewhere(actor, query)));
    }

    /** For plain words only: who narrows pages down, or turns them over, looks for pages. */
    private List<FoundElsewhere.Group> elsewhere(Actor actor, SearchQuery query) {
        String words = query.words().strip();
        return words.isEmpty() || words.length() > LONGEST_NAME || !query.equals(query.unfiltered()) || query.page() > 1
                ? List.of()
                : others.stream()
                        .flatMap(each -> each.find(actor, words).stream())
                        .toList();
    }

    /** The indicators of which most is said: for somebody who found nothing. */
    private List<FacetValue> indicators(Actor actor) {
        SearchRequest everything = SearchRequest.of("", Visibility.PUBLIC).counting(Set.of(Dimension.INDICATOR));
        return search.find(actor, everything.page(1, 1)).result().facets().getOrDefault(Dimension.INDICATOR, List.of());
    }

    /** Words to go on with, for the box. */
    @Access(everybody = true)
    @GetMapping(path = "/search/suggest", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    @Hidden
    List<String> suggest(@RequestParam(defaultValue = "") String q, Actor actor) {
        return search.suggest(actor, q, SUGGESTIONS);
    }

    /** @param panel whether it stands inside the page itself */
    @Access(everybody = true)
    @GetMapping("/library/pages/{id:[0-9]+}/related")
    ModelAndView related(@PathVariable long id, @RequestParam(defaultValue = "false") boolean panel, Actor actor) {
        Page page = library.page(actor, id).orElseThrow(NotFound::new);
        var model = new HashMap<String, Object>();
        model.put("related", search.related(actor, id, RELATED));
        if (!panel) {
            model.put("page", page);
            model.put(
                    "title",
                    library.latest(page).title() == null
                            ? page.name()
                            : library.latest(page).title());
        }
        return new ModelAndView(panel ? "library/relatedList.jte" : "library/related.jte", model);
    }

    @ExceptionHandler(SearchUnavailable.class)
    ModelAndView unavailable() {
        return new ModelAndView("library/searchUnavailable.jte", HttpStatus.SERVICE_UNAVAILABLE);
    }
}
