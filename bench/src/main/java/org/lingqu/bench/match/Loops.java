package org.lingqu.bench.match;

import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.lingqu.engine.policy.column.Rows;

/** The rule written by hand for exactly these columns: only the decision, no findings, doubles unchecked. */
final class Loops {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    private static final int LIMIT = MatchFirms.ASOF - 365;

    final long[] met;
    final long[] notMet;
    private final MatchFirms f;
    private final boolean[] field;
    private final long fields;

    Loops(MatchFirms firms) {
        f = firms;
        met = Rows.bits(firms.count);
        notMet = Rows.bits(firms.count);
        field = new boolean[MatchFirms.INDUSTRIES.size()];
        long mask = 0;
        for (int i = 0; i < field.length; i++) {
            field[i] = MatchRule.FIELDS.contains(MatchFirms.INDUSTRIES.get(i));
            mask |= field[i] ? 1L << i : 0;
        }
        fields = mask;
    }

    /** Words of 64 firms, as one would write it first: leave at the first criterion that fails. */
    void plain(int from, int to) {
        for (int w = from; w < to; w++) {
            long yes = 0;
            long no = 0;
            for (int i = 0; i < 64; i++) {
                int answer = plain(w * 64 + i);
                yes |= answer > 0 ? 1L << i : 0;
                no |= answer < 0 ? 1L << i : 0;
            }
            met[w] = yes;
            notMet[w] = no;
        }
    }

    private int plain(int row) {
        List<long[]> valid = f.valid;
        boolean unknown = false;
        if (!Rows.get(valid.get(7), row)) {
            unknown = true;
        } else if (f.founded[row] > LIMIT) {
            return -1;
        }
        if (!Rows.get(valid.get(6), row)) {
            unknown = true;
        } else if (f.patents[row] < 1) {
            return -1;
        }
        if (!Rows.get(valid.get(8), row)) {
            unknown = true;
        } else if (!field[f.industry[row]]) {
            return -1;
        }
        boolean people = Rows.get(valid.get(5), row) && Rows.get(valid.get(4), row) && f.staff[row] != 0;
        double share = f.researchers[row] / f.staff[row];
        if (people && share < 0.1) {
            return -1;
        }
        boolean ratio = Rows.get(valid.get(0), row) && Rows.get(valid.get(1), row) && f.revenue[row] != 0;
        double intensity = f.research[row] / f.revenue[row];
        boolean sized = Rows.get(valid.get(2), row);
        double size = f.revenueLastYear[row];
        double wanted = size <= 5e9 ? 0.05 : size <= 2e10 ? 0.04 : 0.03;
        if (ratio && intensity < (sized ? wanted : 0.03)) {
            return -1;
        }
        boolean high = Rows.get(valid.get(3), row) && sized && size != 0;
        double part = f.hightech[row] / size;
        if (high && part < 0.6) {
            return -1;
        }
        if (!Rows.get(valid.get(9), row)) {
            unknown = true;
        } else if (Rows.get(f.dishonest, row)) {
            return -1;
        }
        if (!people || !ratio || !high || !Rows.get(valid.get(6), row)) {
            return 0;
        }
        int score = (intensity >= 0.1
                        ? 30
                        : intensity >= 0.08
                                ? 25
                                : intensity >= 0.06 ? 20 : intensity >= 0.04 ? 15 : intensity >= 0.02 ? 8 : 0)
                + (share >= 0.3 ? 20 : share >= 0.2 ? 16 : 12)
                + (f.patents[row] >= 8 ? 30 : f.patents[row] >= 5 ? 24 : f.patents[row] >= 3 ? 18 : 10)
                + (part >= 0.8 ? 20 : part >= 0.7 ? 16 : 12);
        return score < MatchRule.LEAST_SCORE ? -1 : unknown ? 0 : 1;
    }

    /** Everything computed for every firm, no branch on the data; three-valued by masks. */
    void branchFree(int from, int to) {
        double[] points = new double[64];
        for (int w = from; w < to; w++) {
            int at = w * 64;
            long old = 0;
            long patents = 0;
            long codes = 0;
            long people = 0;
            long strong = 0;
            long possible = 0;
            long high = 0;
            long score = 0;
            for (int i = 0; i < 64; i++) {
                int row = at + i;
                double share = f.researchers[row] / f.staff[row];
                double intensity = f.research[row] / f.revenue[row];
                double size = f.revenueLastYear[row];
                double part = f.hightech[row] / size;
                double ip = f.patents[row];
                old |= bit(f.founded[row] <= LIMIT) << i;
                patents |= bit(ip >= 1) << i;
                codes |= ((fields >>> f.industry[row]) & 1) << i;
                people |= bit(share >= 0.1) << i;
                strong |= ((bit(size <= 5e9) & bit(intensity >= 0.05))
                                | (bit(size > 5e9) & bit(size <= 2e10) & bit(intensity >= 0.04))
                                | (bit(size > 2e10) & bit(intensity >= 0.03)))
                        << i;
                possible |= bit(intensity >= 0.03) << i;
                high |= bit(part >= 0.6) << i;
                points[i] = bit(intensity >= 0.1) * 5
                        + bit(intensity >= 0.08) * 5
                        + bit(intensity >= 0.06) * 5
                        + bit(intensity >= 0.04) * 7
                        + bit(intensity >= 0.02) * 8
                        + bit(share >= 0.3) * 4
                        + bit(share >= 0.2) * 4
                        + bit(share >= 0.1) * 12
                        + bit(ip >= 8) * 6
                        + bit(ip >= 5) * 6
                        + bit(ip >= 3) * 8
                        + bit(ip >= 1) * 10
                        + bit(part >= 0.8) * 4
                        + bit(part >= 0.7) * 4
                        + bit(part >= 0.6) * 12;
                score |= bit(points[i] >= MatchRule.LEAST_SCORE) << i;
            }
            combine(w, old, patents, codes, people, strong, possible, high, score);
        }
    }

