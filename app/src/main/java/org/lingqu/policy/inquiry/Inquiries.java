package org.lingqu.policy.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Beside;
import org.lingqu.database.Database;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.question.Asked;
import org.lingqu.policy.question.Question;
import org.lingqu.policy.question.Questionnaire;
import org.lingqu.policy.question.Questions;
import org.lingqu.policy.store.InquiryRows;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.Typed;
import org.lingqu.registry.TypedValues.Problem;
import org.springframework.stereotype.Service;

/**
 * What was asked of enterprises and when: by the page of questions, noted when somebody of the enterprise opens it, and by an office,
 * which sets a day. Asked is only what an enterprise can supply itself and what could change an answer. An inquiry is answered as
 * soon as the enterprise's file says what was asked, however it came in, and waits again when that is undone.
 */
@Service
public final class Inquiries {

    /** Enterprises of which a call list asks at once; pressed again it goes on with the next. */
    public static final int MOST_AT_ONCE = 500;

    private static final int PART = 500;
    /** Of which something is asked together. */
    private static final int DECIDED_AT_ONCE = 100;

    private final Database database;
    private final Beside beside;
    private final AuditLog audit;
    private final Clock clock;
    private final Enterprises enterprises;
    private final Opportunities opportunities;
    private final Questions questions;

    Inquiries(
            Database database,
            Beside beside,
            AuditLog audit,
            Clock clock,
            Enterprises enterprises,
            Opportunities opportunities,
            Questions questions) {
        this.database = database;
        this.beside = beside;
        this.audit = audit;
        this.clock = clock;
        this.enterprises = enterprises;
        this.opportunities = opportunities;
        this.questions = questions;
    }

    /** What came of asking. */
    public sealed interface Outcome {
        /**
         * It is asked.
         *
         * @param enterprises of how many
         * @param inquiries how many things of them, together; what was open already is not asked twice
         * @param already of how many everything was asked before and waits for an answer
         * @param nothing of how many there is nothing to ask: offices supply what is missing, or people have to confirm it
         * @param left enterprises of the list that were not reached
         */
        record Done(int enterprises, int inquiries, int already, int nothing, int left) implements Outcome {}

        /** Nothing was asked; all problems. Words stand under {@code inquiry.problem.CODE}. */
        record Wrong(List<Problem> problems) implements Outcome {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    /**
     * By when and with which words somebody asks.
     *
     * @param due as typed; empty when no day is set
     */
    public record Wish(String due, String note) {}

    /** What an office may ask of an enterprise now: what is missing, could change an answer, and is the enterprise's to supply. */
    public List<Asked> askable(Actor actor, Enterprise enterprise) {
        return questions.of(actor, enterprise).asked().stream()
                .map(Question::asked)
                .filter(Asked::isForFirm)
                .toList();
    }

    /**
     * Asks things of one enterprise.
     *
     * @param fields of what {@link #askable} tells
     */
    public Outcome ask(Actor by, Enterprise enterprise, Collection<String> fields, Wish wish) {
        List<Asked> askable = askable(by, enterprise);
        List<Asked> chosen =
                askable.stream().filter(asked -> fields.contains(asked.field())).toList();
        List<Problem> problems = problems(wish);
        if (fields.isEmpty()) {
            problems.add(new Problem("field", "NOTHING_CHOSEN", null));
        } else if (chosen.size() < Set.copyOf(fields).size()) {
            problems.add(new Problem("field", "NOT_ASKED_ANY_MORE", null));
        }
        if (!problems.isEmpty()) {
            return new Outcome.Wrong(problems);
        }
        int asked = database.write(in -> keep(in, by, enterprise.id(), chosen, null, wish));
        return new Outcome.Done(asked > 0 ? 1 : 0, asked, asked > 0 ? 0 : 1, 0, 0);
    }

    /**
     * Asks some enterprises for the fewest things that would settle a policy for each. Who was asked for the sake of this policy and
     * has not answered is not asked again.
     *
     * @param ids in the order of the list
     */
    public Outcome ask(Actor by, Policy policy, long[] ids, Wish wish) {
        List<Problem> problems = problems(wish);
        if (!problems.isEmpty()) {
            return new Outcome.Wrong(problems);
        }
        Set<Long> waiting =
                database.read(in -> InquiryRows.waitingFor(in, policy.id().toString()));
        List<Long> fresh =
                Arrays.stream(ids).filter(id -> !waiting.contains(id)).boxed().toList();
        int firms = 0;
        int things = 0;
        int already = ids.length - fresh.size();
        int nothing = 0;
        int at = 0;
        while (at < fresh.size() && firms < MOST_AT_ONCE) {
            int size = Math.min(DECIDED_AT_ONCE, MOST_AT_ONCE - firms);
            List<Long> part = fresh.subList(at, Math.min(fresh.size(), at + size));
            at += part.size();
            Map<Long, Decision> decisions = opportunities.decisions(policy, part);
            int[] asked = database.write(in -> keep(in, by, policy, decisions, wish));
            firms += asked[0];
            things += asked[1];
            already += asked[2];
            nothing += part.size() - asked[0] - asked[2];
        }
        return new Outcome.Done(firms, things, already, nothing, fresh.size() - at);
    }

    /** @return of how many enterprises, how much of them together, and of how many all of it was asked before */
    private int[] keep(DSLContext in, Actor by, Policy policy, Map<Long, Decision> decisions, Wish wish) {
        int[] asked = new int[3];
        decisions.forEach((id, decision) -> {
            List<Asked> settling = questions.settling(decision);
            int things = keep(in, by, id, settling, policy.id().toString(), wish);
            asked[0] += things > 0 ? 1 : 0;
            asked[1] += things;
            asked[2] += things == 0 && !settling.isEmpty() ? 1 : 0;
        });
        return asked;
    }

