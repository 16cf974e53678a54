package org.lingqu.engine.policy.column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.Step.Kind;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Truth;

/**
 * Turns nodes into steps, each node once whatever policy it comes from, and proves where doubles are exact. Where they are
 * not, the step also knows how far it may be off.
 */
final class Planner {

    private static final BigDecimal LONGEST_EXACT = new BigDecimal("9007199254740992");

    private final Map<String, FigureRange> ranges;
    private final Map<Node.Amount, Step> amounts = new HashMap<>();
    private final Map<Node.Test, Signed> tests = new HashMap<>();
    private final Map<Scaled, Step> scaled = new HashMap<>();
    private final Map<Object, Step> given = new HashMap<>();
    final List<Given> setUp = new ArrayList<>();

    Planner(Map<String, FigureRange> ranges) {
        this.ranges = ranges;
    }

    /** A test's step; {@code negated} when its true and false are to be read exchanged. */
    record Signed(Step step, boolean negated) {
        Signed not() {
            return new Signed(step, !negated);
        }
    }

    /** A slot that is filled before the first operation. */
    sealed interface Given {
        Step step();

        record OfColumn(Step step, String column) implements Given {}

        record OfConstant(Step step, double value, boolean valid) implements Given {}

        record OfTruth(Step step, Truth truth) implements Given {}
    }

    private record Scaled(Step step, int digits) {}

    Step amount(Node.Amount node) {
        Step known = amounts.get(node);
        if (known == null) {
            known = make(node);
            amounts.put(node, known);
        }
        return known;
    }

    Signed test(Node.Test node) {
        Signed known = tests.get(node);
        if (known == null) {
            known = make(node);
            tests.put(node, known);
        }
        return known;
    }

    private Step make(Node.Amount node) {
        return switch (node) {
            case Node.Figure(var column) -> figure(column);
            case Node.FigureOrZero(var column, var zeroWhen) -> {
                Step figure = figure(column);
                Signed when = test(zeroWhen);
                yield amountStep(
                        List.of(figure, when.step()),
                        figure.shape(),
                        self -> new Amounts.OrZero(figure.slot, when.step().slot, when.negated(), self.slot));
            }
            case Node.Literal(var value) -> constant(Decimals.scaled(value, value.scale()), value.scale());
            case Node.Nothing nothing -> nothing();
            case Node.Arithmetic(var operator, var left, var right) ->
                arithmetic(operator, amount(left), amount(right), right);
            case Node.Floor floor -> floor(floor);
            case Node.Growth growth -> growth(growth);
            case Node.Year(var day) -> civil(day, Amounts.Civil.YEAR, 0, 400_000);
            case Node.MonthsLater(var day, int months) -> civil(day, Amounts.Civil.LATER, months, 1e8);
            case Node.MonthsBetween(var from, var to) -> {
                Step start = amount(from);
                Step end = amount(to);
                yield amountStep(
                        List.of(start, end),
                        Shape.integers(0, 1e7),
                        self -> new Amounts.Months(start.slot, end.slot, self.slot));
            }
            case Node.Size(var column) ->
                amountStep(
                        List.of(), Shape.integers(0, Integer.MAX_VALUE), self -> new Amounts.Sizes(column, self.slot));
            case Node.Choice(var when, var then, var otherwise) -> choice(test(when), amount(then), amount(otherwise));
            case Node.Bands bands -> bands(bands);
            case Node.Filled(var amount, var whenMissing) ->
                filled(amount(amount), amount(new Node.Literal(whenMissing)));
        };
    }

    private Signed make(Node.Test node) {
        return switch (node) {
            case Node.Compare(var left, var comparison, var right) -> compare(left, comparison, right);
            case Node.Among(var column, var codes) ->
                plain(List.of(), self -> new Tests.OfCode(column, codes::contains, self.slot));
            case Node.Begins(var column, var prefixes) ->
                plain(
                        List.of(),
                        self -> new Tests.OfCode(
                                column, code -> prefixes.stream().anyMatch(code::startsWith), self.slot));
            case Node.Includes(var column, var codes) ->
                plain(List.of(), self -> new Tests.OfList(column, codes, self.slot));
            case Node.Covers(var column, int day) ->
                plain(List.of(), self -> new Tests.OfSpans(column, day, self.slot));
            case Node.Flag(var column) -> plain(List.of(), self -> new Tests.OfFlag(column, self.slot));
            case Node.Present(var amount) -> {
                Step step = amount(amount);
                yield plain(List.of(step), self -> new Tests.IsValid(step.slot, self.slot));
            }
            case Node.Constant(var truth) -> always(truth);
            case Node.All(var of) -> of.size() == 1 ? test(of.getFirst()) : every(of, false);
            // by De Morgan one operation serves both
            case Node.Any(var of) ->
                of.size() == 1 ? test(of.getFirst()) : every(of, true).not();
            case Node.CountAtLeast(int count, var of) -> {
                List<Signed> parts = of.stream().map(this::test).toList();
                yield plain(steps(parts), self -> new Tests.Count(count, slots(parts), signs(parts), self.slot));
            }
            case Node.Not(var of) -> test(of).not();
            case Node.Either(var when, var then, var otherwise) -> {
                List<Signed> parts = List.of(test(when), test(then), test(otherwise));
                yield plain(steps(parts), self -> new Tests.Either(slots(parts), signs(parts), self.slot));
            }
            case Node.Agreed(var one, var other) -> {
                List<Signed> parts = List.of(test(one), test(other));
                yield plain(steps(parts), self -> new Tests.Agree(slots(parts), signs(parts), self.slot));
            }
        };
    }

