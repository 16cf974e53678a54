package org.lingqu.policy.question;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.kept.KeptDecisions;
import org.lingqu.registry.Confirmation;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.Places;
import org.lingqu.registry.Said;
import org.lingqu.registry.Typed;
import org.lingqu.registry.TypedValues.Problem;
import org.springframework.stereotype.Service;

/**
 * What is asked of an enterprise. Asked is what is missing and could change an answer of a policy in force, each thing once,
 * whatever the number of policies that want it; an answer is an entry of the enterprise's file like any other and serves all of
 * them.
 */
@Service
public final class Questions {

    /** Characters of the grounds of a confirmation. */
    public static final int LONGEST_NOTE = 1000;

    private final Opportunities opportunities;
    private final Enterprises enterprises;
    private final InstalledPack installed;
    private final KeptDecisions kept;
    private final Places places;

    Questions(
            Opportunities opportunities,
            Enterprises enterprises,
            InstalledPack installed,
            KeptDecisions kept,
            Places places) {
        this.places = places;
        this.opportunities = opportunities;
        this.enterprises = enterprises;
        this.installed = installed;
        this.kept = kept;
    }

    /** What came of answering. */
    public sealed interface Outcome {
        /**
         * Taken in.
         *
         * @param before number of the decision that was noted last before; what changed has larger ones
         * @param concerned policies that were without an answer and waited for what was answered
         */
        record Saved(long before, List<String> concerned) implements Outcome {
            public Saved {
                concerned = List.copyOf(concerned);
            }
        }

        /** Nothing was taken in; all problems. Words stand under {@code question.problem.CODE}. */
        record Wrong(List<Problem> problems) implements Outcome {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }

        /** Somebody else changed the file since it was read; nothing was taken in. */
        record Overtaken(Enterprise now) implements Outcome {}
    }

    /** What could change an answer about an enterprise, as this person can supply it. */
    public Questionnaire of(Actor actor, Enterprise enterprise) {
        var asking = new Asking(installed.facts(), enterprises.today());
        opportunities.decisions(enterprise).forEach(asking::add);
        List<Question> all = asking.questions();
        Predicate<Question> item =
                each -> each.asked() instanceof Asked.OfItem || each.asked() instanceof Asked.OfPoints;
        Set<String> claimed = enterprises.file(enterprise).titlesSaid().claims().keySet();
        Predicate<Question> elsewhere =
                each -> actor.is(Role.ENTERPRISE) && (!each.asked().isForFirm() || isClaimed(each.asked(), claimed));
        return new Questionnaire(
                all.stream().filter(item.or(elsewhere).negate()).toList(),
                all.stream().filter(elsewhere.and(item.negate())).toList(),
                all.stream().filter(item).toList(),
                asking.pending());
    }

    /** Whether a firm has said of itself that it holds a title: an office has to look at that, and the firm is not asked again. */
    private static boolean isClaimed(Asked asked, Set<String> claimed) {
        return asked instanceof Asked.OfTitle(String title) && claimed.contains(title);
    }

    /**
     * What an enterprise itself can supply of the fewest things that settle a policy whatever they are, what can exclude by itself first;
     * empty where a policy is settled or only offices can go on.
     */
    public List<Asked> settling(Decision decision) {
        var asking = new Asking(installed.facts(), enterprises.today());
        asking.add(decision);
        return asking.pending().stream()
                .flatMap(each -> each.things().stream())
                .filter(Asked::isForFirm)
                .toList();
    }

    /** The policies without an answer that wait for something of what was typed. */
    private List<String> concerned(Enterprise enterprise, Predicate<Asked> typed) {
        var asking = new Asking(installed.facts(), enterprises.today());
        opportunities.decisions(enterprise).forEach(asking::add);
        return asking.pending().stream()
                .filter(each -> each.things().stream().anyMatch(typed))
                .map(each -> each.policy().id().toString())
                .toList();
    }

