package org.lingqu.engine.policy.decision;

import org.lingqu.engine.policy.fact.FactRef;

/** Something that is not held and could change an answer. */
public sealed interface Missing {

    /** A value of a fact. */
    record MissingFact(FactRef ref) implements Missing {
        @Override
        public String toString() {
            return ref.toString();
        }
    }

    /** Whether a title is held. */
    record MissingTitle(String title) implements Missing {
        @Override
        public String toString() {
            return "称号：" + title;
        }
    }

    /** A manual item that nobody has answered. */
    record Unanswered(String item) implements Missing {
        @Override
        public String toString() {
            return "人工确认：" + item;
        }
    }

    /** A judged item that experts have not given points to. */
    record Unjudged(String item) implements Missing {
        @Override
        public String toString() {
            return "专家评分：" + item;
        }
    }

    /** Whether only a person's confirmation or judgement can supply it. */
    default boolean isManual() {
        return switch (this) {
            case MissingFact fact -> false;
            case MissingTitle title -> false;
            case Unanswered item -> true;
            case Unjudged item -> true;
        };
    }
}
