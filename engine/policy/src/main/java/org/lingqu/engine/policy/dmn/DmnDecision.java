package org.lingqu.engine.policy.dmn;

import java.util.Set;
import org.lingqu.engine.policy.feel.syntax.Expression;

/**
 * One decision of a model.
 *
 * @param label the criterion, line or figure that it stands for
 * @param description clause and source; may be empty
 * @param logic one FEEL expression
 * @param requires names of the inputs and decisions that the logic reads, in order
 */
public record DmnDecision(
        String name, String label, String description, DmnType type, Expression logic, Set<String> requires) {}
