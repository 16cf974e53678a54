package org.lingqu.cli;

import java.util.List;
import org.lingqu.engine.policy.fact.Firm;

/** Firms that somebody may have meant. */
final class NearFirms {

    private static final int SHOWN = 5;

    private NearFirms() {}

    /** Those whose name or code contains what was written; nothing when there is none. */
    static String advice(String wanted, List<Firm> firms) {
        List<String> near = firms.stream()
                .filter(firm -> firm.name().contains(wanted) || firm.id().contains(wanted))
                .map(Firm::name)
                .limit(SHOWN)
                .toList();
        return near.isEmpty() ? "" : "；是否 did you mean: " + String.join("、", near);
    }
}
