package org.lingqu.policy.web;

import java.util.Collection;
import java.util.List;
import org.lingqu.policy.inquiry.Inquiries;
import org.lingqu.policy.question.Asked;
import org.lingqu.policy.question.Question;
import org.lingqu.policy.question.Questionnaire;
import org.lingqu.registry.TypedValues.Problem;

/**
 * The form in which an officer asks an enterprise for facts.
 *
 * @param chosen fields
 */
public record InquiryTyped(Collection<String> chosen, Inquiries.Wish wish, List<Problem> problems) {

    /** Proposed is what decides a policy by itself; what was asked already is not proposed. */
    static InquiryTyped fresh(Questionnaire questions, Collection<String> waiting) {
        return new InquiryTyped(
                questions.asked().stream()
                        .filter(question -> !question.alone().isEmpty())
                        .map(Question::asked)
                        .map(Asked::field)
                        .filter(field -> !waiting.contains(field))
                        .toList(),
                new Inquiries.Wish("", ""),
                List.of());
    }
}
