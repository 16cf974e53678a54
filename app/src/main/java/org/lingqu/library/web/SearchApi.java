package org.lingqu.library.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.library.FilterProblem;
import org.lingqu.library.search.Search;
import org.lingqu.library.search.SearchQuery;
import org.lingqu.library.search.SearchQueryReader;
import org.lingqu.library.search.SearchRequest;
import org.lingqu.library.search.SearchResult;
import org.lingqu.library.search.SearchUnavailable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Search for programs. */
@RestController
@Tag(name = "library")
final class SearchApi {

    private final Search search;
    private final ApiAnswers answers;

    SearchApi(Search search, ApiAnswers answers) {
        this.search = search;
        this.answers = answers;
    }

    @Access(everybody = true)
    @GetMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "检索网页和数据 · search pages and statements",
            description = "与浏览器里的检索同样的词、条件、顺序和权限；未登录者只见公开的。"
                    + "Words, filters, order and rights are those of the search in the browser.")
    @ApiResponse(
            responseCode = "200",
            description = "一页结果 · a part of the answer",
            content = @Content(schema = @Schema(implementation = ApiSearch.class)))
    @ApiResponse(
            responseCode = "400",
            description = "有条件没有听懂 · something was not understood",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ApiProblem.class)))
    @ApiResponse(responseCode = "503", description = "索引正在打开或重建 · the index is being opened", content = @Content)
    ResponseEntity<?> find(@ParameterObject ApiSearchParameters parameters, Actor actor, HttpServletRequest request) {
        SearchQuery query = parameters.query();
        var problems = new ArrayList<FilterProblem>();
        int size = ApiAnswers.number(
                parameters.size(), SearchQueryReader.SIZE, 1, SearchRequest.MOST_A_PAGE, "size", problems);
        int page = ApiAnswers.number(parameters.page(), 1, 1, SearchResult.DEEPEST, "page", problems);
        var reader = new SearchQueryReader(query.page(page));
        SearchRequest asked = reader.read(size);
        problems.addAll(0, reader.problems());
        if (!problems.isEmpty()) {
            return answers.problem(problems, request);
        }
        Search.Results results = search.find(actor, asked);
        boolean more = page < results.result().lastPage();
        String next = more ? "/api/search" + query.page(page + 1).address() + "&size=" + size : null;
        return ResponseEntity.ok(ApiSearch.of(results, page, size, next));
    }

    @ExceptionHandler(SearchUnavailable.class)
    void unavailable(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
