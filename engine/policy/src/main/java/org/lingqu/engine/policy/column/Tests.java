package org.lingqu.engine.policy.column;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.lingqu.engine.policy.rule.Comparison;

/** The operations that give a test. */
@SuppressWarnings("ArrayRecordComponent") // the arrays are the point; nobody compares these records
final class Tests {

    private Tests() {}

    /** Only {@code =}, {@code >=} and {@code >} are computed; their opposites are read exchanged. */
    record AgainstConstant(Comparison comparison, int amount, double border, int out) implements Operation {
        @Override
        public void run(Batch b) {
            double[] x = b.x[amount];
            int at = b.xAt[amount];
            long[] valid = b.valid[amount];
            int validAt = b.validAt[amount];
            switch (comparison) {
                case AT_LEAST, LESS -> b.kernels.atLeast(x, at, border, valid, validAt, b.t[out], b.f[out]);
                case GREATER, AT_MOST -> b.kernels.above(x, at, border, valid, validAt, b.t[out], b.f[out]);
                case EQUAL, NOT_EQUAL -> b.kernels.equal(x, at, border, valid, validAt, b.t[out], b.f[out]);
            }
        }
    }

    record Against(Comparison comparison, int left, int right, int out) implements Operation {
        @Override
        public void run(Batch b) {
            double[] x = b.x[left];
            double[] y = b.x[right];
            int at = b.xAt[left];
            int yAt = b.xAt[right];
            long[] both = b.bothValid(left, right);
            switch (comparison) {
                case AT_LEAST, LESS -> b.kernels.atLeast(x, at, y, yAt, both, b.t[out], b.f[out]);
                case GREATER, AT_MOST -> b.kernels.above(x, at, y, yAt, both, b.t[out], b.f[out]);
                case EQUAL, NOT_EQUAL -> b.kernels.equal(x, at, y, yAt, both, b.t[out], b.f[out]);
            }
        }
    }

    /** Rows nearer than the error are decided in fractions, at once, so that nothing that depends on them sees a guess. */
    record DoubtfulAgainst(Comparison comparison, int left, int right, int error, Node.Test node, int out)
            implements Operation {
        @Override
        public void run(Batch b) {
            new Against(comparison, left, right, out).run(b);
            long[] both = b.bothValid(left, right);
            boolean any =
                    b.kernels.close(b.x[left], b.xAt[left], b.x[right], b.xAt[right], b.x[error], both, b.doubtful);
            if (any) {
                Patch.each(b, b.doubtful, row -> true, row -> Patch.test(b, out, row, node));
            }
        }
    }

    /** A code is looked up once per dictionary entry; a firm's answer is then one bit. */
    record OfCode(String column, Predicate<String> accepted, int out) implements Operation {
        @Override
        public Operation on(FirmColumns columns) {
            Column.Codes codes = columns.codes(column);
            List<String> dictionary = codes.dictionary();
            long[] table = new long[dictionary.size() / 64 + 1];
            for (int i = 0; i < dictionary.size(); i++) {
                if (accepted.test(dictionary.get(i))) {
                    Rows.set(table, i);
                }
            }
            return table.length == 1
                    ? new InWord(codes.values(), codes.valid(), table[0], out)
                    : new InTable(codes.values(), codes.valid(), table, out);
        }

        @Override
        public void run(Batch batch) {
            throw new IllegalStateException("bound to columns first");
        }
    }

    record InWord(int[] codes, long[] valid, long table, int out) implements Operation {
        @Override
        public void run(Batch b) {
            for (int w = 0; w < Rows.WORDS; w++) {
                int at = b.first + w * 64;
                long word = 0;
                for (int i = 0; i < 64; i++) {
                    word |= ((table >>> codes[at + i]) & 1) << i;
                }
                long known = valid[at >> 6];
                b.t[out][w] = word & known;
                b.f[out][w] = ~word & known;
            }
        }
    }

    record InTable(int[] codes, long[] valid, long[] table, int out) implements Operation {
        @Override
        public void run(Batch b) {
            for (int w = 0; w < Rows.WORDS; w++) {
                int at = b.first + w * 64;
                long word = 0;
                for (int i = 0; i < 64; i++) {
                    int code = codes[at + i];
                    word |= ((table[code >> 6] >>> code) & 1) << i;
                }
                long known = valid[at >> 6];
                b.t[out][w] = word & known;
                b.f[out][w] = ~word & known;
            }
        }
    }

    record OfList(String column, Set<String> codes, int out) implements Operation {
        @Override
        public Operation on(FirmColumns columns) {
            Column.Lists lists = columns.lists(column);
            long[] table = new long[lists.dictionary().size() / 64 + 1];
            for (int i = 0; i < lists.dictionary().size(); i++) {
                if (codes.contains(lists.dictionary().get(i))) {
                    Rows.set(table, i);
                }
            }
            return new OnLists(lists, table, out);
        }

        @Override
        public void run(Batch batch) {
            throw new IllegalStateException("bound to columns first");
        }
    }

