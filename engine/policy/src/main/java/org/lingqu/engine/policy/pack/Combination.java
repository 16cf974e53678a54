package org.lingqu.engine.policy.pack;

import java.util.List;
import org.lingqu.engine.policy.rule.Condition;

/** How the parts of a group are put together. A part that does not apply neither helps nor harms. */
public enum Combination {
    /** Every part. */
    ALL("全部满足"),
    /** One part at least. */
    ANY("满足其一"),
    /** So many parts at least. */
    AT_LEAST("至少满足若干项"),
    /** No part: a part that holds excludes. */
    NONE("均不得有");

    private final String chinese;

    Combination(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    Condition combine(int count, List<Criterion> parts) {
        return switch (this) {
            case ALL ->
                new Condition.And(parts.stream().map(Combination::passes).toList());
            case ANY -> new Condition.Or(parts.stream().map(Combination::counts).toList());
            case AT_LEAST ->
                new Condition.AtLeast(
                        count, parts.stream().map(Combination::counts).toList());
            case NONE ->
                new Condition.And(parts.stream()
                        .<Condition>map(part -> new Condition.Not(counts(part)))
                        .toList());
        };
    }

    /** Holds, or is not asked. */
    public static Condition passes(Criterion part) {
        return part.when()
                .<Condition>map(when -> new Condition.Or(List.of(new Condition.Not(when), part.condition())))
                .orElse(part.condition());
    }

    /** Is asked and holds. */
    private static Condition counts(Criterion part) {
        return part.when()
                .<Condition>map(when -> new Condition.And(List.of(when, part.condition())))
                .orElse(part.condition());
    }
}