    private Step figure(String column) {
        FigureRange range = ranges.get(column);
        if (range == null) {
            throw new IllegalArgumentException("no column of figures is called " + column);
        }
        return given.computeIfAbsent(column, name -> {
            var step = new Step(Kind.GIVEN, List.of(), Shape.integers(range.scale(), range.greatest()), null);
            setUp.add(new Given.OfColumn(step, column));
            return step;
        });
    }

    private Step nothing() {
        return given.computeIfAbsent("", name -> {
            var step = new Step(Kind.GIVEN, List.of(), Shape.integers(0, 0), null);
            setUp.add(new Given.OfConstant(step, 0, false));
            return step;
        });
    }

    /** @param value already multiplied by 10^scale */
    private Step constant(BigDecimal value, int scale) {
        double nearest = value.doubleValue();
        boolean exact = value.abs().compareTo(LONGEST_EXACT) <= 0 && Decimals.isInteger(value);
        return given.computeIfAbsent(List.of(value, scale), key -> {
            var step = new Step(Kind.GIVEN, List.of(), new Shape(scale, exact, Math.abs(nearest), 0), null);
            setUp.add(new Given.OfConstant(step, nearest, true));
            return exact ? step : step.withError(() -> constantError(Math.abs(nearest) * Errors.UNIT, scale));
        });
    }

    private Step constantError(double size, int scale) {
        return given.computeIfAbsent(List.of("error", size, scale), key -> {
            var step = new Step(Kind.GIVEN, List.of(), Shape.rounded(scale, size), null);
            setUp.add(new Given.OfConstant(step, size, true));
            return step;
        });
    }

    private Signed always(Truth truth) {
        Step step = given.computeIfAbsent(truth, key -> {
            var made = new Step(Kind.TEST, List.of(), null, null);
            setUp.add(new Given.OfTruth(made, truth));
            return made;
        });
        return new Signed(step, false);
    }

    private Step arithmetic(Node.Operator operator, Step left, Step right, Node.Amount divisor) {
        return switch (operator) {
            case PLUS, MINUS, LEAST, GREATEST -> {
                int scale = Math.max(left.shape().scale(), right.shape().scale());
                yield aligned(operator, at(left, scale), at(right, scale), scale);
            }
            case TIMES -> {
                double greatest = left.shape().greatest() * right.shape().greatest();
                boolean exact = left.shape().exact() && right.shape().exact();
                int scale = left.shape().scale() + right.shape().scale();
                Shape shape = exact ? Shape.integers(scale, greatest) : Shape.rounded(scale, greatest);
                yield binary(operator, left, right, shape);
            }
            case DIVIDED_BY -> quotient(left, right, divisor);
        };
    }

    private Step aligned(Node.Operator operator, Step left, Step right, int scale) {
        boolean sum = operator == Node.Operator.PLUS || operator == Node.Operator.MINUS;
        double greatest = sum
                ? left.shape().greatest() + right.shape().greatest()
                : Math.max(left.shape().greatest(), right.shape().greatest());
        boolean exact = left.shape().exact() && right.shape().exact();
        return binary(operator, left, right, exact ? Shape.integers(scale, greatest) : Shape.rounded(scale, greatest));
    }

    private Step binary(Node.Operator operator, Step left, Step right, Shape shape) {
        Step made = amountStep(
                List.of(left, right), shape, self -> new Amounts.Binary(operator, left.slot, right.slot, self.slot));
        return shape.exact() ? made : made.withError(() -> Errors.binary(this, operator, left, right, made));
    }

