package org.lingqu.policy.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.policy.question.AnswerForm;
import org.lingqu.registry.TypedValues.Problem;

/**
 * What was typed into the page of questions, with all that is wrong with it.
 *
 * @param item that was to be confirmed; empty when answers were typed
 */
public record QuestionPage(AnswerForm form, String item, List<Problem> problems) {

    public QuestionPage {
        problems = List.copyOf(problems);
    }

    static QuestionPage fresh(LocalDate today) {
        return new QuestionPage(new AnswerForm(Map.of("saidOn", today.toString())), "", List.of());
    }

    static QuestionPage typed(AnswerForm form, String item, List<Problem> problems) {
        return new QuestionPage(form, item, problems);
    }

    QuestionPage with(List<Problem> more) {
        return new QuestionPage(form, item, more);
    }

    /** What is wrong with a field of the answers; null when nothing is. */
    public @Nullable Problem of(String field) {
        return item.isEmpty() ? first(field) : null;
    }

    /** What is wrong with a field of the confirmation of an item; null when nothing is. */
    public @Nullable Problem of(String confirmed, String field) {
        return item.equals(confirmed) ? first(field) : null;
    }

    private @Nullable Problem first(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .orElse(null);
    }

    /** What was typed for the confirmation of an item; empty for others. */
    public String typed(String confirmed, String field) {
        return item.equals(confirmed) ? form.get(field) : "";
    }
}
