package org.lingqu.policy.kept;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lingqu.database.Sha256;
import org.lingqu.engine.policy.decision.CriterionFinding;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.ScoreFinding;
import org.lingqu.engine.policy.decision.Used;

/** The facts that a decision looked at, as one number that another set of facts does not have. */
final class FactsUsed {

    private FactsUsed() {}

    /** SHA-256 in hexadecimal digits, over what was looked at in the order of its names; what is missing belongs to it. */
    static String hash(Decision decision) {
        var lines = new TreeSet<String>();
        Stream.of(
                        Stream.concat(decision.audience().stream(), Stream.of(decision.criteria()))
                                .flatMap(CriterionFinding::all)
                                .map(CriterionFinding::used),
                        decision.score().stream().flatMap(FactsUsed::all).map(ScoreFinding::used),
                        decision.benefits().stream().map(benefit -> benefit.used()))
                .flatMap(each -> each)
                .flatMap(List::stream)
                .map(FactsUsed::line)
                .forEach(lines::add);
        return Sha256.hex(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static Stream<ScoreFinding> all(ScoreFinding score) {
        return Stream.concat(Stream.of(score), score.parts().stream().flatMap(FactsUsed::all));
    }

    private static String line(Used used) {
        return switch (used) {
            case Used.UsedFact fact ->
                fact.ref().fact() + "@" + fact.year() + "="
                        + (fact.held() == null
                                ? "?"
                                : fact.held().value() + "|" + fact.held().source());
            case Used.UsedTitle title -> "title " + title.title() + "=" + title.held() + "|" + title.source();
            case Used.UsedAnswer answer -> "answer " + answer.item() + "=" + answer.answer();
            case Used.UsedJudgement judged -> "points " + judged.item() + "=" + judged.points();
        };
    }
}
