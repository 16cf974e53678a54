package org.lingqu.library.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Check;
import org.lingqu.library.StoredStatement;
import org.lingqu.library.Verdict;
import org.lingqu.report.MarkedText;
import org.lingqu.ui.Ui;

/** A piece of a text as a template shows it. */
public record Piece(MarkedText.Piece<PageMark> piece) {

    /** The words. */
    public String text() {
        return piece.text();
    }

    /** Whether it is not marked at all. */
    public boolean isPlain() {
        return piece.marks().isEmpty();
    }

    /** Classes of the style sheet, one for each kind of mark. */
    public String style() {
        return piece.marks().stream().map(Piece::style).distinct().collect(Collectors.joining(" "));
    }

    private static String style(PageMark mark) {
        return switch (mark) {
            case PageMark.Figure figure ->
                figure.statement().verdict() == Verdict.CONTRADICTS ? "m-figure m-wrong" : "m-figure";
            case PageMark.Policy policy -> "m-policy";
            case PageMark.Repaired repaired -> repaired.repair().certain() ? "m-repair" : "m-repair m-doubt";
            case PageMark.Cut cut -> "m-cut";
            case PageMark.Here here -> "m-here";
        };
    }

    /** What a pointer that rests on it is told; null when the text speaks for itself. */
    public @Nullable String title(Ui ui) {
        var said = new ArrayList<String>();
        for (PageMark mark : piece.marks()) {
            switch (mark) {
                case PageMark.Repaired repaired ->
                    said.add(ui.say("evidence.repair", repaired.repair().kind()) + "："
                            + repaired.repair().before()
                            + (repaired.repair().certain() ? "" : " · " + ui.say("evidence.doubtful")));
                case PageMark.Cut cut -> said.add(ui.say("evidence.cut", cut.why()));
                case PageMark.Policy policy ->
                    said.add(
                            policy.policy().documentNumber() == null
                                    ? ui.say("evidence.policy")
                                    : ui.say("evidence.policy") + " "
                                            + policy.policy().documentNumber());
                case PageMark.Figure figure -> {}
                case PageMark.Here here -> {}
            }
        }
        return said.isEmpty() ? null : String.join("；", said);
    }

    /** The statements that end here, whose numbers follow. */
    public List<StoredStatement> ends() {
        return piece.ends().stream()
                .filter(PageMark.Figure.class::isInstance)
                .map(mark -> ((PageMark.Figure) mark).statement())
                .toList();
    }

    /** The statement a click on it means: the innermost one; 0 when there is none. */
    public long statement() {
        return piece.marks().reversed().stream()
                .filter(PageMark.Figure.class::isInstance)
                .map(mark -> ((PageMark.Figure) mark).statement().id())
                .findFirst()
                .orElse(0L);
    }

    /** Whether what somebody asked for begins or goes on here. */
    public boolean isHere() {
        return piece.marks().stream().anyMatch(PageMark.Here.class::isInstance);
    }

    static List<List<Piece>> of(List<List<MarkedText.Piece<PageMark>>> lines) {
        return lines.stream()
                .map(line -> line.stream().map(Piece::new).toList())
                .toList();
    }

    /** Whether any check of a statement contradicts it. */
    public static boolean contradicted(StoredStatement statement) {
        return statement.reading().checks().stream().anyMatch(check -> check.verdict() == Check.Verdict.CONTRADICTS);
    }
}
