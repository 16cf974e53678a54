package org.lingqu.policy.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.whatif.Threshold;
import org.lingqu.policy.trial.TrialFigure;
import org.lingqu.policy.trial.TrialGroup;

/**
 * The single values of a policy's text as fields, so that who raises a limit or moves a day need not look for it in a file.
 *
 * @param text with all in it that was typed and could be written
 * @param boxes what the text says of the policy itself; empty where the text is no file of keys and values
 * @param figures limits, rates, amounts and parameters, in the order of the text; without sliders
 * @param written how many values were written
 * @param moved the figures among them as they are now: what their clause says in words still has the old one
 */
public record DraftForm(String text, List<Box> boxes, List<TrialFigure> figures, int written, List<Threshold> moved) {

    public DraftForm {
        boxes = List.copyOf(boxes);
        figures = List.copyOf(figures);
        moved = List.copyOf(moved);
    }

    /** Why a value was not written; said by {@code policy.form.problem.NAME}. */
    public enum Problem {
        NEEDED,
        NOT_A_DAY,
        NOT_A_DAY_OF_YEAR,
        /** The text has not the key that it would stand under, or writes it in a way that is not followed. */
        NOT_WRITTEN
    }

    /**
     * A field.
     *
     * @param value what the text says; empty where it says nothing
     * @param typed what stands in the field: what was typed where that could not be written
     * @param problem null where there is none
     */
    public record Box(
            DraftField field,
            String value,
            String typed,
            @Nullable Problem problem) {}

    /** The figures, those of one clause together. */
    public List<TrialGroup> groups() {
        return TrialGroup.of(figures);
    }

    /** How many values were not written. */
    public long refused() {
        return boxes.stream().filter(box -> box.problem() != null).count()
                + figures.stream()
                        .filter(figure -> !figure.first().problems().isEmpty())
                        .count();
    }
}