    /**
     * Takes answers in as one entry, or tells everything that is wrong with them.
     *
     * @param seen the version of the file that she had before her
     * @param source who says so; an enterprise speaks for itself, whatever is given here
     * @param saidOn the day they speak of
     */
    public Outcome answer(
            Actor by, Enterprise enterprise, int seen, Optional<Supplier> source, String saidOn, AnswerForm form) {
        LocalDate today = enterprises.today();
        boolean own = by.is(Role.ENTERPRISE);
        Optional<LocalDate> day = Typed.saidOn(saidOn, today);
        AnswerForm.Read read = form.read(installed, day.orElse(today), own, places);
        var problems = new ArrayList<>(read.problems());
        Optional<Supplier> supplier = own ? Optional.of(Supplier.FIRM) : source;
        if (supplier.isEmpty()) {
            problems.add(new Problem("source", "NO_SOURCE", null));
        }
        if (day.isEmpty()) {
            problems.add(new Problem("saidOn", "NO_DAY", null));
        }
        if (problems.isEmpty() && read.said().isEmpty()) {
            problems.add(new Problem("", "NOTHING_TYPED", null));
        }
        return problems.isEmpty()
                ? say(
                        by,
                        enterprise,
                        seen,
                        supplier.orElseThrow(),
                        day.orElseThrow(),
                        read.said(),
                        null,
                        asked -> !form.get(asked.field()).isBlank())
                : new Outcome.Wrong(problems);
    }

    /**
     * What somebody confirms who may: an item that only people can settle.
     *
     * @param answer 是 or 否, or points of a judged item
     * @param note the grounds; has to be given
     */
    public Outcome confirm(
            Actor by, Enterprise enterprise, int seen, String item, String answer, String saidOn, String note) {
        var problems = new ArrayList<Problem>();
        Optional<Asked> asked = items(by, enterprise).stream()
                .filter(each -> item(each).equals(item))
                .findFirst();
        Said said = asked.isEmpty()
                ? nothing("item", "NO_SUCH_ITEM", problems)
                : said(asked.get(), answer.strip(), problems);
        return settle(by, enterprise, seen, item, asked, said, saidOn, note, problems);
    }

    /**
     * Takes a confirmation back: nobody has said anything about the item from that day on, and it waits to be confirmed as before.
     *
     * @param note the grounds; has to be given
     */
    public Outcome reopen(Actor by, Enterprise enterprise, int seen, String item, String saidOn, String note) {
        var problems = new ArrayList<Problem>();
        Optional<Asked> asked = confirmed(enterprise).stream()
                .map(Confirmed::asked)
                .filter(each -> item(each).equals(item))
                .findFirst();
        Said said = asked.isEmpty() ? nothing("item", "NOT_CONFIRMED", problems) : Said.reopened(item);
        return settle(by, enterprise, seen, item, asked, said, saidOn, note, problems);
    }

    private Outcome settle(
            Actor by,
            Enterprise enterprise,
            int seen,
            String item,
            Optional<Asked> asked,
            Said said,
            String saidOn,
            String note,
            List<Problem> problems) {
        Optional<LocalDate> day = Typed.saidOn(saidOn, enterprises.today());
        if (day.isEmpty()) {
            problems.add(new Problem("saidOn", "NO_DAY", null));
        }
        Confirmation before = Confirmation.of(enterprises.entries(enterprise)).get(item);
        if (before != null
                && day.filter(each -> each.isBefore(before.from().saidOn())).isPresent()) {
            problems.add(new Problem("saidOn", "EARLIER_THAN_KNOWN", null));
        }
        if (note.isBlank() || note.strip().length() > LONGEST_NOTE) {
            problems.add(new Problem("note", "NO_GROUNDS", null));
        }
        if (!problems.isEmpty()) {
            return new Outcome.Wrong(problems);
        }
        Supplier source = asked.orElseThrow() instanceof Asked.OfPoints ? Supplier.EXPERT : Supplier.SCIENCE;
        return say(
                by,
                enterprise,
                seen,
                source,
                day.orElseThrow(),
                said,
                note.strip(),
                each -> item(each).equals(item));
    }

