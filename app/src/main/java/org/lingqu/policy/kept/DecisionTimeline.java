package org.lingqu.policy.kept;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseTimeline;
import org.springframework.stereotype.Component;

/** Decisions over time on the page of an enterprise, and to its own people what is new to them. */
@Component
final class DecisionTimeline implements EnterpriseTimeline {

    private final KeptDecisions kept;
    private final InstalledPack installed;

    DecisionTimeline(KeptDecisions kept, InstalledPack installed) {
        this.kept = kept;
        this.installed = installed;
    }

    /** Opening the page is what notes the enterprise; a version that says the same as the one before is no mark of its own. */
    @Override
    public List<Track> tracks(Actor actor, Enterprise enterprise) {
        kept.note(enterprise);
        PolicyPack pack = installed.pack();
        var tracks = new ArrayList<Track>();
        kept.of(enterprise).forEach((policy, decisions) -> {
            var marks = new ArrayList<Mark>();
            KeptDecision before = null;
            for (KeptDecision each : decisions) {
                if (before == null || before.verdict() != each.verdict()) {
                    marks.add(mark(each, before != null && !before.version().equals(each.version())));
                }
                before = each;
            }
            tracks.add(new Track(pack.title(policy), address(enterprise, policy), marks));
        });
        tracks.sort(Comparator.comparingInt(track -> -track.marks().size()));
        return tracks;
    }

    @Override
    public List<News> news(Actor actor, Enterprise enterprise) {
        if (!actor.is(Role.ENTERPRISE)) {
            return List.of();
        }
        PolicyPack pack = installed.pack();
        return kept.unseen(actor, enterprise).stream()
                .map(change -> new News(
                        change.now().id(),
                        pack.title(change.now().policy()),
                        address(enterprise, change.now().policy()),
                        mark(change.before(), false),
                        mark(change.now(), false),
                        "/enterprises/" + enterprise.id() + "/decisions/seen"))
                .toList();
    }

    private static String address(Enterprise enterprise, String policy) {
        return "/enterprises/" + enterprise.id() + "/policies/" + policy;
    }

    private static Mark mark(KeptDecision decision, boolean otherVersion) {
        return new Mark(
                decision.decidedFor(),
                "policy.outcome." + decision.verdict().name(),
                "answer-" + decision.verdict().name().toLowerCase(Locale.ROOT),
                otherVersion ? decision.version() : "");
    }
}
