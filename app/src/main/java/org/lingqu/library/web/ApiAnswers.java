package org.lingqu.library.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.FilterProblem;
import org.lingqu.ui.Uis;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What all answers to programs have in common. */
@Component
final class ApiAnswers {

    private final Uis uis;

    ApiAnswers(Uis uis) {
        this.uis = uis;
    }

    /** A number of the address, the usual one when it is not given; one that is none or out of range is a problem. */
    static int number(
            @Nullable String text, int usual, int least, int most, String field, List<FilterProblem> problems) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        Optional<Integer> number = text.matches("[0-9]{1,7}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
        if (number.isEmpty() || number.get() < least || number.get() > most) {
            problems.add(new FilterProblem(FilterProblem.Code.PAGE_OUT_OF_RANGE, field, text));
            return usual;
        }
        return number.get();
    }

    /** Everything that was not understood. */
    ResponseEntity<ApiProblem> problem(List<FilterProblem> problems, HttpServletRequest request) {
        var ui = uis.of(request);
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new ApiProblem(
                        "about:blank",
                        ui.say("evidence.api.problem"),
                        400,
                        problems.stream()
                                .map(problem -> new ApiProblem.Detail(
                                        problem.code().name(),
                                        problem.field(),
                                        problem.value(),
                                        ui.say("evidence.problem", problem.code())))
                                .toList()));
    }
}
