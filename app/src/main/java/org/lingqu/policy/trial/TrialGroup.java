package org.lingqu.policy.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Figures of one clause, such as the table of a score, as the page shows them together.
 *
 * @param says what the clause says, or the figure's name where it says nothing
 * @param figures never empty, in the order of the file
 */
public record TrialGroup(String says, List<TrialFigure> figures) {

    /** More are folded away: a score of a hundred figures would push everything else off the page. */
    private static final int FEW = 6;

    public TrialGroup {
        figures = List.copyOf(figures);
    }

    /** Neighbours that one clause speaks of, together. */
    public static List<TrialGroup> of(List<TrialFigure> figures) {
        var groups = new ArrayList<TrialGroup>();
        var members = new ArrayList<TrialFigure>();
        for (TrialFigure figure : figures) {
            if (!members.isEmpty()
                    && !Objects.equals(
                            figure.threshold().says(),
                            members.getFirst().threshold().says())) {
                groups.add(of(members.getFirst(), members));
                members.clear();
            }
            members.add(figure);
        }
        if (!members.isEmpty()) {
            groups.add(of(members.getFirst(), members));
        }
        return List.copyOf(groups);
    }

    private static TrialGroup of(TrialFigure first, List<TrialFigure> members) {
        String says = first.threshold().says();
        return new TrialGroup(says.isEmpty() ? first.threshold().name() : says, members);
    }

    /** Whether it is folded away until somebody opens it. */
    public boolean folds() {
        return figures.size() > FEW;
    }

    /**
     * Whether it is open all the same: something in it was changed or is wrong, or its curve is drawn.
     *
     * @param curve name of the figure whose curve is drawn; empty when none is
     */
    public boolean isInUse(String curve) {
        return figures.stream()
                .anyMatch(figure ->
                        figure.threshold().name().equals(curve) || isInUse(figure.first()) || isInUse(figure.second()));
    }

    private static boolean isInUse(TrialFigure.Typed typed) {
        return typed.isChanged() || !typed.problems().isEmpty();
    }
}
