package org.lingqu.engine.policy.feel.tck;

import java.util.List;

/**
 * What came of a run.
 *
 * @param folders in the order of their names
 */
public record TckReport(List<Folder> folders) {

    public TckReport {
        folders = List.copyOf(folders);
    }

    /** One folder of the suite: a model or a few, and their cases. */
    public record Folder(String name, List<Outcome> outcomes) {
        public Folder {
            outcomes = List.copyOf(outcomes);
        }

        /** How many cases there are. */
        public int cases() {
            return outcomes.size();
        }

        /** How many are declared covered. */
        public int covered() {
            return (int) outcomes.stream()
                    .filter(outcome -> !(outcome instanceof Outcome.NotCovered))
                    .count();
        }

        /** How many gave the expected results. */
        public int passed() {
            return (int)
                    outcomes.stream().filter(Outcome.Passed.class::isInstance).count();
        }
    }

    /** What came of one case. */
    public sealed interface Outcome {

        /** The case's id within its file. */
        String id();

        /** All results as expected. */
        record Passed(String id) implements Outcome {}

        /** Another result. */
        record Failed(String id, String node, String expected, String actual) implements Outcome {}

        /** Needs something that is left out on purpose. */
        record NotCovered(String id, String why) implements Outcome {}
    }

    /** How many cases there are. */
    public int cases() {
        return folders.stream().mapToInt(Folder::cases).sum();
    }

    /** How many are declared covered. */
    public int covered() {
        return folders.stream().mapToInt(Folder::covered).sum();
    }

    /** How many gave the expected results. */
    public int passed() {
        return folders.stream().mapToInt(Folder::passed).sum();
    }

    /** Whether every covered case passed, and there was one. */
    public boolean isClean() {
        return covered() > 0 && passed() == covered();
    }
}
