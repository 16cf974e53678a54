package org.lingqu.engine.policy.column;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lingqu.engine.policy.column.Step.Kind;

/**
 * The order of the operations and the slots they use. Tests follow at once on the amount they look at, and an amount's slot is
 * given on after its last use, so that the scratch of a large plan stays in the cache.
 */
final class Schedule {

    private final List<Planner.Given> given = new ArrayList<>();
    private final List<Step> order = new ArrayList<>();
    private final List<Operation> operations;
    private final Set<Step> needed = new HashSet<>();
    private final int firstScratch;
    private int amountSlots;
    private int testSlots;

    /** @param kept amounts whose slots must survive to the end of a batch */
    Schedule(List<Planner.Given> setUp, List<Step> wanted, List<Step> kept) {
        wanted.forEach(this::need);
        for (Planner.Given one : setUp) {
            if (needed.contains(one.step())) {
                one.step().slot = one.step().kind == Kind.TEST ? testSlots++ : amountSlots++;
                given.add(one);
            }
        }
        firstScratch = amountSlots;
        wanted.forEach(this::emit);
        assignSlots(kept);
        operations = order.stream().map(Schedule::operation).toList();
    }

    private static Operation operation(Step step) {
        if (step.emit == null) {
            throw new IllegalStateException("a given step is not computed");
        }
        return step.emit.make(step);
    }

    /** Marks what the wanted steps rest on, without recursion: sums can be long. */
    private void need(Step wanted) {
        var open = new ArrayDeque<Step>();
        open.push(wanted);
        while (!open.isEmpty()) {
            Step step = open.pop();
            if (needed.add(step)) {
                step.inputs.forEach(open::push);
            }
        }
    }

    private void emit(Step step) {
        if (step.begun) {
            return;
        }
        step.begun = true;
        step.inputs.forEach(this::emit);
        if (step.emit != null) {
            order.add(step);
        }
        step.emitted = true; // not before: while its inputs come, a test that looks at it is not ready
        if (step.kind != Kind.TEST) {
            for (Step user : step.users) {
                if (user.kind == Kind.TEST && needed.contains(user) && ready(user)) {
                    emit(user);
                }
            }
        }
    }

    private static boolean ready(Step step) {
        return step.inputs.stream().allMatch(input -> input.emitted);
    }

    private void assignSlots(List<Step> kept) {
        for (int i = 0; i < order.size(); i++) {
            for (Step input : order.get(i).inputs) {
                input.lastUse = i;
            }
        }
        kept.forEach(step -> step.lastUse = Integer.MAX_VALUE);
        var free = new ArrayDeque<Integer>();
        for (int i = 0; i < order.size(); i++) {
            Step step = order.get(i);
            if (step.inputs.stream().anyMatch(input -> input.slot < 0)) {
                throw new IllegalStateException("an operation comes before what it looks at");
            }
            if (step.kind == Kind.TEST) {
                step.slot = testSlots++;
            } else {
                // the inputs are still read while the output is written, so they are freed afterwards
                step.slot = free.isEmpty() ? amountSlots++ : free.pop();
            }
            for (Step input : new HashSet<>(step.inputs)) {
                if (input.lastUse == i && input.kind == Kind.AMOUNT) {
                    free.push(input.slot);
                }
            }
        }
    }

    List<Planner.Given> given() {
        return given;
    }

    List<Operation> operations() {
        return operations;
    }

    /** Slots from here on are scratch of the plan, those before are columns and constants. */
    int firstScratch() {
        return firstScratch;
    }

    int amountSlots() {
        return amountSlots;
    }

    int testSlots() {
        return testSlots;
    }
}
