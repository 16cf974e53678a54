package org.lingqu.policy.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.Missing;
import org.lingqu.engine.policy.explain.Phrases;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Score;
import org.lingqu.engine.policy.rule.RangeTerm;
import org.lingqu.registry.FactYear;

/** Turns what decisions miss into questions: each thing once, with all the policies it matters to. */
final class Asking {

    private final Facts facts;
    private final LocalDate day;
    private final Map<Missing, Asked> known = new LinkedHashMap<>();
    private final Map<Asked, List<Question.Stake>> alone = new LinkedHashMap<>();
    private final Map<Asked, List<Question.Together>> together = new LinkedHashMap<>();
    private final Map<Asked, List<Question.Stake>> excludes = new LinkedHashMap<>();
    private final Map<Asked, List<Question.Stake>> concerns = new LinkedHashMap<>();
    private final List<Pending> pending = new ArrayList<>();

    /** @param day that decisions are for */
    Asking(Facts facts, LocalDate day) {
        this.facts = facts;
        this.day = day;
    }

    /** Adds what one decision misses. */
    void add(Decision decision) {
        switch (decision.outcome()) {
            case Finding.Unknown unknown -> open(decision, unknown);
            case Finding.Manual manual -> {
                // every item has to be confirmed before the answer is yes
                List<Asked> items = all(manual.items(), decision.policy());
                pending.add(new Pending(decision.policy(), items));
                needed(items, stake(decision));
            }
            case Finding.Met ignored -> {}
            case Finding.NotMet ignored -> {}
            case Finding.NotApplicable ignored -> {}
        }
    }

    /** What decides it, whatever the answers are; where nothing is sure to, whatever matters to it. */
    private void open(Decision decision, Finding.Unknown unknown) {
        var stake = stake(decision);
        List<Asked> needed = all(unknown.needed(), decision.policy());
        boolean sure = !needed.isEmpty() && needed.size() == unknown.needed().size();
        List<Asked> excluding = all(unknown.excluding(), decision.policy());
        if (sure) {
            needed(needed, stake);
        } else {
            needed = unknown.missing().stream()
                    .flatMap(set -> all(set, decision.policy()).stream())
                    .distinct()
                    .toList();
            needed.stream().filter(thing -> !excluding.contains(thing)).forEach(thing -> put(concerns, thing, stake));
        }
        if (!sure || needed.size() > 1) {
            needed.stream().filter(excluding::contains).forEach(thing -> put(excludes, thing, stake));
        }
        pending.add(new Pending(decision.policy(), needed));
    }

    private Question.Stake stake(Decision decision) {
        return new Question.Stake(
                decision.policy(),
                decision.would().most(),
                new Phrases(facts, decision.policy(), day)
                        .lacking(decision.would().open()));
    }

    private void needed(List<Asked> things, Question.Stake stake) {
        for (Asked thing : things) {
            if (things.size() == 1) {
                put(alone, thing, stake);
            } else {
                put(
                        together,
                        thing,
                        new Question.Together(
                                stake,
                                things.stream()
                                        .filter(other -> !other.equals(thing))
                                        .toList()));
            }
        }
    }

    private static <A> void put(Map<Asked, List<A>> into, Asked thing, A what) {
        into.computeIfAbsent(thing, each -> new ArrayList<>()).add(what);
    }

    private List<Asked> all(Collection<Missing> things, Policy policy) {
        return things.stream()
                .flatMap(missing -> asked(missing, policy).stream())
                .distinct()
                .toList();
    }

    private Optional<Asked> asked(Missing missing, Policy policy) {
        Asked found = known.get(missing);
        if (found == null) {
            Optional<Asked> made = make(missing, policy);
            made.ifPresent(asked -> known.put(missing, asked));
            return made;
        }
        return Optional.of(found);
    }

    private Optional<Asked> make(Missing missing, Policy policy) {
        return switch (missing) {
            case Missing.MissingFact(FactRef ref) -> {
                Fact fact = facts.get(ref.fact());
                yield fact == null
                        ? Optional.empty()
                        : Optional.of(new Asked.OfFact(
                                fact, new FactYear(ref.fact(), ref.isYearly() ? ref.year(day) : FactRef.NO_YEAR)));
            }
            case Missing.MissingTitle(String title) -> Optional.of(new Asked.OfTitle(title));
            case Missing.Unanswered(String item) ->
                Optional.of(new Asked.OfItem(
                        id(policy), policy.title(), item, policy.manual().getOrDefault(item, item)));
            case Missing.Unjudged(String item) -> judged(policy, item);
        };
    }

    private static Optional<Asked> judged(Policy policy, String item) {
        return judged(policy)
                .filter(points -> points.item().equals(item))
                .<Asked>map(points -> points)
                .findFirst();
    }

    private static Stream<Asked.OfPoints> judged(Policy policy) {
        return policy.score().stream()
                .flatMap(Asking::all)
                .flatMap(line -> line.range() instanceof RangeTerm.Judgement judgement
                        ? Stream.of(new Asked.OfPoints(
                                id(policy),
                                policy.title(),
                                judgement.item(),
                                line.label(),
                                judgement.least(),
                                judgement.most()))
                        : Stream.empty());
    }

    /** All that only people can settle of a policy, answered or not. */
    static List<Asked> items(Policy policy) {
        return Stream.<Asked>concat(
                        policy.manual().entrySet().stream()
                                .map(each ->
                                        new Asked.OfItem(id(policy), policy.title(), each.getKey(), each.getValue())),
                        judged(policy))
                .toList();
    }

    private static String id(Policy policy) {
        return policy.id().toString();
    }

    private static Stream<Score> all(Score score) {
        return Stream.concat(Stream.of(score), score.parts().stream().flatMap(Asking::all));
    }

    /** The policies without an answer, each with what it waits for; the fewest first. */
    List<Pending> pending() {
        return pending.stream()
                .sorted(Comparator.comparingInt(each -> each.things().size()))
                .toList();
    }

    /** Each thing once, the most valuable first. */
    List<Question> questions() {
        return Stream.of(alone, together, excludes, concerns)
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .map(asked -> new Question(
                        asked,
                        alone.getOrDefault(asked, List.of()),
                        together.getOrDefault(asked, List.of()),
                        excludes.getOrDefault(asked, List.of()),
                        concerns.getOrDefault(asked, List.of())))
                .sorted(Question.MOST_VALUABLE)
                .toList();
    }
}