    private Step quotient(Step left, Step right, Node.Amount divisor) {
        boolean integers = left.shape().exact() && right.shape().exact();
        int scale = left.shape().scale() - right.shape().scale();
        double greatest = right.shape().exact() ? left.shape().greatest() : Double.POSITIVE_INFINITY;
        var shape = new Shape(scale, false, greatest, integers ? right.shape().greatest() : 0);
        Step divisorError = right.error();
        List<Step> inputs = divisorError == null ? List.of(left, right) : List.of(left, right, divisorError);
        Step made = amountStep(
                inputs,
                shape,
                self -> divisorError == null
                        ? new Amounts.Quotient(left.slot, right.slot, self.slot)
                        : new Amounts.DoubtfulQuotient(left.slot, right.slot, divisorError.slot, divisor, self.slot));
        return made.withError(() -> Errors.quotient(this, left, right, made));
    }

    /** The same amount at another scale. */
    Step at(Step step, int scale) {
        int digits = scale - step.shape().scale();
        if (digits == 0) {
            return step;
        }
        var key = new Scaled(step, digits);
        Step known = scaled.get(key);
        if (known == null) {
            known = rescaled(step, scale, digits);
            scaled.put(key, known);
        }
        return known;
    }

    private Step rescaled(Step step, int scale, int digits) {
        // beyond 10^22 the factor itself is rounded; its error joins the product's
        double factor = new BigDecimal(java.math.BigInteger.ONE, -digits).doubleValue();
        double greatest = step.shape().greatest() * factor;
        Shape shape =
                step.shape().exact() && digits <= 22 ? Shape.integers(scale, greatest) : Shape.rounded(scale, greatest);
        Step made = amountStep(List.of(step), shape, self -> new Amounts.Rescaled(step.slot, factor, self.slot));
        return shape.exact() ? made : made.withError(() -> Errors.rescaled(this, step, factor, made));
    }

    private Step floor(Node.Floor node) {
        Step natural = amount(node.of());
        Step of = at(natural, Math.max(0, natural.shape().scale()));
        double factor = new BigDecimal(java.math.BigInteger.ONE, -of.shape().scale()).doubleValue();
        Shape shape = Shape.integers(0, of.shape().greatest() / factor + 1);
        Step error = of == natural && of.shape().provesFloor() ? null : of.error();
        Shape whole = error == null ? shape : new Shape(0, true, Decimals.EXACT, 0);
        List<Step> inputs = error == null ? List.of(of) : List.of(of, error);
        return amountStep(
                inputs,
                whole,
                self -> new Amounts.WholePart(of.slot, error == null ? -1 : error.slot, factor, node, self.slot));
    }

    private Step growth(Node.Growth node) {
        Step last = amount(node.last());
        Step base = amount(node.base());
        int scale = Math.max(last.shape().scale(), base.shape().scale());
        Step top = at(last, scale);
        Step bottom = at(base, scale);
        Step topError = top.error();
        Step bottomError = bottom.error();
        Step made = amountStep(
                present(top, bottom, topError, bottomError),
                Shape.rounded(0, Double.POSITIVE_INFINITY),
                self -> new Amounts.Growing(
                        top.slot, bottom.slot, slotOf(topError), slotOf(bottomError), node, self.slot));
        return made.withError(() -> Errors.growth(this, top, bottom, made));
    }

    private Step civil(Node.Amount day, Amounts.Civil what, int months, double greatest) {
        Step of = amount(day);
        return amountStep(
                List.of(of), Shape.integers(0, greatest), self -> new Amounts.OfDay(what, months, of.slot, self.slot));
    }

    private Step choice(Signed when, Step then, Step otherwise) {
        int scale = Math.max(then.shape().scale(), otherwise.shape().scale());
        Step yes = at(then, scale);
        Step no = at(otherwise, scale);
        Shape shape = either(yes, no, scale);
        Step made = amountStep(
                List.of(when.step(), yes, no),
                shape,
                self -> new Amounts.Chosen(when.step().slot, when.negated(), yes.slot, no.slot, self.slot));
        return shape.exact() ? made : made.withError(() -> Errors.choice(this, when, yes, no, made));
    }

    private Step filled(Step amount, Step literal) {
        int scale = Math.max(amount.shape().scale(), literal.shape().scale());
        Step held = at(amount, scale);
        Step filler = at(literal, scale);
        Shape shape = either(held, filler, scale);
        Step made =
                amountStep(List.of(held, filler), shape, self -> new Amounts.OrElse(held.slot, filler.slot, self.slot));
        return shape.exact() ? made : made.withError(() -> Errors.filled(this, held, filler, made));
    }

    private static Shape either(Step one, Step other, int scale) {
        double greatest = Math.max(one.shape().greatest(), other.shape().greatest());
        return one.shape().exact() && other.shape().exact()
                ? Shape.integers(scale, greatest)
                : Shape.rounded(scale, greatest);
    }

