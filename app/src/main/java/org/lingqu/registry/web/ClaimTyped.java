package org.lingqu.registry.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Supplier;

/**
 * What an officer sent about a claim, as sent, so that nothing has to be typed again.
 *
 * @param enterprise number of the one whose claim it is; 0 where nothing was sent
 * @param office null where none was chosen
 * @param problems codes of the words {@code claim.problem.CODE}
 * @param offices by title the one that awards it as far as policies tell; others are chosen by her
 */
public record ClaimTyped(
        long enterprise,
        String title,
        @Nullable Supplier office,
        String note,
        List<String> problems,
        Map<String, Supplier> offices) {

    public ClaimTyped {
        problems = List.copyOf(problems);
        offices = Map.copyOf(offices);
    }

    static ClaimTyped nothing(Map<String, Supplier> offices) {
        return new ClaimTyped(0, "", null, "", List.of(), offices);
    }

    ClaimTyped with(List<String> wrong) {
        return new ClaimTyped(enterprise, title, office, note, wrong, offices);
    }

    /** Whether it was sent for this claim. */
    public boolean isOf(long firm, String claimed) {
        return enterprise == firm && title.equals(claimed);
    }

    /** The office that awards a title as far as policies tell; null where they do not. */
    public @Nullable Supplier usual(String claimed) {
        return offices.get(claimed);
    }
}
