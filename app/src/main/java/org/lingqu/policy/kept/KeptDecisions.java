package org.lingqu.policy.kept;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.store.KeptDecisionRows;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.EnterprisesChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Decisions over time. What policies say of an enterprise is noted when its file is opened and when something is said about few
 * enterprises; written is only what differs from what was noted last, so that a start, a new day or a new pack costs nothing for
 * enterprises that nobody looks at (ADR 0032). Rows are only ever added.
 */
@Service
public final class KeptDecisions {

    /** Noted at once when so many change; of more, each is noted when it is next looked at. */
    static final int MOST_AT_ONCE = 20;

    private static final Logger LOG = LoggerFactory.getLogger(KeptDecisions.class);
    private static final String ENGINE = engine();

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final Opportunities opportunities;
    private final Enterprises enterprises;

    KeptDecisions(
            Database database, AuditLog audit, Clock clock, Opportunities opportunities, Enterprises enterprises) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.opportunities = opportunities;
        this.enterprises = enterprises;
    }

    private static String engine() {
        String version = Interpreter.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    /**
     * Notes what policies say of an enterprise now. A page that cannot be noted, because the disk is full or may only be read, is
     * shown all the same; the next time it is noted.
     */
    public void note(Enterprise enterprise) {
        try {
            keep(enterprise);
        } catch (RuntimeException e) {
            LOG.warn(
                    "decisions about enterprise {} were not noted; they will be when it is next opened",
                    enterprise.id(),
                    e);
        }
    }

    private void keep(Enterprise enterprise) {
        Instant now = clock.instant();
        List<KeptDecision> decided = opportunities.decisions(enterprise).stream()
                .map(decision -> kept(enterprise, decision, now))
                .toList();
        if (news(database.read(in -> KeptDecisionRows.of(in, enterprise.id())), decided)
                .isEmpty()) {
            return;
        }
        // asked again inside: somebody else may have opened the same file
        database.change(in -> KeptDecisionRows.insert(in, news(KeptDecisionRows.of(in, enterprise.id()), decided)));
    }

    private static KeptDecision kept(Enterprise enterprise, Decision decision, Instant now) {
        return new KeptDecision(
                0,
                enterprise.id(),
                decision.policy().id().toString(),
                decision.policy().version(),
                decision.asOf(),
                decision.outcome().kind(),
                ENGINE,
                FactsUsed.hash(decision),
                now);
    }

    /** Those that say something else than what was noted last. */
    private static List<KeptDecision> news(List<KeptDecision> before, List<KeptDecision> now) {
        var last = new HashMap<String, KeptDecision>();
        before.forEach(each -> last.put(each.policy(), each));
        return now.stream()
                .filter(each -> {
                    KeptDecision known = last.get(each.policy());
                    return known == null || !known.says(each);
                })
                .toList();
    }

    @EventListener
    void enterprisesChanged(EnterprisesChanged event) {
        if (!event.isAll() && event.enterprises().size() <= MOST_AT_ONCE) {
            enterprises.byIds(event.enterprises()).values().forEach(this::note);
        }
    }

    /** What each policy said of an enterprise over time, the oldest first, by policy. */
    public SequencedMap<String, List<KeptDecision>> of(Enterprise enterprise) {
        var tracks = new LinkedHashMap<String, List<KeptDecision>>();
        for (KeptDecision each : database.read(in -> KeptDecisionRows.of(in, enterprise.id()))) {
            tracks.computeIfAbsent(each.policy(), policy -> new ArrayList<>()).add(each);
        }
        return tracks;
    }

    /** The number of what was noted last about an enterprise; 0 while nothing is. */
    public long last(Enterprise enterprise) {
        return database.read(in -> KeptDecisionRows.last(in, enterprise.id()));
    }

    /**
     * Verdicts that became others after a number, the newest first. Of a policy that changed twice since, what was before all of it
     * stands beside what is now; one that is back where it was is left out, and so is a new version that says the same.
     */
    public List<VerdictChange> changes(Enterprise enterprise, long after) {
        var changes = new ArrayList<VerdictChange>();
        of(enterprise).values().forEach(track -> {
            KeptDecision before = track.getFirst();
            for (KeptDecision each : track) {
                before = each.id() <= after ? each : before;
            }
            KeptDecision now = track.getLast();
            if (now.id() > after && before.verdict() != now.verdict()) {
                changes.add(new VerdictChange(before, now));
            }
        });
        changes.sort((one, other) -> Long.compare(other.now().id(), one.now().id()));
        return changes;
    }

    /** Verdicts that changed since somebody of the enterprise last said that she knows. */
    public List<VerdictChange> unseen(Actor actor, Enterprise enterprise) {
        long seen = database.read(in -> KeptDecisionRows.seen(in, enterprise.id(), actor.requirePerson()));
        return changes(enterprise, seen);
    }

    /** She knows of all changes up to a number; nothing is forgotten by it. */
    public void see(Actor by, Enterprise enterprise, long upTo) {
        database.change(in -> {
            long before = KeptDecisionRows.seen(in, enterprise.id(), by.requirePerson());
            long known = Math.min(upTo, KeptDecisionRows.last(in, enterprise.id()));
            if (known > before) {
                KeptDecisionRows.see(in, enterprise.id(), by.requirePerson(), known, clock.instant());
                audit.record(
                        by,
                        "policy.seen",
                        "enterprise",
                        Long.toString(enterprise.id()),
                        Long.toString(before),
                        Long.toString(known));
            }
        });
    }
}
