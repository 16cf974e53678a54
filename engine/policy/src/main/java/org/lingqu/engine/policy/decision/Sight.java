package org.lingqu.engine.policy.decision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.Term;

/**
 * What a tree looks at. It is put together from what the parts look at, so that nobody walks a large tree once for each of its
 * nodes; a node that adds nothing to one of its parts shares that part's.
 */
public final class Sight {

    private static final Sight NOTHING = new Sight(List.of(), List.of(), new BitSet(), false);

    private final List<Missing> facts;
    private final List<Missing> others;
    private final BitSet places;
    private final boolean waits;
    private final boolean asks;

    private Sight(List<Missing> facts, List<Missing> others, BitSet places, boolean waits) {
        this.facts = facts;
        this.others = others;
        this.places = places;
        this.waits = waits;
        this.asks = others.stream().anyMatch(Missing::isManual);
    }

    /**
     * @param term a node
     * @param parts what its parts look at, in their order
     * @param numbers gives everything looked at a number of its own
     */
    static Sight of(Term term, List<Sight> parts, ToIntFunction<Missing> numbers) {
        List<Missing> own = Looks.direct(term);
        boolean days = term instanceof Condition.HoldsTitle
                || term instanceof DateTerm.AsOf
                || term instanceof DateTerm.YearEnd;
        if (own.isEmpty() && !days) {
            return together(parts);
        }
        Sight self = new Sight(of(own, false), of(own, true), set(own, numbers), days);
        if (parts.isEmpty()) {
            return self;
        }
        List<Sight> all = new ArrayList<>(parts.size() + 1);
        all.add(self);
        all.addAll(parts);
        return together(all);
    }

    private static BitSet set(List<Missing> looks, ToIntFunction<Missing> numbers) {
        var set = new BitSet();
        for (Missing look : looks) {
            set.set(numbers.applyAsInt(look));
        }
        return set;
    }

    /** What several trees look at, the first one's things first. */
    static Sight together(List<Sight> parts) {
        Sight all = NOTHING;
        for (Sight part : parts) {
            all = all.and(part);
        }
        return all;
    }

    private Sight and(Sight more) {
        if (covers(more)) {
            return this;
        }
        if (facts.isEmpty() && others.isEmpty() && more.covers(this)) {
            return more;
        }
        BitSet both = (BitSet) places.clone();
        both.or(more.places);
        return new Sight(union(facts, more.facts), union(others, more.others), both, waits || more.waits);
    }

    private boolean covers(Sight other) {
        if (other.waits && !waits) {
            return false;
        }
        if (other == this || other.places.isEmpty()) {
            return true;
        }
        BitSet rest = (BitSet) other.places.clone();
        rest.andNot(places);
        return rest.isEmpty();
    }

    private static List<Missing> union(List<Missing> one, List<Missing> other) {
        if (one.isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return one;
        }
        Set<Missing> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }

    private static List<Missing> of(List<Missing> looks, boolean other) {
        List<Missing> found = new ArrayList<>(looks.size());
        for (Missing look : looks) {
            if (look instanceof Missing.MissingFact != other) {
                found.add(look);
            }
        }
        return List.copyOf(found);
    }

    /** Facts first, then titles, answers and judgements, in order of appearance. */
    public List<Missing> looks() {
        if (others.isEmpty()) {
            return facts;
        }
        List<Missing> all = new ArrayList<>(facts);
        all.addAll(others);
        return List.copyOf(all);
    }

    /** Whether the passing of days can change anything. */
    public boolean waits() {
        return waits;
    }

    /** Whether a question or a judgement is among what is looked at. */
    boolean asks() {
        return asks;
    }

    /** Whether something is among what is looked at. */
    boolean has(int number) {
        return number >= 0 && places.get(number);
    }
}
