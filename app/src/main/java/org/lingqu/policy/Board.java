package org.lingqu.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.PolicyPlan.CriterionTests;
import org.lingqu.engine.policy.column.PolicyPlan.Outcome;
import org.lingqu.engine.policy.column.StackedFirms;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Policy;

/**
 * What every policy says of every enterprise on one day. Immutable: a change gives another board that shares what stayed the same.
 */
public final class Board {

    private static final int LEAST_WORN = 4000;

    private final LocalDate asOf;
    private final List<Policy> policies;
    private final List<Segment> segments;
    private final int recent;

    private @Nullable Population population; // made when first asked for

    Board(LocalDate asOf, List<Policy> policies, List<Segment> segments, int recent) {
        this.asOf = asOf;
        this.policies = List.copyOf(policies);
        this.segments = List.copyOf(segments);
        this.recent = recent;
    }

    /** The day that is decided for. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The policies, in the order of the pack. */
    public List<Policy> policies() {
        return policies;
    }

    /** How many enterprises there are. */
    public long enterprises() {
        return segments.stream().mapToLong(Segment::count).sum();
    }

    /** Whether so many were decided anew, one by one, that it is better to read all again than to carry on what they were. */
    boolean isWorn() {
        return recent > LEAST_WORN && recent > enterprises() / 8;
    }

    /**
     * The same with newer answers for some enterprises; those of {@code gone} that are not among {@code rows} are left out. Newer
     * answers stand together in the last segment, as long as it is small.
     */
    Board with(Set<Long> gone, List<Segment.Row> rows, int threads) {
        var newer = new ArrayList<Segment>();
        segments.forEach(segment -> newer.add(segment.without(gone)));
        if (!rows.isEmpty()) {
            newer.add(
                    newer.isEmpty() || !newer.getLast().isSmall()
                            ? Segment.of(rows, policies, asOf, threads)
                            : newer.removeLast().and(rows, policies, asOf, threads));
        }
        return new Board(asOf, policies, newer, recent + gone.size());
    }

    /** The same enterprises on another day or by other policies, without asking for them again. */
    Board decided(LocalDate day, List<Policy> others, int threads) {
        return new Board(
                day,
                others,
                segments.stream()
                        .map(segment -> segment.decided(others, day, threads))
                        .toList(),
                recent);
    }

    /**
     * Everything that is known about the enterprises, for who asks something else of all of them.
     *
     * @param inForce all policies of the day, those among them that only yield facts
     */
    synchronized Population population(List<Policy> inForce, int threads) {
        if (population == null) {
            StackedFirms firms = StackedFirms.of(segments.stream()
                    .map(segment -> segment.part(inForce, threads))
                    .toList());
            population = new Population(asOf, firms, row -> {
                int place = firms.part(row);
                return segments.get(place).id(row - firms.begin(place));
            });
        }
        return population;
    }

    /** Where a policy stands among them. */
    private int place(Policy policy) {
        int place = policies.indexOf(policy);
        if (place < 0) {
            throw new IllegalArgumentException(policy.fullName() + " is not decided here");
        }
        return place;
    }

    /** The version of a policy that is decided, if there is one. */
    public Optional<Policy> policy(String id) {
        return policies.stream()
                .filter(policy -> policy.id().toString().equals(id))
                .findFirst();
    }

    /** How many enterprises stand how to a policy. */
    public Tally tally(Policy policy) {
        return tally(policy, id -> true);
    }

    /** The same of some enterprises. */
    @SuppressWarnings("EnumOrdinal") // counted by place, within one run
    public Tally tally(Policy policy, LongPredicate among) {
        int place = place(policy);
        int[] counts = new int[Standing.values().length];
        int[] holders = new int[1];
        for (Segment segment : segments) {
            segment.rows().filter(row -> among.test(segment.id(row))).forEach(row -> {
                Standing standing = segment.standing(place, row);
                counts[standing.ordinal()]++;
                holders[0] += standing == Standing.MET && segment.holds(place, row) ? 1 : 0;
            });
        }
        return Tally.of(counts, holders[0]);
    }

