package org.lingqu.policy.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * All that could change an answer about one enterprise, the most valuable first.
 *
 * @param asked what this person can supply
 * @param elsewhere what waits for offices: facts that only they supply, titles that the firm claims; told, not asked
 * @param items what only people can confirm or judge
 * @param pending the policies without an answer, with what each waits for; the fewest things first
 */
public record Questionnaire(
        List<Question> asked, List<Question> elsewhere, List<Question> items, List<Pending> pending) {

    public Questionnaire {
        asked = List.copyOf(asked);
        elsewhere = List.copyOf(elsewhere);
        items = List.copyOf(items);
        pending = List.copyOf(pending);
    }

    /** How many policies are without an answer. */
    public int open() {
        return pending.size();
    }

    /** The same with some fields before all others. */
    public Questionnaire first(Collection<String> fields) {
        var sorted = new ArrayList<>(asked);
        sorted.sort(Comparator.comparing(
                question -> !fields.contains(question.asked().field())));
        return new Questionnaire(sorted, elsewhere, items, pending);
    }

    /** Whether nothing is missing that could change an answer. */
    public boolean isEmpty() {
        return asked.isEmpty() && elsewhere.isEmpty() && items.isEmpty();
    }
}
