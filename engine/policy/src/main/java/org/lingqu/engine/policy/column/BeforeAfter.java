package org.lingqu.engine.policy.column;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A decision before and after a change, for all firms: who gains, who loses, and both counted by group. Both are one plan, so
 * what the change leaves alone is computed once.
 */
public final class BeforeAfter {

    private static final int BEFORE = 0;
    private static final int AFTER = 1;

    private final FirmColumns columns;
    private final Findings findings;
    private final boolean worthAsked;

    private BeforeAfter(FirmColumns columns, Findings findings, boolean worthAsked) {
        this.columns = columns;
        this.findings = findings;
        this.worthAsked = worthAsked;
    }

    /** A decision, and what a firm that is in brings or costs. */
    public record Variant(Node.Test decision, Optional<Node.Amount> worth) {
        public static Variant of(Node.Test decision) {
            return new Variant(decision, Optional.empty());
        }
    }

    /** @throws IllegalArgumentException if only one of the two has a worth */
    public static BeforeAfter of(FirmColumns columns, Variant before, Variant after, int threads) {
        if (before.worth().isPresent() != after.worth().isPresent()) {
            throw new IllegalArgumentException("Sums are compared when both variants have a worth");
        }
        var amounts = new ArrayList<Node.Amount>();
        before.worth().ifPresent(amounts::add);
        after.worth().ifPresent(amounts::add);
        var plan = new Plan(List.of(before.decision(), after.decision()), amounts, columns.ranges());
        return new BeforeAfter(columns, plan.run(columns, threads), !amounts.isEmpty());
    }

    /** Test 0 is the decision before the change, test 1 the one after it. */
    public Findings findings() {
        return findings;
    }

    /** One bit a firm: certainly in now and not before. */
    public long[] gained() {
        return without(findings.met(AFTER), findings.met(BEFORE));
    }

    /** One bit a firm: certainly in before and no longer. */
    public long[] lost() {
        return without(findings.met(BEFORE), findings.met(AFTER));
    }

    /** Bits of {@code these} that are not among {@code those}, without the padding. */
    private long[] without(long[] these, long[] those) {
        long[] bits = new long[these.length];
        for (int w = 0; w < bits.length; w++) {
            bits[w] = these[w] & ~those[w] & rowsOf(w);
        }
        return bits;
    }

    /** The bits of a word that stand for firms. */
    private long rowsOf(int word) {
        int rows = columns.count() - word * 64;
        return rows >= 64 ? -1L : rows <= 0 ? 0 : -1L >>> (64 - rows);
    }

    /** All firms as one group, without codes. */
    public GroupCount total() {
        return groups(List.of()).getFirst();
    }

    /**
     * Counts for every group that has a firm, ordered by code, those without a code last.
     *
     * @param by columns of codes; several give their combinations
     * @throws IllegalArgumentException if there is no such column, or it holds no codes
     */
    public List<GroupCount> groups(List<GroupBy> by) {
        var groups = new Groups(columns, by);
        var tally = new Tally(groups.count());
        int[] places = new int[64];
        for (int w = 0; w * 64 < columns.count(); w++) {
            groups.places(w, places);
            long rows = rowsOf(w);
            tally.count(Tally.FIRMS, places, rows);
            long before = findings.met(BEFORE)[w] & rows;
            long after = findings.met(AFTER)[w] & rows;
            tally.count(Tally.MET_BEFORE, places, before);
            tally.count(Tally.MET_AFTER, places, after);
            tally.count(Tally.NOT_MET_BEFORE, places, findings.notMet(BEFORE)[w] & rows);
            tally.count(Tally.NOT_MET_AFTER, places, findings.notMet(AFTER)[w] & rows);
            tally.count(Tally.GAINED, places, after & ~before);
            tally.count(Tally.LOST, places, before & ~after);
            if (worthAsked) {
                add(tally.worthBefore, places, before, w, findings.amount(BEFORE));
                add(tally.worthAfter, places, after, w, findings.amount(AFTER));
            }
        }
        return tally.groups(groups);
    }