    /** The same by criterion, groups before their parts; of the enterprises that the policy is meant for. */
    public List<CriterionTally> criteria(Policy policy) {
        return criteria(policy, id -> true);
    }

    /** The same of some enterprises. */
    @SuppressWarnings("EnumOrdinal") // counted by place, within one run
    public List<CriterionTally> criteria(Policy policy, LongPredicate among) {
        int place = place(policy);
        var tallies = new LinkedHashMap<Criterion, int[]>();
        int[] none = new int[5]; // every criterion has its own; this one is never counted into
        for (Segment segment : segments) {
            List<CriterionTests> tests = segment.tests(place).criteria();
            tests.forEach(test -> tallies.computeIfAbsent(test.criterion(), each -> new int[5]));
            segment.rows()
                    .filter(row -> segment.standing(place, row) != Standing.NOT_APPLICABLE)
                    .filter(row -> among.test(segment.id(row)))
                    .forEach(row -> {
                        tests.forEach(test -> tallies.getOrDefault(test.criterion(), none)[
                                segment.outcome(test, row).ordinal()]++);
                        Criterion alone =
                                segment.standing(place, row) == Standing.NEAR ? segment.missedAlone(place, row) : null;
                        if (alone != null) {
                            tallies.getOrDefault(alone, none)[4]++;
                        }
                    });
        }
        var result = new ArrayList<CriterionTally>();
        tallies.forEach((criterion, counts) ->
                result.add(new CriterionTally(criterion, counts[0], counts[1], counts[2], counts[3], counts[4])));
        return result;
    }

    /** Those of some enterprises that hold a title of the policy on the day. */
    public Set<Long> holders(Policy policy, Collection<Long> among) {
        int place = place(policy);
        Set<Long> asked = Set.copyOf(among);
        var holders = new HashSet<Long>();
        for (Segment segment : segments) {
            segment.rows()
                    .filter(row -> asked.contains(segment.id(row)) && segment.holds(place, row))
                    .forEach(row -> holders.add(segment.id(row)));
        }
        return holders;
    }

    /**
     * Enterprises that stand so to a policy, the largest revenue first.
     *
     * @param criterion only those that do not meet this criterion, of those that stand open to the policy those for which the criterion
     *     is open; null for all
     * @param toApply only those that hold none of its titles yet
     */
    public long[] enterprises(Policy policy, Standing standing, @Nullable String criterion, boolean toApply) {
        int place = place(policy);
        var found = new ArrayList<Ranked>();
        for (Segment segment : segments) {
            segment.rows()
                    .filter(row -> segment.standing(place, row) == standing)
                    .filter(row -> !toApply || !segment.holds(place, row))
                    .filter(row -> criterion == null || isStoppedBy(segment, place, row, criterion, standing))
                    .forEach(row -> found.add(new Ranked(segment.id(row), segment.revenue(row))));
        }
        return ranked(found);
    }

    /**
     * The criteria one after the other, each with what it takes away; of the enterprises that the policy is meant for. Empty for a
     * policy that is no plain list of criteria.
     */
    public List<FunnelStep> funnel(Policy policy) {
        int place = place(policy);
        List<Criterion> parts = parts(policy);
        int[] fallen = new int[parts.size() + 1];
        for (Segment segment : segments) {
            List<CriterionTests> tests = tests(segment, place, parts);
            segment.rows()
                    .filter(row -> segment.standing(place, row) != Standing.NOT_APPLICABLE)
                    .forEach(row -> fallen[first(segment, tests, row)]++);
        }
        int left = Arrays.stream(fallen).sum();
        var steps = new ArrayList<FunnelStep>();
        for (int i = 0; i < parts.size(); i++) {
            left -= fallen[i];
            steps.add(new FunnelStep(parts.get(i), fallen[i], left));
        }
        return steps;
    }

    /** Enterprises that a criterion is the first to take away, see {@link #funnel}; the largest revenue first. */
    public long[] fallen(Policy policy, String criterion) {
        int place = place(policy);
        List<Criterion> parts = parts(policy);
        return meant(policy, segment -> {
            List<CriterionTests> tests = tests(segment, place, parts);
            return row -> {
                int first = first(segment, tests, row);
                return first < parts.size() && parts.get(first).id().equals(criterion);
            };
        });
    }

