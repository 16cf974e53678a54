package org.lingqu.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lingqu.engine.policy.fact.FactRef;

/** A second record of a firm, from an older list: another name, the same code, figures up to two years ago. */
final class OlderRecord {

    private OlderRecord() {}

    static MadeFirm of(MadeFirm firm, int index) {
        List<MadeValue> older = firm.values().stream()
                .filter(value -> value.year() <= MadeRegion.LAST_YEAR - 2)
                .toList();
        return new MadeFirm(
                index,
                firm.code(),
                FirmNames.olderName(firm.name()),
                firm.founded(),
                firm.district(),
                firm.park(),
                firm.cluster(),
                firm.chainLink(),
                firm.growth(),
                firm.standing(),
                older,
                List.of(),
                Set.of(),
                Map.of(),
                Map.of(),
                List.of(new MadeMistake(MadeMistake.Kind.SAME_FIRM_OTHER_NAME, "", FactRef.NO_YEAR, firm.name())),
                List.of(),
                List.of());
    }
}
