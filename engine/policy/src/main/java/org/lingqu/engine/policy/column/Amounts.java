package org.lingqu.engine.policy.column;

import java.math.BigDecimal;
import java.math.MathContext;

/** The operations that give an amount. */
final class Amounts {

    private Amounts() {}

    record Binary(Node.Operator operator, int left, int right, int out) implements Operation {
        @Override
        public void run(Batch b) {
            double[] x = b.x[left];
            double[] y = b.x[right];
            int xAt = b.xAt[left];
            int yAt = b.xAt[right];
            switch (operator) {
                case PLUS -> b.kernels.add(x, xAt, y, yAt, b.x[out]);
                case MINUS -> b.kernels.subtract(x, xAt, y, yAt, b.x[out]);
                case TIMES -> b.kernels.multiply(x, xAt, y, yAt, b.x[out]);
                case DIVIDED_BY -> throw new IllegalStateException("a quotient has its own operation");
                case LEAST -> b.kernels.least(x, xAt, y, yAt, b.x[out]);
                case GREATEST -> b.kernels.greatest(x, xAt, y, yAt, b.x[out]);
            }
            b.and(left, right, b.valid[out]);
        }
    }

    record Quotient(int left, int right, int out) implements Operation {
        @Override
        public void run(Batch b) {
            b.and(left, right, b.valid[out]);
            b.kernels.divide(b.x[left], b.xAt[left], b.x[right], b.xAt[right], b.x[out], b.valid[out]);
        }
    }

    /** A divisor that is itself rounded may be 0 in truth. */
    record DoubtfulQuotient(int left, int right, int rightError, Node.Amount divisor, int out) implements Operation {
        @Override
        public void run(Batch b) {
            b.and(left, right, b.both);
            System.arraycopy(b.both, 0, b.valid[out], 0, Rows.WORDS);
            b.kernels.divide(b.x[left], b.xAt[left], b.x[right], b.xAt[right], b.x[out], b.both);
            double[] y = b.x[right];
            double[] error = b.x[rightError];
            Patch.each(
                    b,
                    b.valid[out],
                    row -> !(Math.abs(y[b.xAt[right] + row]) > error[b.xAt[rightError] + row]),
                    row -> {
                        Fraction exact = b.exact(row).amount(divisor);
                        if (exact == null || exact.signum() == 0) {
                            Patch.clear(b.valid[out], row);
                        }
                    });
        }
    }

    record Rescaled(int of, double factor, int out) implements Operation {
        @Override
        public void run(Batch b) {
            b.kernels.scale(b.x[of], b.xAt[of], factor, b.x[out]);
            b.copyValid(of, b.valid[out]);
        }
    }

    /** A missing figure is 0 where the test holds; missing figures are stored as 0, so only validity changes. */
    record OrZero(int figure, int when, boolean negated, int out) implements Operation {
        @Override
        public void run(Batch b) {
            System.arraycopy(b.x[figure], b.xAt[figure], b.x[out], 0, Rows.BATCH);
            long[] held = b.valid[figure];
            long[] zero = negated ? b.f[when] : b.t[when];
            int at = b.validAt[figure];
            for (int w = 0; w < Rows.WORDS; w++) {
                b.valid[out][w] = held[at + w] | zero[w];
            }
        }
    }

    record Chosen(int when, boolean negated, int then, int otherwise, int out) implements Operation {
        @Override
        public void run(Batch b) {
            long[] yes = negated ? b.f[when] : b.t[when];
            long[] no = negated ? b.t[when] : b.f[when];
            b.kernels.choose(yes, 0, b.x[then], b.xAt[then], b.x[otherwise], b.xAt[otherwise], b.x[out]);
            for (int w = 0; w < Rows.WORDS; w++) {
                b.valid[out][w] = (yes[w] & b.valid[then][b.validAt[then] + w])
                        | (no[w] & b.valid[otherwise][b.validAt[otherwise] + w]);
            }
        }
    }

    record OrElse(int amount, int filler, int out) implements Operation {
        @Override
        public void run(Batch b) {
            b.kernels.choose(
                    b.valid[amount],
                    b.validAt[amount],
                    b.x[amount],
                    b.xAt[amount],
                    b.x[filler],
                    b.xAt[filler],
                    b.x[out]);
            java.util.Arrays.fill(b.valid[out], -1L);
        }
    }

    record Banded(int of, Borders borders, int out) implements Operation {
        @Override
        public void run(Batch b) {
            borders.look(b, of, out);
            b.copyValid(of, b.valid[out]);
        }
    }

    record DoubtfulBands(int of, int error, Borders borders, Node.Bands node, int out) implements Operation {
        @Override
        public void run(Batch b) {
            borders.look(b, of, out);
            b.copyValid(of, b.valid[out]);
            double[] x = b.x[of];
            double[] wide = b.x[error];
            Patch.each(b, b.valid[out], row -> close(x[b.xAt[of] + row], wide[b.xAt[error] + row]), row -> {
                Patch.amount(b, out, borders.shape().scale(), row, node);
            });
        }

