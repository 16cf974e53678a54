package org.lingqu.engine.policy.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which group every firm belongs to, and how the groups stand with one variant. Another variant is then counted by looking at
 * those firms alone whose answer it changes.
 */
@SuppressWarnings("ArrayRecordComponent") // the arrays are the point; nobody compares these records
final class Grouping {

    private final FirmSource source;
    private final List<List<String>> names = new ArrayList<>();
    private final int[] places;
    private final long[] firms;
    private final Counts before;

    /**
     * @param by columns of codes; several give their combinations
     * @throws IllegalArgumentException if there is no such column, or it holds no codes
     */
    Grouping(FirmSource source, List<GroupBy> by, Baseline.Side side) {
        this.source = source;
        places = new int[Rows.padded(source.count())];
        int groups = 1;
        for (GroupBy one : by) {
            groups = Math.multiplyExact(groups, add(one));
        }
        firms = new long[groups];
        for (int w = 0; w * 64 < source.count(); w++) {
            add(firms, w, source.present(w), 1);
        }
        before = new Counts(new long[groups], new long[groups], new long[groups], new long[groups]);
        for (int w = 0; w * 64 < source.count(); w++) {
            long rows = source.present(w);
            add(before.met, w, side.met()[w] & rows, 1);
            add(before.notMet, w, side.notMet()[w] & rows, 1);
        }
    }

    /** Numbers the groups: each column's codes are places, place 0 is a missing code, several columns are digits of a number. */
    private int add(GroupBy by) {
        FirmSource.Window window = source.window(List.of(by.column()));
        if (!(window.columns().column(by.column()) instanceof Column.Codes codes)) {
            throw new IllegalArgumentException("column " + by.column() + " holds no codes to group by");
        }
        Map<String, Integer> numbers = new LinkedHashMap<>();
        codes.dictionary().stream()
                .map(by::of)
                .sorted()
                .distinct()
                .forEach(name -> numbers.put(name, numbers.size() + 1));
        int[] table = codes.dictionary().stream()
                .mapToInt(code -> numbers.get(by.of(code)))
                .toArray();
        int size = numbers.size() + 1;
        FirmSource.each(source, window, (row, at) -> {
            int digit = Rows.get(codes.valid(), at) ? table[codes.values()[at]] : 0;
            places[row] = places[row] * size + digit;
        });
        names.add(List.copyOf(numbers.keySet()));
        return size;
    }

    private void add(long[] to, int word, long rows, int by) {
        for (long rest = rows; rest != 0; rest &= rest - 1) {
            to[places[word * 64 + Long.numberOfTrailingZeros(rest)]] += by;
        }
    }

    /** By group. */
    private record Counts(long[] met, long[] notMet, long[] gained, long[] lost) {
        Counts copy() {
            return new Counts(met.clone(), notMet.clone(), gained.clone(), lost.clone());
        }
    }

    /** Counts for every group that has a firm, ordered by code, those without a code last. */
    List<GroupCount> counts(Baseline.Side was, Baseline.Side is) {
        Counts after = before.copy();
        for (int w = 0; w * 64 < source.count(); w++) {
            long metBefore = was.met()[w];
            long metAfter = is.met()[w];
            long notBefore = was.notMet()[w];
            long notAfter = is.notMet()[w];
            if (metBefore == metAfter && notBefore == notAfter) {
                continue;
            }
            long rows = source.present(w);
            long gained = metAfter & ~metBefore & rows;
            long lost = metBefore & ~metAfter & rows;
            add(after.gained, w, gained, 1);
            add(after.lost, w, lost, 1);
            add(after.met, w, gained, 1);
            add(after.met, w, lost, -1);
            add(after.notMet, w, notAfter & ~notBefore & rows, 1);
            add(after.notMet, w, notBefore & ~notAfter & rows, -1);
        }
        Sums sums = sums(was);
        Sums now = sums(is);
        List<GroupCount> found = new ArrayList<>();
        for (int i = 0; i < firms.length; i++) {
            if (firms[i] > 0 || names.isEmpty()) {
                found.add(new GroupCount(
                        codes(i),
                        firms[i],
                        before.met[i],
                        after.met[i],
                        before.notMet[i],
                        after.notMet[i],
                        after.gained[i],
                        after.lost[i],
                        sums.worth[i],
                        now.worth[i],
                        sums.possible[i],
                        now.possible[i]));
            }
        }
        found.sort(Comparator.comparing(GroupCount::codes, Grouping::order));
        return found;
    }

    /** By group: of the firms that are in the worth, of all that are not out the possible one. */
    private record Sums(double[] worth, double[] possible) {}

    private Sums sums(Baseline.Side side) {
        var sums = new Sums(new double[firms.length], new double[firms.length]);
        if (side.variant().worth().isPresent()) {
            add(sums.worth, side.worth(), side.met(), 0);
        }
        if (side.variant().possibleWorth().isPresent()) {
            add(sums.possible, side.possibleWorth(), side.notMet(), -1);
        }
        return sums;
    }

    /** @param turned -1 where the bits are of those to be left out, 0 where of those to be counted */
    private void add(double[] sums, Findings.Figures worth, long[] bits, long turned) {
        double unit = Math.pow(10, worth.scale());
        for (int w = 0; w * 64 < source.count(); w++) {
            long rows = (bits[w] ^ turned) & worth.valid()[w] & source.present(w);
            for (long rest = rows; rest != 0; rest &= rest - 1) {
                int row = w * 64 + Long.numberOfTrailingZeros(rest);
                sums[places[row]] += worth.values()[row] / unit;
            }
        }
    }

    private List<String> codes(int place) {
        var codes = new ArrayList<String>();
        int rest = place;
        for (List<String> list : names.reversed()) {
            int digit = rest % (list.size() + 1);
            rest /= list.size() + 1;
            codes.addFirst(digit == 0 ? GroupCount.NOT_KNOWN : list.get(digit - 1));
        }
        return codes;
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
