package org.lingqu.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.registry.store.PartyRows;

/** What lists show of a party, put together from all that was said about it. */
final class PartyFiles {

    private PartyFiles() {}

    /** @param entries all that was said; what was undone is left out here */
    static PartyRows.Shown shown(long id, PartyDeclaration declared, List<Entry> entries) {
        return shown(id, declared, FirmFile.of(entries, declared.facts()));
    }

    static PartyRows.Shown shown(long id, PartyDeclaration declared, FirmFile file) {
        return new PartyRows.Shown(
                id,
                declared.kind(),
                file.name().orElse(null),
                file.code().orElse(null),
                words(file, declared.level()),
                words(file, declared.region()),
                day(file, declared.begins()),
                day(file, declared.ends()),
                file.holdings().size(),
                file.conflicts().size(),
                !file.isEmpty());
    }

    private static @Nullable String words(FirmFile file, String fact) {
        return file.holding(FactYear.of(fact))
                .map(held -> FactWords.of(held.value()))
                .orElse(null);
    }

    private static @Nullable LocalDate day(FirmFile file, String fact) {
        return file.holding(FactYear.of(fact))
                .map(Holding::value)
                .map(value -> value instanceof FactValue.Day(LocalDate day) ? day : null)
                .orElse(null);
    }
}
