package org.lingqu.library.web;

import java.util.List;
import java.util.Optional;
import org.lingqu.engine.text.Statement;
import org.lingqu.library.Facets;
import org.lingqu.library.ReviewChoice;
import org.lingqu.library.Verdict;

/**
 * A field of the filter with a few choices.
 *
 * @param field name in the address
 * @param words prefix of its words
 */
public record Choices(String field, String words, List<? extends Enum<?>> all) {

    /** The fields, in the order of the form. */
    public static final List<Choices> FIELDS = List.of(
            new Choices("kind", "evidence.kind", List.of(Statement.Kind.values())),
            new Choices("status", "evidence.status", List.of(Statement.Status.values())),
            new Choices("verdict", "evidence.verdict", List.of(Verdict.values())),
            new Choices(
                    "review",
                    "evidence.review",
                    List.of(
                            ReviewChoice.NONE,
                            ReviewChoice.CONFIRMED,
                            ReviewChoice.CORRECTED,
                            ReviewChoice.REJECTED,
                            ReviewChoice.LOST,
                            ReviewChoice.ANY)));

    /** How many statements a choice would leave, in brackets; empty when nobody counted. */
    public String count(Optional<Facets> facets, Enum<?> choice) {
        boolean counted = choice != ReviewChoice.LOST && choice != ReviewChoice.ANY;
        return facets.isPresent() && counted ? " (" + facets.get().count(field, choice) + ")" : "";
    }
}