    private Step bands(Node.Bands node) {
        if (node.of() instanceof Node.Growth) {
            return amount(Growths.bands(node));
        }
        Optional<Moved> moved = Moved.of(node.of());
        if (moved.isPresent()) {
            return amount(moved.get().bands(node));
        }
        Step of = amount(node.of());
        Borders borders = Borders.of(node, of.shape());
        Step error = borders.proven() ? null : of.error();
        List<Step> inputs = error == null ? List.of(of) : List.of(of, error);
        return amountStep(
                inputs,
                borders.shape(),
                self -> error == null
                        ? new Amounts.Banded(of.slot, borders, self.slot)
                        : new Amounts.DoubtfulBands(of.slot, error.slot, borders, node, self.slot));
    }

    private Signed compare(Node.Amount left, Comparison comparison, Node.Amount right) {
        if (left instanceof Node.Literal && !(right instanceof Node.Literal)) {
            return test(new Node.Compare(right, comparison.mirrored(), left));
        }
        if (left instanceof Node.Growth growth && right instanceof Node.Literal(var rate)) {
            return test(Growths.compare(growth, comparison, rate));
        }
        Optional<Moved> moved = Moved.of(left);
        if (right instanceof Node.Literal(var border) && moved.isPresent()) {
            return test(moved.get().compare(comparison, border));
        }
        switch (comparison) {
            case LESS, AT_MOST, NOT_EQUAL -> {
                return test(new Node.Compare(left, comparison.opposite(), right))
                        .not();
            }
            case EQUAL, AT_LEAST, GREATER -> {}
        }
        Step one = amount(left);
        if (right instanceof Node.Literal(var value)) {
            BigDecimal border = Decimals.scaled(value, one.shape().scale());
            if (one.shape().exact()) {
                return constantTest(one, comparison, wholeBorder(comparison, border));
            }
            if (one.shape().provesQuotient(border)) {
                return constantTest(one, comparison, border.doubleValue());
            }
            return against(one, comparison, constant(border, one.shape().scale()), left, right);
        }
        Step other = amount(right);
        int scale = Math.max(one.shape().scale(), other.shape().scale());
        return against(at(one, scale), comparison, at(other, scale), left, right);
    }

    private static double wholeBorder(Comparison comparison, BigDecimal border) {
        return switch (comparison) {
            case AT_LEAST, LESS -> Decimals.ceiling(border);
            case GREATER, AT_MOST -> Decimals.floor(border);
            // no integer equals a broken number, nor does anything equal NaN
            case EQUAL, NOT_EQUAL -> Decimals.isInteger(border) ? Decimals.ceiling(border) : Double.NaN;
        };
    }

    private Signed constantTest(Step one, Comparison comparison, double border) {
        return plain(List.of(one), self -> new Tests.AgainstConstant(comparison, one.slot, border, self.slot));
    }

    private Signed against(Step one, Comparison comparison, Step other, Node.Amount left, Node.Amount right) {
        Step error = Errors.sum(this, one, other);
        if (error == null) {
            return plain(List.of(one, other), self -> new Tests.Against(comparison, one.slot, other.slot, self.slot));
        }
        var node = new Node.Compare(left, comparison, right);
        return plain(
                List.of(one, other, error),
                self -> new Tests.DoubtfulAgainst(comparison, one.slot, other.slot, error.slot, node, self.slot));
    }

    private Signed every(List<Node.Test> of, boolean negated) {
        if (of.isEmpty()) {
            return always(Truth.TRUE);
        }
        List<Signed> parts = of.stream()
                .map(this::test)
                .map(part -> negated ? part.not() : part)
                .toList();
        return plain(steps(parts), self -> new Tests.Every(slots(parts), signs(parts), self.slot));
    }

    Step amountStep(List<Step> inputs, Shape shape, Step.Emit emit) {
        return new Step(Kind.AMOUNT, inputs, shape, emit);
    }

    private static Signed plain(List<Step> inputs, Step.Emit emit) {
        return new Signed(new Step(Kind.TEST, inputs, null, emit), false);
    }

    private static List<Step> steps(List<Signed> parts) {
        return parts.stream().map(Signed::step).toList();
    }

    private static int[] slots(List<Signed> parts) {
        return parts.stream().mapToInt(part -> part.step().slot).toArray();
    }

    private static boolean[] signs(List<Signed> parts) {
        var signs = new boolean[parts.size()];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = parts.get(i).negated();
        }
        return signs;
    }

    static List<Step> present(@Nullable Step... steps) {
        return Stream.of(steps).filter(Objects::nonNull).toList();
    }

    static int slotOf(@Nullable Step step) {
        return step == null ? -1 : step.slot;
    }
}
