package org.lingqu.engine.policy.decision;

import java.util.List;
import java.util.stream.Stream;
import org.lingqu.engine.policy.pack.Score;

/** The certain and the possible points of one line, with its parts. */
public record ScoreFinding(Score score, Span points, List<Used> used, List<ScoreFinding> parts) {
    public ScoreFinding {
        used = List.copyOf(used);
        parts = List.copyOf(parts);
    }

    /** This line and all below it. */
    public Stream<ScoreFinding> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(ScoreFinding::all));
    }
}
