package org.lingqu.engine.policy;

import org.lingqu.engine.policy.yaml.Place;

/**
 * Something wrong in a file, as the person who wrote it needs to hear it.
 *
 * @param message the value seen and what to do; no line break
 */
public record PolicyProblem(Place place, ProblemCode code, Phrase message) implements Comparable<PolicyProblem> {

    @Override
    public int compareTo(PolicyProblem other) {
        int byPlace = place.compareTo(other.place);
        int byCode = byPlace != 0 ? byPlace : code.compareTo(other.code);
        return byCode != 0 ? byCode : message.english().compareTo(other.message.english());
    }

    /** {@code rd-subsidy.yaml:12 UNKNOWN_FACT: 没有「研发费」这个事实。是不是「研发费用」？"研发费" is not a known fact. Did you mean "研发费用"?}. */
    @Override
    public String toString() {
        return place + " " + code + ": " + message;
    }
}
