package org.lingqu.engine.policy.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.pack.DerivedFact;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.NumberTerm;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.engine.policy.rule.Rewriter;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;

/**
 * The trees of all policies with every equal sub-expression once: what is computed for one criterion of a firm then serves all
 * others, of this policy and of the next. For one thread at a time.
 */
final class Forest {

    private final Map<Shallow, Term> planted = new HashMap<>();
    private final IdentityHashMap<Term, Term> seen = new IdentityHashMap<>();
    private final Reads reads = new Reads();
    private final Map<Missing, Missing> looks = new HashMap<>();
    private final Map<List<Missing>, List<Missing>> lists = new HashMap<>();
    private final List<PreparedDerived> derived = new ArrayList<>();
    private final Planting trees = new Planting();

    /** A node whose parts are planted already: equal if it says the same of the very same parts. */
    private static final class Shallow {

        private final Term term;
        private final List<? extends Term> parts;
        private final Object own;
        private final int hash;

        Shallow(Term term) {
            this.term = term;
            this.parts = Terms.children(term);
            this.own = parts.isEmpty() ? term : own(term);
            int code = term.getClass().hashCode() * 31 + own.hashCode();
            for (Term part : parts) {
                code = code * 31 + System.identityHashCode(part);
            }
            this.hash = code;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // equal parts are planted once, so they are the same
        public boolean equals(@Nullable Object other) {
            if (!(other instanceof Shallow same)
                    || same.hash != hash
                    || same.term.getClass() != term.getClass()
                    || same.parts.size() != parts.size()
                    || !same.own.equals(own)) {
                return false;
            }
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i) != same.parts.get(i)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        /** What a node with parts says beside them. */
        private static Object own(Term term) {
            return switch (term) {
                case Condition.Compare compare -> compare.comparison();
                case Condition.CompareRange compare -> compare.comparison();
                case Condition.CompareDates compare -> compare.comparison();
                case Condition.AtLeast least -> least.count();
                case Condition.Derived derived -> derived.suppliedFirst();
                case NumberTerm.Steps steps -> List.of(steps.steps(), steps.lowest());
                case NumberTerm.CompoundGrowth growth -> growth.intervals();
                case NumberTerm.Fallback fallback -> fallback.whenUnknown();
                case DateTerm.Moved moved -> List.of(moved.months(), moved.days());
                case RangeTerm.Points points -> List.of(points.least(), points.most());
                case RangeTerm.Judgement judged -> List.of(judged.item(), judged.least(), judged.most());
                case RangeTerm.Cap cap -> cap.most();
                default -> "";
            };
        }
    }

    /** What the planted nodes look at. */
    Reads reads() {
        return reads;
    }

    /** What trees look at: one object for each thing, one list for all who look at the same. */
    List<Missing> looks(List<? extends Term> planted) {
        List<Missing> found =
                Sight.together(planted.stream().map(reads::sight).toList()).looks();
        return lists.computeIfAbsent(
                found,
                all -> all.stream()
                        .map(look -> looks.computeIfAbsent(look, same -> same))
                        .toList());
    }

    /** How a derived fact is found, once for all policies that read it. */
    PreparedDerived derived(DerivedFact fact) {
        for (PreparedDerived known : derived) {
            if (known.isOf(fact)) {
                return known;
            }
        }
        PreparedDerived made = PreparedDerived.of(fact, trees::in);
        derived.add(made);
        return made;
    }

    Condition in(Condition written) {
        return trees.in(written);
    }

    NumberTerm in(NumberTerm written) {
        return trees.in(written);
    }

    RangeTerm in(RangeTerm written) {
        return trees.in(written);
    }

    /** Nodes that are the same object are looked at once. */
    private final class Planting extends Rewriter {

        @Override
        public Condition in(Condition condition) {
            Term before = seen.get(condition);
            return before != null ? (Condition) before : (Condition) keep(condition, parts(condition));
        }

        @Override
        public NumberTerm in(NumberTerm number) {
            Term before = seen.get(number);
            return before != null ? (NumberTerm) before : (NumberTerm) keep(number, parts(number));
        }

        @Override
        public DateTerm in(DateTerm date) {
            Term before = seen.get(date);
            return before != null ? (DateTerm) before : (DateTerm) keep(date, parts(date));
        }

        @Override
        public RangeTerm in(RangeTerm range) {
            Term before = seen.get(range);
            return before != null ? (RangeTerm) before : (RangeTerm) keep(range, parts(range));
        }

        private Term keep(Term written, Term rebuilt) {
            var node = new Shallow(rebuilt);
            Term kept = planted.get(node);
            if (kept == null) {
                kept = rebuilt;
                planted.put(node, kept);
                reads.add(kept, sightOf(node));
                seen.put(kept, kept);
            }
            seen.put(written, kept);
            return kept;
        }

        private Sight sightOf(Shallow node) {
            List<Sight> parts = new ArrayList<>(node.parts.size());
            for (Term part : node.parts) {
                parts.add(reads.sight(part));
            }
            return Sight.of(node.term, parts, reads::number);
        }
    }
}
