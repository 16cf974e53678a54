package org.lingqu.engine.policy.whatif;

import java.util.List;
import org.lingqu.engine.policy.column.Node;

/** Puts another test in the place of a part of a decision. */
final class Parts {

    private Parts() {}

    /** Only parts that are tests of the decision itself are looked at, not those inside of amounts. */
    static Node.Test replace(Node.Test whole, Node.Test part, Node.Test other) {
        if (whole.equals(part)) {
            return other;
        }
        return switch (whole) {
            case Node.All(var of) -> new Node.All(all(of, part, other));
            case Node.Any(var of) -> new Node.Any(all(of, part, other));
            case Node.CountAtLeast(int count, var of) -> new Node.CountAtLeast(count, all(of, part, other));
            case Node.Not(var of) -> new Node.Not(replace(of, part, other));
            case Node.Either(var when, var then, var otherwise) ->
                new Node.Either(
                        replace(when, part, other), replace(then, part, other), replace(otherwise, part, other));
            case Node.Agreed leaf -> leaf;
            case Node.Compare leaf -> leaf;
            case Node.Among leaf -> leaf;
            case Node.Begins leaf -> leaf;
            case Node.Includes leaf -> leaf;
            case Node.Covers leaf -> leaf;
            case Node.Flag leaf -> leaf;
            case Node.Present leaf -> leaf;
            case Node.Constant leaf -> leaf;
        };
    }

    private static List<Node.Test> all(List<Node.Test> parts, Node.Test part, Node.Test other) {
        return parts.stream().map(one -> replace(one, part, other)).toList();
    }
}