    /** What is open, and what was confirmed before and can be confirmed otherwise. */
    private List<Asked> items(Actor by, Enterprise enterprise) {
        var items = new ArrayList<>(
                of(by, enterprise).items().stream().map(Question::asked).toList());
        confirmed(enterprise).forEach(each -> items.add(each.asked()));
        return items;
    }

    private static String item(Asked asked) {
        return switch (asked) {
            case Asked.OfItem of -> of.item();
            case Asked.OfPoints of -> of.item();
            case Asked.OfFact ignored -> "";
            case Asked.OfTitle ignored -> "";
        };
    }

    private static Said said(Asked asked, String answer, List<Problem> problems) {
        switch (asked) {
            case Asked.OfItem of -> {
                if (answer.equals(AnswerForm.YES) || answer.equals(AnswerForm.NO)) {
                    return Said.of(
                            null, null, Map.of(), Map.of(), Map.of(of.item(), answer.equals(AnswerForm.YES)), Map.of());
                }
                return nothing("answer", "NOT_YES_NO", problems);
            }
            case Asked.OfPoints of -> {
                if (!answer.matches("\\d{1,6}(\\.\\d{1,4})?")) {
                    return nothing("answer", "NOT_POINTS", problems);
                }
                var points = new BigDecimal(answer);
                return points.compareTo(of.least()) < 0 || points.compareTo(of.most()) > 0
                        ? nothing("answer", "NOT_POINTS", problems)
                        : Said.of(null, null, Map.of(), Map.of(), Map.of(), Map.of(of.item(), points));
            }
            case Asked.OfFact ignored -> {
                return nothing("item", "NO_SUCH_ITEM", problems);
            }
            case Asked.OfTitle ignored -> {
                return nothing("item", "NO_SUCH_ITEM", problems);
            }
        }
    }

    private static Said nothing(String field, String code, List<Problem> problems) {
        problems.add(new Problem(field, code, null));
        return Said.values(Map.of());
    }

    private Outcome say(
            Actor by,
            Enterprise enterprise,
            int seen,
            Supplier source,
            LocalDate day,
            Said said,
            @Nullable String note,
            Predicate<Asked> typed) {
        List<String> concerned = concerned(enterprise, typed);
        kept.note(enterprise); // what was true before, to tell what changed
        long before = kept.last(enterprise);
        return switch (enterprises.say(by, enterprise.id(), seen, source, day, said, note)) {
            case Enterprises.Outcome.Done ignored -> new Outcome.Saved(before, concerned);
            case Enterprises.Outcome.Overtaken(Enterprise now) -> new Outcome.Overtaken(now);
            case Enterprises.Outcome.Wrong wrong ->
                new Outcome.Wrong(List.of(new Problem(wrong.field(), wrong.code(), wrong.advice())));
        };
    }

    /**
     * An item that somebody confirmed.
     *
     * @param asked of a policy in force
     */
    public record Confirmed(Asked asked, Confirmation confirmation) {}

    /** What was confirmed about an enterprise and a policy in force asks for, in the order of the policies. */
    public List<Confirmed> confirmed(Enterprise enterprise) {
        return confirmed(enterprise, opportunities.policies(enterprises.today()));
    }

    /** The same of one policy. */
    public List<Confirmed> confirmed(Enterprise enterprise, Policy policy) {
        return confirmed(enterprise, List.of(policy));
    }

    private List<Confirmed> confirmed(Enterprise enterprise, List<Policy> policies) {
        Map<String, Confirmation> known = Confirmation.of(enterprises.entries(enterprise));
        var confirmed = new ArrayList<Confirmed>();
        policies.forEach(policy -> Asking.items(policy).forEach(asked -> {
            Confirmation found = known.get(item(asked));
            if (found != null) {
                confirmed.add(new Confirmed(asked, found));
            }
        }));
        return confirmed;
    }
}
