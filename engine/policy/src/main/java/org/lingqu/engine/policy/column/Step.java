package org.lingqu.engine.policy.column;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A node on its way into the list: what it needs, and where its result will be. Compared by identity. */
final class Step {

    /** Where a step's result lives. */
    enum Kind {
        /** A column or a constant: its slot is set up before the first operation. */
        GIVEN,
        AMOUNT,
        TEST
    }

    /** Makes the operation once the slots are known. */
    interface Emit {
        Operation make(Step self);
    }

    final Kind kind;
    final List<Step> inputs;
    final List<Step> users = new ArrayList<>();
    final @Nullable Shape shape;
    final @Nullable Emit emit;

    /** How far the doubles may be off, as an amount of its own; asked for only when something depends on it. */
    private @Nullable Supplier<Step> error;

    private @Nullable Step errorStep;
    int slot = -1;
    /** Whether it was reached; its inputs may still be on their way. */
    boolean begun;
    /** Whether it stands in the list, its inputs before it. */
    boolean emitted;

    int lastUse = -1;

    Step(Kind kind, List<Step> inputs, @Nullable Shape shape, @Nullable Emit emit) {
        this.kind = kind;
        this.inputs = inputs;
        this.shape = shape;
        this.emit = emit;
        inputs.forEach(input -> input.users.add(this));
    }

    Shape shape() {
        if (shape == null) {
            throw new IllegalStateException("a test has no shape");
        }
        return shape;
    }

    Step withError(Supplier<Step> how) {
        error = how;
        return this;
    }

    /** Null when the doubles are exact. */
    @Nullable Step error() {
        if (errorStep == null && error != null) {
            errorStep = error.get();
        }
        return errorStep;
    }
}