    /** Enterprises that a criterion and those before it leave, see {@link FunnelStep#left}; the largest revenue first. */
    public long[] left(Policy policy, String criterion) {
        int place = place(policy);
        List<Criterion> parts = parts(policy);
        int last = IntStream.range(0, parts.size())
                .filter(i -> parts.get(i).id().equals(criterion))
                .findFirst()
                .orElse(parts.size());
        return meant(policy, segment -> {
            List<CriterionTests> tests = tests(segment, place, parts);
            return row -> first(segment, tests, row) > last;
        });
    }

    /**
     * Enterprises of which a criterion says so, however they stand to the policy, as {@link #criteria} counts them; the largest revenue
     * first. Of whom it is not asked counts as meeting it.
     */
    public long[] enterprises(Policy policy, String criterion, CriterionAnswer answer) {
        int place = place(policy);
        return meant(policy, segment -> {
            Optional<CriterionTests> test = segment.tests(place).criteria().stream()
                    .filter(each -> each.criterion().id().equals(criterion))
                    .findFirst();
            return row -> test.filter(each -> CriterionAnswer.of(segment.outcome(each, row)) == answer)
                    .isPresent();
        });
    }

    /** Of those that a policy is meant for. */
    private long[] meant(Policy policy, Function<Segment, IntPredicate> wanted) {
        int place = place(policy);
        var found = new ArrayList<Ranked>();
        for (Segment segment : segments) {
            segment.rows()
                    .filter(row -> segment.standing(place, row) != Standing.NOT_APPLICABLE)
                    .filter(wanted.apply(segment))
                    .forEach(row -> found.add(new Ranked(segment.id(row), segment.revenue(row))));
        }
        return ranked(found);
    }

    private static List<Criterion> parts(Policy policy) {
        return policy.criteria() instanceof Criterion.Group whole && whole.combination() == Combination.ALL
                ? whole.parts()
                : List.of();
    }

    private static List<CriterionTests> tests(Segment segment, int place, List<Criterion> parts) {
        return parts.stream()
                .map(part -> segment.tests(place).criteria().stream()
                        .filter(test -> test.criterion().equals(part))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** Place of the first that is not met; their number where none is. */
    private static int first(Segment segment, List<CriterionTests> tests, int row) {
        int first = 0;
        while (first < tests.size() && segment.outcome(tests.get(first), row) != Outcome.NOT_MET) {
            first++;
        }
        return first;
    }

    private record Ranked(long id, double revenue) {}

    private static long[] ranked(List<Ranked> found) {
        return found.stream()
                .sorted(Comparator.comparingDouble(Ranked::revenue).reversed().thenComparingLong(Ranked::id))
                .mapToLong(Ranked::id)
                .toArray();
    }

    private static boolean isStoppedBy(Segment segment, int policy, int row, String criterion, Standing standing) {
        Outcome stops = standing == Standing.OPEN ? Outcome.OPEN : Outcome.NOT_MET;
        return segment.tests(policy).criteria().stream()
                .filter(test -> test.criterion().id().equals(criterion))
                .anyMatch(test -> segment.outcome(test, row) == stops);
    }

    /** The policies of which one enterprise holds a title on the day. */
    public Set<Policy> held(long enterprise) {
        var held = new HashSet<Policy>();
        for (Segment segment : segments) {
            segment.rows().filter(row -> segment.id(row) == enterprise).forEach(row -> {
                for (int policy = 0; policy < policies.size(); policy++) {
                    if (segment.holds(policy, row)) {
                        held.add(policies.get(policy));
                    }
                }
            });
        }
        return held;
    }

    /** How one enterprise stands to each policy; empty when it is not decided. */
    public Map<Policy, Standing> standings(long enterprise) {
        var standings = new LinkedHashMap<Policy, Standing>();
        for (Segment segment : segments) {
            segment.rows().filter(row -> segment.id(row) == enterprise).forEach(row -> {
                for (int policy = 0; policy < policies.size(); policy++) {
                    standings.put(policies.get(policy), segment.standing(policy, row));
                }
            });
        }
        return standings;
    }
}
