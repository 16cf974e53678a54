package org.lingqu.engine.policy;

import org.lingqu.engine.policy.yaml.Place;

/**
 * Something wrong in a file, as the person who wrote it needs to hear it.
 *
 * @param message the value seen and what to do; no line break
 */
public record PolicyProblem(Place place, ProblemCode code, String message) implements Comparable<PolicyProblem> {

    @Override
    public int compareTo(PolicyProblem other) {
        int byPlace = place.compareTo(other.place);
        int byCode = byPlace != 0 ? byPlace : code.compareTo(other.code);
        return byCode != 0 ? byCode : message.compareTo(other.message);
    }

    /** {@code rd-subsidy.yaml:12 UNKNOWN_FACT: "revenu" is not a known fact. Did you mean "revenue"?}. */
    @Override
    public String toString() {
        return place + " " + code + ": " + message;
    }
}
