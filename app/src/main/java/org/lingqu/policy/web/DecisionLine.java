package org.lingqu.policy.web;

import java.util.List;

/**
 * A line of a decision as it is told.
 *
 * @param depth how far it stands in, from 0
 * @param mark one of ✔ ✘ ？ ☐ －; empty for lines that judge nothing
 */
public record DecisionLine(int depth, String mark, String text) {

    private static final String MARKS = "✔✘？☐－";
    private static final int DEEPEST = 6;

    static List<DecisionLine> of(String told) {
        return told.lines().map(DecisionLine::line).toList();
    }

    private static DecisionLine line(String line) {
        String text = line.stripLeading();
        int depth = Math.min(DEEPEST, (line.length() - text.length()) / 2);
        boolean marked = !text.isEmpty() && MARKS.indexOf(text.charAt(0)) >= 0;
        return marked
                ? new DecisionLine(
                        depth, text.substring(0, 1), text.substring(1).strip())
                : new DecisionLine(depth, "", text);
    }

    /** For the style of the line. */
    public String style() {
        return switch (mark) {
            case "✔" -> "met";
            case "✘" -> "not-met";
            case "？", "☐" -> "open";
            default -> "plain-line";
        };
    }
}
