package org.lingqu.engine.policy.decision;

import java.util.List;
import java.util.Set;

/** What one criterion, or a whole policy, says of one firm on one date. */
public sealed interface Finding {

    record Met() implements Finding {}

    record NotMet() implements Finding {}

    /**
     * The facts held do not settle it.
     *
     * @param missing the minimal sets of missing things: those of one set together could settle it, none of a set can be left
     *     out; empty when no further fact would help (a division by a base that is known to be zero). Most of them settle it only
     *     with values that speak against it: of many things that are all asked for, one bad one is enough for a no
     * @param needed the fewest things that settle it whatever their values are: with good ones all of them are needed for a yes. What
     *     can alone bring a no comes first; empty where nothing is sure to settle it
     * @param excluding things each of which alone, with a bad value, brings a no
     * @param reasons what else stands in the way, for a reader; empty when only facts are missing
     */
    record Unknown(List<Set<Missing>> missing, List<Missing> needed, List<Missing> excluding, List<String> reasons)
            implements Finding {
        public Unknown {
            missing = List.copyOf(missing);
            needed = List.copyOf(needed);
            excluding = List.copyOf(excluding);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * All facts are held; what is left only a person can say.
     *
     * @param items manual and judged items still open that matter; never empty
     */
    record Manual(Set<Missing> items) implements Finding {
        public Manual {
            items = Set.copyOf(items);
        }
    }

    /** The criterion is not asked of this firm. */
    record NotApplicable() implements Finding {}

    /** The name of the kind of finding, stable for files and interfaces. */
    default Kind kind() {
        return switch (this) {
            case Met met -> Kind.MET;
            case NotMet notMet -> Kind.NOT_MET;
            case Unknown unknown -> Kind.UNKNOWN;
            case Manual manual -> Kind.MANUAL;
            case NotApplicable none -> Kind.NOT_APPLICABLE;
        };
    }

    /** The five kinds. */
    enum Kind {
        MET("met", "符合"),
        NOT_MET("not met", "不符合"),
        UNKNOWN("unknown", "缺少数据"),
        MANUAL("manual", "需人工确认"),
        NOT_APPLICABLE("not applicable", "不适用");

        private final String word;
        private final String chinese;

        Kind(String word, String chinese) {
            this.word = word;
            this.chinese = chinese;
        }

        /** As policy files and JSON write it. */
        public String word() {
            return word;
        }

        public String chinese() {
            return chinese;
        }
    }
}
