package org.lingqu.engine.policy.column;

import java.util.Map;

/** Puts others in the place of some tests and amounts of a tree, wherever they stand. */
final class Substitution {

    private final Map<Node.Test, Node.Test> tests;
    private final Map<Node.Amount, Node.Amount> amounts;

    Substitution(Map<Node.Test, Node.Test> tests, Map<Node.Amount, Node.Amount> amounts) {
        this.tests = Map.copyOf(tests);
        this.amounts = Map.copyOf(amounts);
    }

    Node.Test in(Node.Test test) {
        Node.Test replaced = tests.get(test);
        if (replaced != null) {
            return replaced;
        }
        return switch (test) {
            case Node.Compare(var left, var comparison, var right) -> new Node.Compare(in(left), comparison, in(right));
            case Node.Present(var amount) -> new Node.Present(in(amount));
            case Node.All(var of) -> new Node.All(of.stream().map(this::in).toList());
            case Node.Any(var of) -> new Node.Any(of.stream().map(this::in).toList());
            case Node.CountAtLeast(int count, var of) ->
                new Node.CountAtLeast(count, of.stream().map(this::in).toList());
            case Node.Not(var of) -> new Node.Not(in(of));
            case Node.Either(var when, var then, var otherwise) -> new Node.Either(in(when), in(then), in(otherwise));
            case Node.Agreed(var one, var other) -> new Node.Agreed(in(one), in(other));
            case Node.Among leaf -> leaf;
            case Node.Begins leaf -> leaf;
            case Node.Includes leaf -> leaf;
            case Node.Covers leaf -> leaf;
            case Node.Flag leaf -> leaf;
            case Node.Constant leaf -> leaf;
        };
    }

    Node.Amount in(Node.Amount amount) {
        Node.Amount replaced = amounts.get(amount);
        if (replaced != null) {
            return replaced;
        }
        return switch (amount) {
            case Node.FigureOrZero(var column, var zeroWhen) -> new Node.FigureOrZero(column, in(zeroWhen));
            case Node.Arithmetic(var operator, var left, var right) ->
                new Node.Arithmetic(operator, in(left), in(right));
            case Node.Floor(var of) -> new Node.Floor(in(of));
            case Node.Growth(var last, var base, int intervals) -> new Node.Growth(in(last), in(base), intervals);
            case Node.Year(var day) -> new Node.Year(in(day));
            case Node.MonthsLater(var day, int months) -> new Node.MonthsLater(in(day), months);
            case Node.MonthsBetween(var from, var to) -> new Node.MonthsBetween(in(from), in(to));
            case Node.Choice(var when, var then, var otherwise) -> new Node.Choice(in(when), in(then), in(otherwise));
            case Node.Bands(var of, var bands, var below) -> new Node.Bands(in(of), bands, below);
            case Node.Filled(var of, var whenMissing) -> new Node.Filled(in(of), whenMissing);
            case Node.Figure leaf -> leaf;
            case Node.Literal leaf -> leaf;
            case Node.Nothing leaf -> leaf;
            case Node.Size leaf -> leaf;
        };
    }
}
