package org.lingqu.engine.policy.check;

import java.util.function.Consumer;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.yaml.Yaml;

/** Reports problems at their place inside one scalar. */
final class Reports {

    private final Yaml.Scalar scalar;
    private final Consumer<PolicyProblem> problems;

    Reports(Yaml.Scalar scalar, Consumer<PolicyProblem> problems) {
        this.scalar = scalar;
        this.problems = problems;
    }

    Typed report(Expression at, ProblemCode code, Phrase message) {
        return report(at.place().start(), code, message);
    }

    Typed report(int offset, ProblemCode code, Phrase message) {
        problems.accept(new PolicyProblem(scalar.at(offset), code, message.onOneLine()));
        return new Typed.Broken();
    }

    /** The words of the file that an expression was read from. */
    String text(Expression expression) {
        int end = Math.min(expression.place().end(), scalar.text().length());
        return scalar.text().substring(Math.min(expression.place().start(), end), end);
    }
}