    private static void add(double[] sums, int[] places, long rows, int word, Findings.Figures worth) {
        double unit = Math.pow(10, worth.scale());
        for (long rest = rows & worth.valid()[word]; rest != 0; rest &= rest - 1) {
            int bit = Long.numberOfTrailingZeros(rest);
            sums[places[bit]] += worth.values()[word * 64 + bit] / unit;
        }
    }

    /** Numbers the groups: each column's codes are places, place 0 is a missing code, several columns are digits of a number. */
    private static final class Groups {

        private final List<Column.Codes> columns = new ArrayList<>();
        private final List<List<String>> names = new ArrayList<>();

        /** For each dictionary entry its place. */
        private final List<int[]> tables = new ArrayList<>();

        Groups(FirmColumns firms, List<GroupBy> by) {
            for (GroupBy one : by) {
                if (!(firms.column(one.column()) instanceof Column.Codes codes)) {
                    throw new IllegalArgumentException("column " + one.column() + " holds no codes to group by");
                }
                Map<String, Integer> places = new LinkedHashMap<>();
                codes.dictionary().stream()
                        .map(one::of)
                        .sorted()
                        .distinct()
                        .forEach(name -> places.put(name, places.size() + 1));
                columns.add(codes);
                names.add(List.copyOf(places.keySet()));
                tables.add(codes.dictionary().stream()
                        .mapToInt(code -> places.get(one.of(code)))
                        .toArray());
            }
        }

        int count() {
            return names.stream().mapToInt(list -> list.size() + 1).reduce(1, Math::multiplyExact);
        }

        /** The groups of 64 firms. */
        void places(int word, int[] places) {
            java.util.Arrays.fill(places, 0);
            for (int c = 0; c < columns.size(); c++) {
                Column.Codes codes = columns.get(c);
                int[] table = tables.get(c);
                int size = names.get(c).size() + 1;
                long valid = codes.valid()[word];
                for (int i = 0; i < 64; i++) {
                    int place = ((valid >>> i) & 1) != 0 ? table[codes.values()[word * 64 + i]] : 0;
                    places[i] = places[i] * size + place;
                }
            }
        }

        List<String> codes(int place) {
            var codes = new ArrayList<String>();
            int rest = place;
            for (List<String> list : names.reversed()) {
                int digit = rest % (list.size() + 1);
                rest /= list.size() + 1;
                codes.addFirst(digit == 0 ? GroupCount.NOT_KNOWN : list.get(digit - 1));
            }
            return codes;
        }
    }

    private static final class Tally {

        static final int FIRMS = 0;
        static final int MET_BEFORE = 1;
        static final int MET_AFTER = 2;
        static final int NOT_MET_BEFORE = 3;
        static final int NOT_MET_AFTER = 4;
        static final int GAINED = 5;
        static final int LOST = 6;

        private final long[][] counts;
        private final double[] worthBefore;
        private final double[] worthAfter;

        Tally(int groups) {
            counts = new long[7][groups];
            worthBefore = new double[groups];
            worthAfter = new double[groups];
        }

        void count(int what, int[] places, long rows) {
            long[] of = counts[what];
            for (long rest = rows; rest != 0; rest &= rest - 1) {
                of[places[Long.numberOfTrailingZeros(rest)]]++;
            }
        }

        List<GroupCount> groups(Groups groups) {
            var found = new ArrayList<GroupCount>();
            for (int i = 0; i < worthBefore.length; i++) {
                if (counts[FIRMS][i] > 0 || groups.columns.isEmpty()) {
                    found.add(new GroupCount(
                            groups.codes(i),
                            counts[FIRMS][i],
                            counts[MET_BEFORE][i],
                            counts[MET_AFTER][i],
                            counts[NOT_MET_BEFORE][i],
                            counts[NOT_MET_AFTER][i],
                            counts[GAINED][i],
                            counts[LOST][i],
                            worthBefore[i],
                            worthAfter[i]));
                }
            }
            found.sort(java.util.Comparator.comparing(GroupCount::codes, BeforeAfter::order));
            return found;
        }
    }

    private static int order(List<String> one, List<String> other) {
        for (int i = 0; i < one.size(); i++) {
            String left = one.get(i);
            String right = other.get(i);
            if (!left.equals(right)) {
                return left.isEmpty() ? 1 : right.isEmpty() ? -1 : left.compareTo(right);
            }
        }
        return 0;
    }
}
