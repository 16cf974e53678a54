package org.lingqu.engine.policy.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lingqu.engine.policy.decision.Missing.MissingFact;
import org.lingqu.engine.policy.decision.Missing.MissingTitle;
import org.lingqu.engine.policy.decision.Missing.Unanswered;
import org.lingqu.engine.policy.decision.Missing.Unjudged;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.Expansion;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Truth;

/** Which missing things, alone or together, could settle what is unknown. */
final class Needs {

    private final Evaluation evaluation;
    private final RangeNeeds ranges;
    private final SureNeeds sure;
    private final Map<Missing, Integer> numbers = new HashMap<>();
    private final List<Missing> things = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final IdentityHashMap<Term, Family> hopes = new IdentityHashMap<>();
    private final IdentityHashMap<Term, Family> fears = new IdentityHashMap<>();
    private final IdentityHashMap<Term, Family> knowing = new IdentityHashMap<>();

    Needs(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.ranges = new RangeNeeds(evaluation, this);
        this.sure = new SureNeeds(evaluation, this);
    }

    /** Ways in which an unknown condition could become true or false: the smallest first, then by name. */
    List<Set<Missing>> settle(Condition condition) {
        Family family = towards(condition, true).or(towards(condition, false));
        List<List<Integer>> ways = new ArrayList<>();
        for (Family.Way way : family.ways()) {
            List<Integer> inOrder = new ArrayList<>();
            for (int i = 0; i < way.size(); i++) {
                inOrder.add(way.thing(i));
            }
            inOrder.sort(Comparator.comparing(names::get));
            ways.add(inOrder);
        }
        if (ways.size() > 1) {
            ways.sort(Comparator.<List<Integer>>comparingInt(List::size).thenComparing(this::named));
        }
        return ways.stream().map(this::things).toList();
    }

    /** The fewest things that settle an unknown condition whatever they are, what can bring a no by itself first; empty for none. */
    List<Missing> needed(Condition condition) {
        List<Missing> excluding = excluding(condition);
        return sure.of(condition).ways().stream()
                .findFirst()
                .map(way -> IntStream.range(0, way.size())
                        .mapToObj(i -> things.get(way.thing(i)))
                        .sorted(Comparator.comparing(thing -> !excluding.contains(thing)))
                        .toList())
                .orElse(List.of());
    }

    /** Things each of which alone can make an unknown condition false. */
    List<Missing> excluding(Condition condition) {
        return towards(condition, false).ways().stream()
                .filter(way -> way.size() == 1)
                .map(way -> things.get(way.thing(0)))
                .toList();
    }

    private String named(List<Integer> way) {
        return way.stream().map(names::get).collect(Collectors.joining(", ", "[", "]"));
    }

    private Set<Missing> things(List<Integer> way) {
        if (way.size() == 1) {
            return Set.of(things.get(way.getFirst()));
        }
        Set<Missing> set = new LinkedHashSet<>();
        way.forEach(thing -> set.add(things.get(thing)));
        return set;
    }

    Family of(Missing missing) {
        Integer number = numbers.get(missing);
        if (number == null) {
            number = things.size();
            numbers.put(missing, number);
            things.add(missing);
            names.add(missing.toString());
        }
        return Family.of(number);
    }

    /** Whether there are ways at all, which is quicker to tell. */
    boolean canSettle(Condition condition) {
        return can(condition, true) || can(condition, false);
    }

    /** Whether {@link #towards} finds a way. */
    private boolean can(Condition condition, boolean wish) {
        Truth truth = evaluation.truth(condition);
        if (truth.isKnown()) {
            return truth == Truth.of(wish);
        }
        return switch (condition) {
            case Condition.CompareRange range -> !known(range.bound()).isHopeless() && ranges.can(range, wish);
            case Condition.Not not -> can(not.condition(), !wish);
            case Condition.And and -> wish ? all(and.conditions(), true) : some(and.conditions(), false);
            case Condition.Or or -> wish ? some(or.conditions(), true) : all(or.conditions(), false);
            case Condition.AtLeast least ->
                least.conditions().stream().filter(part -> can(part, wish)).count()
                        >= (wish ? least.count() : least.conditions().size() - least.count() + 1);
            case Condition.If choice ->
                (can(choice.condition(), true) && can(choice.then(), wish))
                        || (can(choice.condition(), false) && can(choice.otherwise(), wish));
            default -> !towards(condition, wish).isHopeless();
        };
    }

