package org.lingqu.policy.draft;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.ColumnText;
import org.lingqu.database.Database;
import org.lingqu.database.Sha256;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.policy.store.DraftRows;
import org.lingqu.policy.store.PublicationRows;
import org.lingqu.registry.Enterprises;
import org.lingqu.ui.NotFound;
import org.springframework.stereotype.Service;

/**
 * Policies while they are written. Every save is a revision that is kept; what is submitted is approved by somebody who wrote
 * none of it; what is approved is published, and counts from its first day. Safe for use by many threads.
 */
@Service
public final class Drafts {

    /** Characters of a text; larger is no policy. */
    public static final int LONGEST_TEXT = 400_000;
    /** Characters of what somebody says to a step. */
    public static final int LONGEST_WORDS = 2_000;

    private static final int LONGEST_NOTE = 500;
    private static final int MOST_SHOWN = 200;
    private static final String SUBJECT = "policy-draft";

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final Checker checker;
    private final Publications publications;
    private final Enterprises enterprises;

    Drafts(
            Database database,
            AuditLog audit,
            Clock clock,
            Checker checker,
            Publications publications,
            Enterprises enterprises) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.checker = checker;
        this.publications = publications;
        this.enterprises = enterprises;
    }

    /** What became of a wish. */
    public sealed interface Outcome {
        /** It is so. */
        record Done(Draft draft) implements Outcome {}

        /**
         * It is not so, and nothing was changed.
         *
         * @param now the draft as it is
         * @param problems where the text has some
         */
        record Refused(DraftRefusal why, Draft now, List<PolicyProblem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Those under way, the one changed last first. */
    public List<Draft> underWay() {
        return database.read(in -> DraftRows.all(in, false, MOST_SHOWN));
    }

    /** Those published or discarded. */
    public List<Draft> over() {
        return database.read(in -> DraftRows.all(in, true, MOST_SHOWN));
    }

    /** Those of a policy that are under way. */
    public List<Draft> of(String policy) {
        return database.read(in -> DraftRows.of(in, policy));
    }

    /** By number. */
    public Optional<Draft> byId(long id) {
        return database.read(in -> DraftRows.byId(in, id));
    }

    /** One revision. */
    public Optional<Revision> revision(long draft, int number) {
        return database.read(in -> DraftRows.revision(in, draft, number));
    }

    /** All revisions, the newest first. */
    public List<Revision> revisions(long draft) {
        return database.read(in -> DraftRows.revisions(in, draft));
    }

    /** What was done with it, the newest first. */
    public List<DraftStep> steps(long draft) {
        return database.read(in -> DraftRows.steps(in, draft));
    }

    /** Whether somebody wrote any of it, so that another has to approve it. */
    public boolean wrote(Actor actor, long draft) {
        return actor.person() != null
                && database.<Boolean>read(in -> DraftRows.wrote(in, draft, actor.requirePerson()));
    }

    /** Begins one with a text. */
    public Draft begin(Actor by, String text, String note) {
        return database.write(in -> {
            long id = DraftRows.insert(in, by.requirePerson(), by.name(), clock.instant());
            Draft draft = saved(in, by, DraftRows.byId(in, id).orElseThrow(), text, note);
            audit.record(by, "policy.draft", SUBJECT, Long.toString(id), null, named(draft));
            return draft;
        });
    }

    /**
     * Keeps another revision; one that says what the newest says is none.
     *
     * @param seen number of the revision that was edited
     */
    public Outcome save(Actor by, long id, int seen, String typed, String note) {
        String text = typed.replace("\r\n", "\n");
        if (text.length() > LONGEST_TEXT) {
            return new Outcome.Refused(DraftRefusal.TEXT_TOO_LONG, draft(id), List.of());
        }
        return database.write(in -> {
            Draft draft = DraftRows.locked(in, id).orElseThrow(NotFound::new);
            if (draft.revision() != seen) {
                return new Outcome.Refused(DraftRefusal.OVERTAKEN, draft, List.of());
            }
            if (draft.state() != DraftState.EDITING) {
                return new Outcome.Refused(DraftRefusal.WRONG_STATE, draft, List.of());
            }
            Revision newest = DraftRows.revision(in, id, seen).orElseThrow();
            if (newest.text().equals(text)) {
                return new Outcome.Done(draft);
            }
            Draft saved = saved(in, by, draft, text, note);
            audit.record(
                    by, "policy.draft-save", SUBJECT, Long.toString(id), stamped(newest), stamped(newest(in, saved)));
            return new Outcome.Done(saved);
        });
    }

    private Draft saved(DSLContext in, Actor by, Draft draft, String text, String note) {
        Policy policy = checker.readable(text);
        var revision = new Revision(
                draft.id(),
                draft.revision() + 1,
                text,
                Sha256.hex(text.getBytes(StandardCharsets.UTF_8)),
                ColumnText.cut(note.strip(), LONGEST_NOTE),
                by.requirePerson(),
                by.name(),
                clock.instant());
        DraftRows.add(in, revision);
        var saved = new Draft(
                draft.id(),
                policy == null ? draft.policy() : ColumnText.cut(policy.id().toString(), 100),
                policy == null ? draft.title() : ColumnText.cut(policy.title(), 300),
                policy == null ? draft.version() : ColumnText.cut(policy.version(), 60),
                draft.state(),
                revision.number(),
                draft.author(),
                draft.authorName(),
                draft.createdAt(),
                revision.savedAt(),
                draft.rowVersion() + 1);
        if (!DraftRows.update(in, saved, draft.rowVersion())) {
            throw new IllegalStateException("draft " + draft.id() + " was changed by somebody else meanwhile");
        }
        return saved;
    }

    private static Revision newest(DSLContext in, Draft draft) {
        return DraftRows.revision(in, draft.id(), draft.revision()).orElseThrow();
    }

    /** For the audit record: which text it was, not the text. */
    private static String stamped(Revision revision) {
        return "#" + revision.number() + " sha256 " + revision.sha256();
    }

    private static String named(Draft draft) {
        return draft.policy() + "@" + draft.version() + " " + draft.title();
    }

    private Draft draft(long id) {
        return byId(id).orElseThrow(NotFound::new);
    }

    /** Asks a second person to look at it; it must be sound. */
    public Outcome submit(Actor by, long id, int seen) {
        return sound(id).orElseGet(() -> step(by, id, seen, DraftStep.Kind.SUBMIT, DraftState.SUBMITTED, ""));
    }

    private Optional<Outcome> sound(long id) {
        Draft draft = draft(id);
        DraftCheck check =
                checker.check(revision(id, draft.revision()).orElseThrow().text());
        return check.isSound()
                ? Optional.empty()
                : Optional.of(new Outcome.Refused(DraftRefusal.HAS_PROBLEMS, draft, check.problems()));
    }

    /** Goes on writing what was submitted or approved. */
    public Outcome takeBack(Actor by, long id, int seen) {
        return step(by, id, seen, DraftStep.Kind.TAKE_BACK, DraftState.EDITING, "");
    }

    /** Sends it back to be written on, with the reason. */
    public Outcome sendBack(Actor by, long id, int seen, String words) {
        if (words.isBlank()) {
            return new Outcome.Refused(DraftRefusal.WORDS_MISSING, draft(id), List.of());
        }
        return step(by, id, seen, DraftStep.Kind.SEND_BACK, DraftState.EDITING, words);
    }

    /** Approves the newest revision. */
    public Outcome approve(Actor by, long id, int seen, String words) {
        return sound(id).orElseGet(() -> step(by, id, seen, DraftStep.Kind.APPROVE, DraftState.APPROVED, words));
    }

    /** Lets it go; it is kept. */
    public Outcome discard(Actor by, long id, int seen) {
        return step(by, id, seen, DraftStep.Kind.DISCARD, DraftState.DISCARDED, "");
    }

    /** @param seen the row version that was on the screen */
    private Outcome step(Actor by, long id, int seen, DraftStep.Kind kind, DraftState to, String said) {
        String words = said.strip();
        return database.write(in -> {
            Draft draft = DraftRows.locked(in, id).orElseThrow(NotFound::new);
            DraftRefusal refusal = refusal(in, by, draft, seen, kind, to, words);
            if (refusal != null) {
                return new Outcome.Refused(refusal, draft, List.of());
            }
            return new Outcome.Done(moved(in, by, draft, kind, to, words));
        });
    }

    private static @Nullable DraftRefusal refusal(
            DSLContext in, Actor by, Draft draft, int seen, DraftStep.Kind kind, DraftState to, String words) {
        boolean judges = kind == DraftStep.Kind.APPROVE || kind == DraftStep.Kind.SEND_BACK;
        if (draft.rowVersion() != seen) {
            return DraftRefusal.OVERTAKEN;
        }
        if (!draft.state().next().contains(to) || (judges && draft.state() != DraftState.SUBMITTED)) {
            return DraftRefusal.WRONG_STATE;
        }
        if (words.length() > LONGEST_WORDS) {
            return DraftRefusal.WORDS_TOO_LONG;
        }
        return judges && DraftRows.wrote(in, draft.id(), by.requirePerson()) ? DraftRefusal.OWN_DRAFT : null;
    }

    private Draft moved(DSLContext in, Actor by, Draft draft, DraftStep.Kind kind, DraftState to, String words) {
        var moved = new Draft(
                draft.id(),
                draft.policy(),
                draft.title(),
                draft.version(),
                to,
                draft.revision(),
                draft.author(),
                draft.authorName(),
                draft.createdAt(),
                clock.instant(),
                draft.rowVersion() + 1);
        if (!DraftRows.update(in, moved, draft.rowVersion())) {
            throw new IllegalStateException("draft " + draft.id() + " was changed by somebody else meanwhile");
        }
        DraftRows.add(
                in,
                draft.id(),
                new DraftStep(kind, draft.revision(), words, by.requirePerson(), by.name(), clock.instant()));
        String action =
                "policy.draft-" + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        audit.record(
                by,
                action,
                SUBJECT,
                Long.toString(draft.id()),
                draft.state().name(),
                to.name() + " " + stamped(newest(in, draft)) + (words.isEmpty() ? "" : " " + words));
        return moved;
    }

    /**
     * Publishes what was approved: the record first, then the files, see {@link Publications}. The version before it gets its end.
     *
     * @param seen the row version that was on the screen
     */
    public synchronized Outcome publish(Actor by, long id, int seen) {
        Draft draft = draft(id);
        if (draft.rowVersion() != seen || draft.state() != DraftState.APPROVED) {
            return new Outcome.Refused(
                    draft.rowVersion() == seen ? DraftRefusal.WRONG_STATE : DraftRefusal.OVERTAKEN, draft, List.of());
        }
        Revision revision = revision(id, draft.revision()).orElseThrow();
        DraftCheck check = checker.check(revision.text());
        Map<String, String> texts = checker.files(revision.text()).texts();
        Policy policy = check.policy();
        if (!check.isSound() || policy == null) {
            return new Outcome.Refused(DraftRefusal.HAS_PROBLEMS, draft, check.problems());
        }
        List<PolicyProblem> fresh = checker.fresh(texts);
        if (!fresh.isEmpty()) {
            return new Outcome.Refused(DraftRefusal.HAS_PROBLEMS, draft, fresh);
        }
        publications.prepare(texts);
        return database.write(in -> {
            Draft now = DraftRows.locked(in, id).orElseThrow();
            if (now.rowVersion() != seen) {
                return new Outcome.Refused(DraftRefusal.OVERTAKEN, now, List.of());
            }
            var publication = new Publication(
                    0,
                    id,
                    policy.id().toString(),
                    policy.version(),
                    policy.title(),
                    policy.validity().from(),
                    by.name(),
                    clock.instant(),
                    null,
                    null,
                    null);
            PublicationRows.insert(in, publication, by.requirePerson(), texts);
            audit.record(
                    by,
                    "policy.publish",
                    "policy",
                    policy.id().toString(),
                    null,
                    policy.version() + " " + policy.validity().from() + " " + texts.keySet() + " " + stamped(revision));
            Draft published = moved(in, by, now, DraftStep.Kind.PUBLISH, DraftState.PUBLISHED, "");
            database.afterwards(publications::settle);
            return new Outcome.Done(published);
        });
    }

    /**
     * Withdraws a version that has not begun, as if it had never been published; the version before it goes on. One that has
     * begun is ended by another version.
     *
     * @return why not; empty when it is withdrawn
     */
    public synchronized Optional<DraftRefusal> withdraw(Actor by, long publication, String said) {
        String words = said.strip();
        if (words.isEmpty() || words.length() > LONGEST_WORDS) {
            return Optional.of(words.isEmpty() ? DraftRefusal.WORDS_MISSING : DraftRefusal.WORDS_TOO_LONG);
        }
        LocalDate today = enterprises.today();
        return database.write(in -> {
            Publication now = PublicationRows.byId(in, publication).orElseThrow(NotFound::new);
            if (!now.stands()) {
                return Optional.of(DraftRefusal.ALREADY_WITHDRAWN);
            }
            if (!now.validFrom().isAfter(today)) {
                return Optional.of(DraftRefusal.ALREADY_IN_FORCE);
            }
            if (PublicationRows.hasLater(in, now)) {
                return Optional.of(DraftRefusal.NOT_THE_LAST);
            }
            PublicationRows.withdraw(in, publication, by.name(), words, clock.instant());
            audit.record(by, "policy.withdraw", "policy", now.policy(), now.version() + " " + now.validFrom(), words);
            database.afterwards(publications::settle);
            return Optional.<DraftRefusal>empty();
        });
    }
}
