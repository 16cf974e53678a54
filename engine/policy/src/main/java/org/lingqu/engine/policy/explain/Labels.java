package org.lingqu.engine.policy.explain;

import java.util.stream.Stream;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Score;

/** What the lines of a score table are called. */
final class Labels {

    private Labels() {}

    /** The label of a judged item; the item itself if no line has it. */
    static String of(Policy policy, String item) {
        String id = item.substring(item.indexOf('#') + 1);
        return policy.score().stream()
                .flatMap(Labels::all)
                .filter(line -> line.id().equals(id))
                .map(Score::label)
                .findFirst()
                .orElse(item);
    }

    private static Stream<Score> all(Score score) {
        return Stream.concat(Stream.of(score), score.parts().stream().flatMap(Labels::all));
    }
}