    private static long bit(boolean value) {
        return value ? 1 : 0;
    }

    /** All lanes at once, everything fused into one loop. */
    void vector(int from, int to) {
        for (int w = from; w < to; w++) {
            int at = w * 64;
            long old = 0;
            long patents = 0;
            long codes = 0;
            long people = 0;
            long strong = 0;
            long possible = 0;
            long high = 0;
            long score = 0;
            for (int i = 0; i < 64; i += LANES.length()) {
                int row = at + i;
                DoubleVector share = load(f.researchers, row).div(load(f.staff, row));
                DoubleVector intensity = load(f.research, row).div(load(f.revenue, row));
                DoubleVector size = load(f.revenueLastYear, row);
                DoubleVector part = load(f.hightech, row).div(size);
                DoubleVector ip = load(f.patents, row);
                old |= load(f.founded, row).compare(VectorOperators.LE, LIMIT).toLong() << i;
                patents |= ip.compare(VectorOperators.GE, 1).toLong() << i;
                people |= share.compare(VectorOperators.GE, 0.1).toLong() << i;
                VectorMask<Double> small = size.compare(VectorOperators.LE, 5e9);
                VectorMask<Double> middle = size.compare(VectorOperators.LE, 2e10);
                DoubleVector wanted =
                        DoubleVector.broadcast(LANES, 0.03).blend(0.04, middle).blend(0.05, small);
                strong |= intensity.compare(VectorOperators.GE, wanted).toLong() << i;
                possible |= intensity.compare(VectorOperators.GE, 0.03).toLong() << i;
                high |= part.compare(VectorOperators.GE, 0.6).toLong() << i;
                DoubleVector points = DoubleVector.zero(LANES)
                        .blend(8, intensity.compare(VectorOperators.GE, 0.02))
                        .blend(15, intensity.compare(VectorOperators.GE, 0.04))
                        .blend(20, intensity.compare(VectorOperators.GE, 0.06))
                        .blend(25, intensity.compare(VectorOperators.GE, 0.08))
                        .blend(30, intensity.compare(VectorOperators.GE, 0.1));
                points = points.add(DoubleVector.zero(LANES)
                        .blend(12, share.compare(VectorOperators.GE, 0.1))
                        .blend(16, share.compare(VectorOperators.GE, 0.2))
                        .blend(20, share.compare(VectorOperators.GE, 0.3)));
                points = points.add(DoubleVector.zero(LANES)
                        .blend(10, ip.compare(VectorOperators.GE, 1))
                        .blend(18, ip.compare(VectorOperators.GE, 3))
                        .blend(24, ip.compare(VectorOperators.GE, 5))
                        .blend(30, ip.compare(VectorOperators.GE, 8)));
                points = points.add(DoubleVector.zero(LANES)
                        .blend(12, part.compare(VectorOperators.GE, 0.6))
                        .blend(16, part.compare(VectorOperators.GE, 0.7))
                        .blend(20, part.compare(VectorOperators.GE, 0.8)));
                score |= points.compare(VectorOperators.GE, MatchRule.LEAST_SCORE)
                                .toLong()
                        << i;
            }
            for (int i = 0; i < 64; i++) {
                codes |= ((fields >>> f.industry[at + i]) & 1) << i;
            }
            combine(w, old, patents, codes, people, strong, possible, high, score);
        }
    }

    private static DoubleVector load(double[] values, int row) {
        return DoubleVector.fromArray(LANES, values, row);
    }

    private void combine(
            int w, long old, long patents, long codes, long people, long strong, long possible, long high, long score) {
        List<long[]> valid = f.valid;
        long staffed = valid.get(5)[w] & valid.get(4)[w];
        long ratio = valid.get(0)[w] & valid.get(1)[w];
        long sized = valid.get(2)[w];
        long part = valid.get(3)[w] & sized;
        long scored = staffed & ratio & part & valid.get(6)[w];
        long bad = f.dishonest[w];
        met[w] = old
                & valid.get(7)[w]
                & patents
                & valid.get(6)[w]
                & codes
                & valid.get(8)[w]
                & people
                & staffed
                & strong
                & ratio
                & sized
                & high
                & part
                & score
                & scored
                & ~bad
                & valid.get(9)[w];
        notMet[w] = (~old & valid.get(7)[w])
                | (~patents & valid.get(6)[w])
                | (~codes & valid.get(8)[w])
                | (~people & staffed)
                | (~strong & ratio & sized)
                | (~possible & ratio)
                | (~high & part)
                | (~score & scored)
                | (bad & valid.get(9)[w]);
    }
}