    private boolean all(List<Condition> parts, boolean wish) {
        return parts.stream().allMatch(part -> can(part, wish));
    }

    private boolean some(List<Condition> parts, boolean wish) {
        return parts.stream().anyMatch(part -> can(part, wish));
    }

    /** Ways in which a condition could become what is wished. */
    Family towards(Condition condition, boolean wish) {
        Truth truth = evaluation.truth(condition);
        if (truth.isKnown()) {
            return truth == Truth.of(wish) ? Family.SETTLED : Family.HOPELESS;
        }
        IdentityHashMap<Term, Family> before = wish ? hopes : fears;
        Family family = before.get(condition);
        if (family == null) {
            family = ways(condition, wish);
            before.put(condition, family);
        }
        return family;
    }

    private Family ways(Condition condition, boolean wish) {
        return switch (condition) {
            case Condition.Constant constant -> Family.HOPELESS;
            case Condition.Compare compare -> known(compare.left()).and(known(compare.right()));
            case Condition.CompareRange range -> known(range.bound()).and(ranges.towards(range, wish));
            case Condition.CompareDates dates -> known(dates.left()).and(known(dates.right()));
            case Condition.FactIsTrue fact -> missing(fact.ref());
            case Condition.CodeIn in -> missing(in.ref());
            case Condition.CodeStartsWith starts -> missing(starts.ref());
            case Condition.ListHasAny has -> missing(has.ref());
            case Condition.HoldsTitle title -> of(new MissingTitle(title.title()));
            case Condition.IsKnown known -> known(known.term());
            case Condition.YearExists year -> exists(year, wish);
            case Condition.Asked asked -> of(new Unanswered(asked.item()));
            case Condition.Not not -> towards(not.condition(), !wish);
            case Condition.And and -> wish ? every(and.conditions(), true) : any(and.conditions(), false);
            case Condition.Or or -> wish ? any(or.conditions(), true) : every(or.conditions(), false);
            case Condition.AtLeast least ->
                counted(
                        least.conditions(),
                        wish,
                        wish ? least.count() : least.conditions().size() - least.count() + 1);
            case Condition.Derived derived -> any(List.of(derived.first(), derived.second()), wish);
            case Condition.If choice ->
                towards(choice.condition(), true)
                        .and(towards(choice.then(), wish))
                        .or(towards(choice.condition(), false).and(towards(choice.otherwise(), wish)));
        };
    }

    private Family every(List<Condition> parts, boolean wish) {
        Family all = Family.SETTLED;
        for (Condition part : parts) {
            all = all.and(towards(part, wish));
        }
        return all;
    }

    private Family any(List<Condition> parts, boolean wish) {
        Family any = Family.HOPELESS;
        for (Condition part : parts) {
            any = any.or(towards(part, wish));
        }
        return any;
    }

    /** Ways to make at least so many parts what is wished. */
    private Family counted(List<Condition> parts, boolean wish, int count) {
        List<Family> ways = new ArrayList<>(); // ways.get(n): to have n of the parts seen so far
        ways.add(Family.SETTLED);
        for (int i = 0; i < count; i++) {
            ways.add(Family.HOPELESS);
        }
        for (Condition part : parts) {
            Family one = towards(part, wish);
            for (int n = count; n > 0; n--) {
                ways.set(n, ways.get(n).or(ways.get(n - 1).and(one)));
            }
        }
        return ways.get(count);
    }

