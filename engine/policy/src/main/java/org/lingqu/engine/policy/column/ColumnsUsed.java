package org.lingqu.engine.policy.column;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/** Which columns nodes look at, and as what; so that only these are read from a file. */
final class ColumnsUsed {

    private final SequencedMap<String, ColumnKind> found = new TreeMap<>();
    private final Set<Node> seen = new HashSet<>();

    private ColumnsUsed() {}

    /** By name. */
    static SequencedMap<String, ColumnKind> of(
            Collection<? extends Node.Test> tests, Collection<? extends Node.Amount> amounts) {
        var used = new ColumnsUsed();
        tests.forEach(used::visit);
        amounts.forEach(used::visit);
        return Collections.unmodifiableSequencedMap(used.found);
    }

    private void visit(Node node) {
        if (!seen.add(node)) {
            return;
        }
        switch (node) {
            case Node.Figure(var column) -> found.put(column, ColumnKind.FIGURES);
            case Node.FigureOrZero(var column, var zeroWhen) -> {
                found.put(column, ColumnKind.FIGURES);
                visit(zeroWhen);
            }
            case Node.Arithmetic(var operator, var left, var right) -> {
                visit(left);
                visit(right);
            }
            case Node.Floor(var of) -> visit(of);
            case Node.Growth(var last, var base, int intervals) -> {
                visit(last);
                visit(base);
            }
            case Node.Year(var day) -> visit(day);
            case Node.MonthsLater(var day, int months) -> visit(day);
            case Node.MonthsBetween(var from, var to) -> {
                visit(from);
                visit(to);
            }
            case Node.Size(var column) -> found.put(column, ColumnKind.LISTS);
            case Node.Choice(var when, var then, var otherwise) -> {
                visit(when);
                visit(then);
                visit(otherwise);
            }
            case Node.Bands(var of, var bands, var below) -> visit(of);
            case Node.Filled(var of, var whenMissing) -> visit(of);
            case Node.Literal literal -> {}
            case Node.Nothing nothing -> {}
            case Node.Test test -> visitTest(test);
        }
    }

    private void visitTest(Node.Test test) {
        switch (test) {
            case Node.Compare(var left, var comparison, var right) -> {
                visit(left);
                visit(right);
            }
            case Node.Among(var column, var codes) -> found.put(column, ColumnKind.CODES);
            case Node.Begins(var column, var prefixes) -> found.put(column, ColumnKind.CODES);
            case Node.Includes(var column, var codes) -> found.put(column, ColumnKind.LISTS);
            case Node.Covers(var column, int day) -> found.put(column, ColumnKind.SPANS);
            case Node.Flag(var column) -> found.put(column, ColumnKind.FLAGS);
            case Node.Present(var amount) -> visit(amount);
            case Node.Constant constant -> {}
            case Node.All(var of) -> of.forEach(this::visit);
            case Node.Any(var of) -> of.forEach(this::visit);
            case Node.CountAtLeast(int count, var of) -> of.forEach(this::visit);
            case Node.Not(var of) -> visit(of);
            case Node.Either(var when, var then, var otherwise) -> {
                visit(when);
                visit(then);
                visit(otherwise);
            }
            case Node.Agreed(var one, var other) -> {
                visit(one);
                visit(other);
            }
        }
    }
}