        private boolean close(double x, double error) {
            double wide = Errors.widened(error) + Math.abs(x) * Errors.UNIT * 8;
            // different bands at both ends of where the true value lies, or no number at all
            return !(borders.band(x - wide) == borders.band(x + wide)) || !(wide < Double.POSITIVE_INFINITY);
        }
    }

    /** @param error slot of the error, -1 when the doubles are exact */
    record WholePart(int of, int error, double factor, Node.Floor node, int out) implements Operation {
        @Override
        public void run(Batch b) {
            double[] x = b.x[of];
            int at = b.xAt[of];
            double[] result = b.x[out];
            for (int i = 0; i < Rows.BATCH; i++) {
                // in two steps: a whole number divided is floored rightly, a rounded quotient divided again need not be
                result[i] = Math.floor(Math.floor(x[at + i]) / factor);
            }
            b.copyValid(of, b.valid[out]);
            if (error >= 0) {
                double[] wide = b.x[error];
                Patch.each(b, b.valid[out], row -> close(x[at + row], wide[b.xAt[error] + row]), row -> {
                    Patch.amount(b, out, 0, row, node);
                });
            }
        }

        private boolean close(double x, double error) {
            double wide = Errors.widened(error) + Math.abs(x) * Errors.UNIT * 4;
            double low = Math.floor((x - wide) / factor);
            return !(low == Math.floor((x + wide) / factor));
        }
    }

    record Growing(int last, int base, int lastError, int baseError, Node.Growth node, int out) implements Operation {
        @Override
        public void run(Batch b) {
            double[] top = b.x[last];
            double[] bottom = b.x[base];
            int topAt = b.xAt[last];
            int bottomAt = b.xAt[base];
            b.and(last, base, b.valid[out]);
            for (int w = 0; w < Rows.WORDS; w++) {
                long defined = 0;
                for (int i = 0; i < 64; i++) {
                    int row = w * 64 + i;
                    double from = bottom[bottomAt + row];
                    double to = top[topAt + row];
                    defined |= (from > 0 && to >= 0 ? 1L : 0L) << i;
                    b.x[out][row] = root(to / from) - 1;
                }
                b.doubtful[w] = b.valid[out][w];
                b.valid[out][w] &= defined;
            }
            if (lastError >= 0 || baseError >= 0) {
                Patch.each(
                        b,
                        b.doubtful,
                        row -> near(b, last, lastError, row) || near(b, base, baseError, row),
                        row -> Patch.presence(b, out, row, node));
            }
        }

        private static boolean near(Batch b, int slot, int error, int row) {
            return error >= 0 && !(Math.abs(b.x[slot][b.xAt[slot] + row]) > b.x[error][b.xAt[error] + row]);
        }

        private double root(double ratio) {
            return switch (node.intervals()) {
                case 1 -> ratio;
                case 2 -> Math.sqrt(ratio);
                case 3 -> Math.cbrt(ratio);
                default -> Math.pow(ratio, 1.0 / node.intervals());
            };
        }
    }

    /** What is asked of a day. */
    enum Civil {
        YEAR,
        LATER
    }

    record OfDay(Civil what, int months, int day, int out) implements Operation {
        @Override
        public void run(Batch b) {
            double[] x = b.x[day];
            int at = b.xAt[day];
            double[] result = b.x[out];
            switch (what) {
                case YEAR -> {
                    for (int i = 0; i < Rows.BATCH; i++) {
                        result[i] = CivilDays.year((int) x[at + i]);
                    }
                }
                case LATER -> {
                    for (int i = 0; i < Rows.BATCH; i++) {
                        result[i] = CivilDays.monthsLater((int) x[at + i], months);
                    }
                }
            }
            b.copyValid(day, b.valid[out]);
        }
    }

    record Months(int from, int to, int out) implements Operation {
        @Override
        public void run(Batch b) {
            double[] start = b.x[from];
            double[] end = b.x[to];
            for (int i = 0; i < Rows.BATCH; i++) {
                b.x[out][i] = CivilDays.monthsBetween((int) start[b.xAt[from] + i], (int) end[b.xAt[to] + i]);
            }
            b.and(from, to, b.valid[out]);
        }
    }

    record Sizes(String column, int out) implements Operation {
        @Override
        public void run(Batch b) {
            Column.Lists lists = b.columns.lists(column);
            for (int i = 0; i < Rows.BATCH; i++) {
                int row = b.first + i;
                b.x[out][i] = row < b.columns.count() ? lists.ends()[row] - lists.begin(row) : 0;
            }
            System.arraycopy(lists.valid(), b.first / 64, b.valid[out], 0, Rows.WORDS);
        }
    }

    static double scaled(Fraction value, int scale) {
        return new BigDecimal(value.numerator())
                .movePointRight(scale)
                .divide(new BigDecimal(value.denominator()), MathContext.DECIMAL128)
                .doubleValue();
    }
}