    private Family exists(Condition.YearExists year, boolean wish) {
        Family founded = missing(Facts.FOUNDED);
        return wish ? missing(new FactRef(year.fact(), year.yearsBack())).or(founded) : founded;
    }

    /** Ways in which a number could become known. */
    Family known(NumberTerm term) {
        if (evaluation.number(term) != null) {
            return Family.SETTLED;
        }
        Family family = knowing.get(term);
        if (family == null) {
            family = ways(term);
            knowing.put(term, family);
        }
        return family;
    }

    private Family ways(NumberTerm term) {
        return switch (term) {
            case NumberTerm.Literal literal -> Family.SETTLED;
            case NumberTerm.FactNumber fact -> missing(fact.ref());
            case NumberTerm.YearSum sum -> known(Expansion.of(sum));
            case NumberTerm.YearCount count -> known(Expansion.of(count));
            case NumberTerm.ListSize size -> missing(size.ref());
            case NumberTerm.Add add -> all(List.of(add.left(), add.right()));
            case NumberTerm.Subtract minus -> all(List.of(minus.left(), minus.right()));
            case NumberTerm.Multiply times -> all(List.of(times.left(), times.right()));
            case NumberTerm.Divide divide -> stuck(all(List.of(divide.left(), divide.right())));
            case NumberTerm.Min min -> all(min.terms());
            case NumberTerm.Max max -> all(max.terms());
            case NumberTerm.Floor floor -> known(floor.term());
            case NumberTerm.Choose choose ->
                towards(choose.condition(), true)
                        .and(known(choose.then()))
                        .or(towards(choose.condition(), false).and(known(choose.otherwise())));
            case NumberTerm.Steps steps -> known(steps.subject());
            case NumberTerm.CompoundGrowth growth -> stuck(all(List.of(growth.last(), growth.base())));
            case NumberTerm.DaysBetween days -> known(days.from()).and(known(days.to()));
            case NumberTerm.MonthsBetween months -> known(months.from()).and(known(months.to()));
            case NumberTerm.YearOf year -> known(year.date());
            case NumberTerm.Unset unset -> Family.HOPELESS;
            case NumberTerm.Judged judged -> of(new Unjudged(judged.item()));
            case NumberTerm.Fallback fallback -> Family.SETTLED;
        };
    }

    /** An unknown result of known parts (a base of zero) is not helped by facts. */
    private static Family stuck(Family parts) {
        return parts.isSettled() ? Family.HOPELESS : parts;
    }

    private Family all(List<NumberTerm> terms) {
        return terms.stream().map(this::known).reduce(Family.SETTLED, Family::and);
    }

    Family known(DateTerm term) {
        return switch (term) {
            case DateTerm.DateLiteral literal -> Family.SETTLED;
            case DateTerm.FactDate fact -> evaluation.date(fact) == null ? missing(fact.ref()) : Family.SETTLED;
            case DateTerm.AsOf now -> Family.SETTLED;
            case DateTerm.YearEnd end -> Family.SETTLED;
            case DateTerm.Moved moved -> known(moved.date());
        };
    }

    private Family missing(FactRef ref) {
        return of(new MissingFact(ref));
    }

    Family unjudged(String item) {
        return of(new Unjudged(item));
    }

    /** The constants that a table of points can give, for its largest and smallest. */
    static Stream<BigDecimal> constants(NumberTerm term) {
        return switch (term) {
            case NumberTerm.Literal literal -> Stream.of(literal.value());
            case NumberTerm.Steps steps ->
                Stream.concat(Stream.of(steps.lowest()), steps.steps().stream().map(NumberTerm.Step::value));
            case NumberTerm.Choose choose -> Stream.concat(constants(choose.then()), constants(choose.otherwise()));
            default -> Stream.empty();
        };
    }

    static Optional<BigDecimal> largest(NumberTerm term) {
        return constants(term).reduce(BigDecimal::max);
    }

    static Optional<BigDecimal> smallest(NumberTerm term) {
        return constants(term).reduce(BigDecimal::min);
    }
}
