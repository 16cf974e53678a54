package org.lingqu.engine.policy.feel.syntax;

import java.util.List;

/** What came of reading a text: the tree, or everything that is wrong with the text. */
public sealed interface Parsed<T> {

    /** The text is well formed. */
    record Tree<T>(T tree) implements Parsed<T> {}

    /** It is not; {@code problems} is never empty and stands in the order of the text. */
    record Broken<T>(List<SyntaxProblem> problems) implements Parsed<T> {
        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
