package org.lingqu.library.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Access;
import org.lingqu.account.Actor;
import org.lingqu.library.FilterProblem;
import org.lingqu.library.FoundStatement;
import org.lingqu.library.Library;
import org.lingqu.library.Origin;
import org.lingqu.library.Page;
import org.lingqu.library.StatementQuery;
import org.lingqu.library.Statements;
import org.lingqu.ui.NotFound;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pages and statements for programs. */
@RestController
@Tag(name = "library", description = "证据库：网页与数据 · pages and statements, each statement with its citation")
final class ApiController {

    private static final int MOST = 200;

    private final Library library;
    private final Statements statements;
    private final ApiAnswers answers;

    ApiController(Library library, Statements statements, ApiAnswers answers) {
        this.library = library;
        this.statements = statements;
        this.answers = answers;
    }

    /**
     * A part of an answer.
     *
     * @param next address of the next part; null when this is the last that is given
     */
    @Schema(description = "一页结果 · a part of the answer")
    record StatementsFound(
            @Schema(description = "条数；超过一万只数到 10001 · how many; 10001 stands for more than 10,000")
            int count,

            @Schema(description = "是否不止这些 · whether there are more than were counted")
            boolean capped,

            int page,
            int size,

            @Schema(description = "下一页 · the next part") @Nullable String next,

            List<ApiStatement> items) {}

    /** A part of the list of pages. */
    @Schema(description = "一页结果 · a part of the answer")
    record PagesFound(
            int page,
            int size,

            @Schema(description = "下一页 · the next part") @Nullable String next,

            List<ApiPage.ApiOrigin> items) {}

    @Access(everybody = true)
    @GetMapping(path = "/api/statements", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "查数据 · find statements",
            description = "与浏览器里的数据列表同样的条件、顺序和权限；未登录者只见公开网页的数据。"
                    + "Filters, order and rights are those of the list in the browser.")
    @ApiResponse(
            responseCode = "200",
            description = "一页数据 · a part of the answer",
            content = @Content(schema = @Schema(implementation = StatementsFound.class)))
    @ApiResponse(
            responseCode = "400",
            description = "有条件没有听懂 · something was not understood",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                            schema = @Schema(implementation = ApiProblem.class)))
    ResponseEntity<?> find(@ParameterObject ApiParameters parameters, Actor actor, HttpServletRequest request) {
        StatementQuery query = parameters.query();
        Statements.Understood understood = statements.understand(actor, query);
        var problems = new ArrayList<>(understood.problems());
        int size = ApiAnswers.number(parameters.size(), 50, 1, MOST, "size", problems);
        int page = ApiAnswers.number(parameters.page(), 1, 1, Statements.MOST / size, "page", problems);
        if (!problems.isEmpty()) {
            return answers.problem(problems, request);
        }
        List<FoundStatement> found = statements.find(actor, understood.filter(), (page - 1) * size, size + 1);
        int count = statements.count(actor, understood.filter());
        boolean more = found.size() > size && page < Statements.MOST / size;
        String next = query.page(page + 1).address();
        return ResponseEntity.ok(new StatementsFound(
                count,
                count > Statements.MOST,
                page,
                size,
                more ? "/api/statements" + next + "&size=" + size : null,
                found.stream().limit(size).map(ApiStatement::of).toList()));
    }

    @Access(everybody = true)
    @GetMapping(path = "/api/pages", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "网页列表 · list pages",
            description = "最近收录的在前；未登录者只见公开的。The latest first; visitors get public pages only.")
    @ApiResponse(
            responseCode = "200",
            description = "一页网页 · a part of the answer",
            content = @Content(schema = @Schema(implementation = PagesFound.class)))
    ResponseEntity<?> pages(
            @Parameter(description = "页码，从 1 起 · page of the answer, from 1") @RequestParam(defaultValue = "1")
                    String page,
            @Parameter(description = "每页条数，1–200 · pages a part") @RequestParam(defaultValue = "50") String size,
            Actor actor,
            HttpServletRequest request) {
        var problems = new ArrayList<FilterProblem>();
        int many = ApiAnswers.number(size, 50, 1, MOST, "size", problems);
        int number = ApiAnswers.number(page, 1, 1, 1_000_000, "page", problems);
        if (!problems.isEmpty()) {
            return answers.problem(problems, request);
        }
        List<Origin> found = statements.pages(actor, (number - 1) * many, many + 1);
        return ResponseEntity.ok(new PagesFound(
                number,
                many,
                found.size() > many ? "/api/pages?page=" + (number + 1) + "&size=" + many : null,
                found.stream().limit(many).map(ApiPage.ApiOrigin::of).toList()));
    }

    @Access(everybody = true)
    @GetMapping(path = "/api/pages/{id:[0-9]+}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "一个网页 · one page", description = "正文、提示、政策和全部数据。Text, warnings, policies and all statements.")
    @ApiResponse(responseCode = "200", description = "网页 · the page")
    @ApiResponse(responseCode = "404", description = "没有，或不对您开放 · not there, or not open to you", content = @Content)
    ApiPage page(@Parameter(description = "网页编号 · number of the page") @PathVariable long id, Actor actor) {
        Page page = library.page(actor, id).orElseThrow(NotFound::new);
        return ApiPage.of(page, library.latest(page), library.statements(page));
    }
}
