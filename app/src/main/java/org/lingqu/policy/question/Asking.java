package org.lingqu.policy.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.Missing;
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
    private int open;

    /** @param day that decisions are for */
    Asking(Facts facts, LocalDate day) {
        this.facts = facts;
        this.day = day;
    }

    /** Adds what one decision misses. */
    void add(Decision decision) {
        switch (decision.outcome()) {
            case Finding.Unknown unknown -> {
                open++;
                unknown(decision, unknown.missing());
            }
            case Finding.Manual manual -> {
                open++;
                // every item has to be confirmed before the answer is yes
                unknown(decision, List.of(manual.items()));
            }
            case Finding.Met ignored -> {}
            case Finding.NotMet ignored -> {}
            case Finding.NotApplicable ignored -> {}
        }
    }

    /** Of the sets that hold a thing the smallest counts; they come smallest first. */
    private void unknown(Decision decision, List<Set<Missing>> sets) {
        var stake = new Question.Stake(decision.policy(), decision.total().most());
        var seen = new ArrayList<Asked>();
        for (Set<Missing> set : sets) {
            List<Asked> things = set.stream()
                    .flatMap(missing -> asked(missing, decision.policy()).stream())
                    .toList();
            if (things.size() < set.size()) {
                continue; // something that nobody can be asked
            }
            for (Asked thing : things) {
                if (seen.contains(thing)) {
                    continue;
                }
                seen.add(thing);
                if (things.size() == 1) {
                    alone.computeIfAbsent(thing, each -> new ArrayList<>()).add(stake);
                } else {
                    together.computeIfAbsent(thing, each -> new ArrayList<>())
                            .add(new Question.Together(
                                    stake,
                                    things.stream()
                                            .filter(other -> !other.equals(thing))
                                            .toList()));
                }
            }
        }
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

    /** How many decisions were without an answer. */
    int open() {
        return open;
    }

    /** Each thing once, the most valuable first. */
    List<Question> questions() {
        return all(List.of(alone.keySet(), together.keySet()))
                .map(asked -> new Question(
                        asked, alone.getOrDefault(asked, List.of()), together.getOrDefault(asked, List.of())))
                .sorted(Question.MOST_VALUABLE)
                .toList();
    }

    private static Stream<Asked> all(List<? extends Collection<Asked>> several) {
        return several.stream().flatMap(Collection::stream).distinct();
    }
}