    record OnLists(Column.Lists lists, long[] table, int out) implements Operation {
        @Override
        public void run(Batch b) {
            for (int w = 0; w < Rows.WORDS; w++) {
                long word = 0;
                long known = lists.valid()[(b.first >> 6) + w];
                for (long rest = known; rest != 0; rest &= rest - 1) {
                    int bit = Long.numberOfTrailingZeros(rest);
                    word |= any(b.first + w * 64 + bit) ? 1L << bit : 0;
                }
                b.t[out][w] = word;
                b.f[out][w] = known & ~word;
            }
        }

        private boolean any(int row) {
            for (int i = lists.begin(row); i < lists.ends()[row]; i++) {
                if (Rows.get(table, lists.values()[i])) {
                    return true;
                }
            }
            return false;
        }
    }

    record OfSpans(String column, int day, int out) implements Operation {
        @Override
        public void run(Batch b) {
            Column.Spans spans = b.columns.spans(column);
            for (int w = 0; w < Rows.WORDS; w++) {
                long word = 0;
                long known = spans.valid()[(b.first >> 6) + w];
                for (long rest = known; rest != 0; rest &= rest - 1) {
                    int bit = Long.numberOfTrailingZeros(rest);
                    word |= spans.cover(b.first + w * 64 + bit, day) ? 1L << bit : 0;
                }
                b.t[out][w] = word;
                b.f[out][w] = known & ~word;
            }
        }
    }

    record OfFlag(String column, int out) implements Operation {
        @Override
        public void run(Batch b) {
            Column.Flags flags = b.columns.flags(column);
            int at = b.first / 64;
            for (int w = 0; w < Rows.WORDS; w++) {
                b.t[out][w] = flags.values()[at + w] & flags.valid()[at + w];
                b.f[out][w] = ~flags.values()[at + w] & flags.valid()[at + w];
            }
        }
    }

    record IsValid(int amount, int out) implements Operation {
        @Override
        public void run(Batch b) {
            for (int w = 0; w < Rows.WORDS; w++) {
                long valid = b.valid[amount][b.validAt[amount] + w];
                b.t[out][w] = valid;
                b.f[out][w] = ~valid;
            }
        }
    }

    record Every(int[] slots, boolean[] negated, int out) implements Operation {
        @Override
        public void run(Batch b) {
            long[] t = b.t[out];
            long[] f = b.f[out];
            System.arraycopy(b.yes(slots[0], negated[0]), 0, t, 0, Rows.WORDS);
            System.arraycopy(b.no(slots[0], negated[0]), 0, f, 0, Rows.WORDS);
            for (int i = 1; i < slots.length; i++) {
                long[] yes = b.yes(slots[i], negated[i]);
                long[] no = b.no(slots[i], negated[i]);
                for (int w = 0; w < Rows.WORDS; w++) {
                    t[w] &= yes[w];
                    f[w] |= no[w];
                }
            }
        }
    }

    /** Counts in bit slices: plane k of a word holds bit k of 64 counts. */
    record Count(int count, int[] slots, boolean[] negated, int out) implements Operation {
        @Override
        public void run(Batch b) {
            int planes = 32 - Integer.numberOfLeadingZeros(Math.max(slots.length, Math.max(count, 1)));
            long[] met = new long[planes];
            long[] possible = new long[planes];
            for (int w = 0; w < Rows.WORDS; w++) {
                java.util.Arrays.fill(met, 0);
                java.util.Arrays.fill(possible, 0);
                for (int i = 0; i < slots.length; i++) {
                    add(met, b.yes(slots[i], negated[i])[w]);
                    add(possible, ~b.no(slots[i], negated[i])[w]);
                }
                b.t[out][w] = reaches(met);
                b.f[out][w] = ~reaches(possible);
            }
        }

        private static void add(long[] planes, long carry) {
            for (int p = 0; p < planes.length; p++) {
                long next = planes[p] & carry;
                planes[p] ^= carry;
                carry = next;
            }
        }

        /** Bits of the counts that are at least {@code count}, compared from the highest plane down. */
        private long reaches(long[] planes) {
            if (count <= 0) {
                return -1L;
            }
            long greater = 0;
            long equal = -1L;
            for (int p = planes.length - 1; p >= 0; p--) {
                long wanted = ((count >>> p) & 1) != 0 ? -1L : 0L;
                greater |= (equal & planes[p] & ~wanted);
                equal &= ~(planes[p] ^ wanted);
            }
            return greater | equal;
        }
    }

    record Either(int[] slots, boolean[] negated, int out) implements Operation {
        @Override
        public void run(Batch b) {
            long[] when = b.yes(slots[0], negated[0]);
            long[] not = b.no(slots[0], negated[0]);
            for (int w = 0; w < Rows.WORDS; w++) {
                b.t[out][w] = (when[w] & b.yes(slots[1], negated[1])[w]) | (not[w] & b.yes(slots[2], negated[2])[w]);
                b.f[out][w] = (when[w] & b.no(slots[1], negated[1])[w]) | (not[w] & b.no(slots[2], negated[2])[w]);
            }
        }
    }

    record Agree(int[] slots, boolean[] negated, int out) implements Operation {
        @Override
        public void run(Batch b) {
            for (int w = 0; w < Rows.WORDS; w++) {
                b.t[out][w] = b.yes(slots[0], negated[0])[w] & b.yes(slots[1], negated[1])[w];
                b.f[out][w] = b.no(slots[0], negated[0])[w] & b.no(slots[1], negated[1])[w];
            }
        }
    }
}