    private int keep(DSLContext in, Actor by, long enterprise, List<Asked> things, @Nullable String policy, Wish wish) {
        Set<String> open = InquiryRows.of(in, enterprise).stream()
                .filter(each -> each.isOpen() && each.origin() == Inquiry.Origin.OFFICE)
                .map(Inquiry::field)
                .collect(Collectors.toSet());
        LocalDate due = Typed.day(wish.due()).orElse(null);
        Instant now = clock.instant();
        List<Asked> asked = things.stream()
                .filter(thing -> !open.contains(thing.field()))
                .filter(thing -> InquiryRows.insert(
                        in,
                        Inquiry.ofOffice(
                                by,
                                enterprise,
                                thing,
                                policy,
                                enterprises.today(),
                                now,
                                due,
                                wish.note().strip())))
                .toList();
        if (!asked.isEmpty()) {
            audit.record(
                    by,
                    "policy.inquire",
                    "enterprise",
                    Long.toString(enterprise),
                    null,
                    asked.stream().map(Asked::name).collect(Collectors.joining("、"))
                            + (due == null ? "" : " ≤ " + due));
        }
        return asked.size();
    }

    private List<Problem> problems(Wish wish) {
        var problems = new ArrayList<Problem>();
        Optional<LocalDate> due = Typed.day(wish.due());
        if (!wish.due().isBlank() && due.isEmpty()) {
            problems.add(new Problem("due", "NO_DAY", null));
        } else if (due.filter(day -> !day.isAfter(enterprises.today())).isPresent()) {
            problems.add(new Problem("due", "DAY_IS_OVER", null));
        }
        if (wish.note().strip().length() > Inquiry.LONGEST_NOTE) {
            problems.add(new Problem("note", "TOO_LONG", null));
        }
        return problems;
    }

    /** Notes, beside the page, that the page of questions asked an enterprise's own people; each thing once until it is answered. */
    public void shown(Actor actor, Enterprise enterprise, Questionnaire shown) {
        if (actor.is(Role.ENTERPRISE) && !shown.asked().isEmpty()) {
            List<Asked> things = shown.asked().stream().map(Question::asked).toList();
            Instant now = clock.instant();
            beside.note("what was asked of enterprise " + enterprise.id(), () -> note(enterprise.id(), things, now));
        }
    }

    private void note(long enterprise, List<Asked> things, Instant now) {
        Set<String> known = database.read(in -> InquiryRows.askedByPage(in, enterprise));
        List<Asked> fresh =
                things.stream().filter(each -> !known.contains(each.field())).toList();
        if (!fresh.isEmpty()) {
            LocalDate today = enterprises.today();
            database.change(in ->
                    fresh.forEach(thing -> InquiryRows.insert(in, Inquiry.ofPage(enterprise, thing, today, now))));
        }
    }

    /** All that was asked of an enterprise, the newest first. */
    public List<Inquiry> of(Enterprise enterprise) {
        return database.read(in -> InquiryRows.of(in, enterprise.id()));
    }

    /** What offices asked of an enterprise and it has not answered, by field. */
    public Map<String, Inquiry> waiting(Enterprise enterprise) {
        return of(enterprise).stream()
                .filter(each -> each.isOpen() && each.origin() == Inquiry.Origin.OFFICE)
                .collect(Collectors.toMap(Inquiry::field, each -> each, (newer, older) -> newer));
    }

    /** Those of offices that are meant; what is due first comes first. */
    public List<Inquiry> find(InquiryFilter filter, int offset, int limit) {
        return database.read(in -> InquiryRows.find(in, filter, enterprises.today(), offset, limit));
    }

    /** How many are meant. */
    public int count(InquiryFilter filter) {
        return database.read(in -> InquiryRows.count(in, filter, enterprises.today()));
    }

    /** How many of the meant ones are in each state, whatever the filter's. */
    public Map<Inquiry.State, Integer> counts(InquiryFilter filter) {
        return database.read(in -> InquiryRows.counts(in, filter, enterprises.today()));
    }

    /** Policies for the sake of which offices asked, with how often. */
    public Map<String, Integer> policies() {
        return database.read(InquiryRows::policies);
    }

    /**
     * Takes one back.
     *
     * @return false when there is none that waits
     */
    public boolean withdraw(Actor by, long id) {
        return database.write(in -> {
            Inquiry known = InquiryRows.byId(in, id);
            return known != null && withdraw(in, by, List.of(known)) > 0;
        });
    }

    /**
     * Takes all back that are meant and wait for an answer.
     *
     * @return how many
     */
    public int withdraw(Actor by, InquiryFilter filter) {
        return database.write(in -> {
            int all = InquiryRows.count(in, filter, enterprises.today());
            return withdraw(in, by, InquiryRows.find(in, filter, enterprises.today(), 0, all));
        });
    }

    private int withdraw(DSLContext in, Actor by, List<Inquiry> inquiries) {
        List<Inquiry> open = inquiries.stream().filter(Inquiry::isOpen).toList();
        for (int from = 0; from < open.size(); from += PART) {
            List<Inquiry> part = open.subList(from, Math.min(open.size(), from + PART));
            InquiryRows.withdraw(in, part.stream().map(Inquiry::id).toList(), by.name(), clock.instant());
        }
        open.stream()
                .collect(Collectors.groupingBy(Inquiry::enterprise))
                .forEach((enterprise, own) -> audit.record(
                        by,
                        "policy.inquiry-withdraw",
                        "enterprise",
                        Long.toString(enterprise),
                        own.stream().map(Inquiry::what).collect(Collectors.joining("、")),
                        null));
        return open.size();
    }
}
