package org.lingqu.engine.policy.column;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.rule.Truth;

/**
 * What a plan found: for every test two bits a firm, met and not met; unknown is neither. Equal tests share their bits.
 * Bits of rows that stand for no firm say nothing.
 */
@SuppressWarnings("ArrayRecordComponent") // the arrays are the point; nobody compares these records
public final class Findings implements Plan.Use {

    private final Plan plan;
    private final FirmSource firms;
    private final List<Bits> kept = new ArrayList<>();
    private final List<Signed> tests = new ArrayList<>();
    private final List<Figures> amounts = new ArrayList<>();
    private final AtomicLong secondLooks = new AtomicLong();

    private record Bits(int slot, long[] met, long[] notMet) {}

    private record Signed(Bits bits, boolean negated) {}

    /** An amount of all firms: {@code values[row] / 10^scale} where valid. */
    public record Figures(int slot, int scale, boolean exact, double[] values, long[] valid) {}

    Findings(Plan plan, FirmSource firms) {
        this.plan = plan;
        this.firms = firms;
        int count = firms.count();
        var bySlot = new HashMap<Integer, Bits>();
        for (Planner.Signed test : plan.tests()) {
            Bits bits = bySlot.computeIfAbsent(
                    test.step().slot, slot -> new Bits(slot, Rows.bits(count), Rows.bits(count)));
            tests.add(new Signed(bits, test.negated()));
        }
        kept.addAll(bySlot.values());
        for (Step step : plan.amounts()) {
            Shape shape = step.shape();
            amounts.add(new Figures(
                    step.slot, shape.scale(), shape.exact(), new double[Rows.padded(count)], Rows.bits(count)));
        }
    }

    void requireOf(Plan other, int count) {
        if (plan != other || count() != count) {
            throw new IllegalArgumentException("findings of another plan or of " + count() + " firms, not " + count);
        }
    }

    @Override
    public void take(Batch batch, int first) {
        int word = first / 64;
        for (Bits bits : kept) {
            System.arraycopy(batch.t[bits.slot], 0, bits.met, word, Rows.WORDS);
            System.arraycopy(batch.f[bits.slot], 0, bits.notMet, word, Rows.WORDS);
        }
        for (Figures figures : amounts) {
            int slot = figures.slot;
            System.arraycopy(batch.x[slot], batch.xAt[slot], figures.values, word * 64, Rows.BATCH);
            System.arraycopy(batch.valid[slot], batch.validAt[slot], figures.valid, word, Rows.WORDS);
        }
    }

    @Override
    public void end(Batch batch) {
        secondLooks.addAndGet(batch.secondLooks);
    }

    /** How many rows there are. */
    public int count() {
        return firms.count();
    }

    /** How many tests were asked. */
    public int tests() {
        return tests.size();
    }

    /** How often doubles were too close to call and fractions decided. */
    public long secondLooks() {
        return secondLooks.get();
    }

    /** One bit a firm: the test is met. Not to be written to. */
    public long[] met(int test) {
        Signed signed = tests.get(test);
        return signed.negated ? signed.bits.notMet : signed.bits.met;
    }

    /** One bit a firm: the test is known not to be met. Not to be written to. */
    public long[] notMet(int test) {
        Signed signed = tests.get(test);
        return signed.negated ? signed.bits.met : signed.bits.notMet;
    }

    /** What a test says of one firm. */
    public Truth truth(int test, int firm) {
        if (Rows.get(met(test), firm)) {
            return Truth.TRUE;
        }
        return Rows.get(notMet(test), firm) ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** How many firms meet a test. */
    public long countMet(int test) {
        return bits(met(test));
    }

    /** How many firms are known not to meet a test. */
    public long countNotMet(int test) {
        return bits(notMet(test));
    }

    private long bits(long[] words) {
        long sum = 0;
        for (int w = 0; w < words.length; w++) {
            sum += Long.bitCount(words[w] & firms.present(w));
        }
        return sum;
    }

    /** Figures of one wanted amount. Not to be written to. */
    public Figures amount(int index) {
        return amounts.get(index);
    }

    /** One firm's amount as a double, null when missing. */
    public @Nullable Double amount(int index, int firm) {
        Figures figures = amounts.get(index);
        return Rows.get(figures.valid, firm) ? figures.values[firm] / Math.pow(10, figures.scale) : null;
    }
}
