package org.lingqu.library;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of an import.
 *
 * @param ordinal from 1
 * @param name file, with its way from what was uploaded
 * @param sha256 null for what was too large to be looked at
 * @param warnings codes of {@link org.lingqu.engine.text.WarningCode}
 * @param refusal why it cannot be read; null when it can
 * @param page the page it changes, is held as or has become; null while it is new
 * @param leftOut whether she does not want it
 * @param taken whether it is in the base now
 */
public record ImportItem(
        int ordinal,
        String name,
        @Nullable String address,
        @Nullable String sha256,
        ImportOutcome outcome,
        @Nullable String title,
        @Nullable String issuer,
        @Nullable LocalDate published,
        int statements,
        int repairs,
        List<String> warnings,
        @Nullable Refusal refusal,
        @Nullable Long page,
        boolean leftOut,
        boolean taken) {

    public ImportItem {
        warnings = List.copyOf(warnings);
    }

    /** Why a page cannot be taken in: a stable code, what was found, what to do. */
    public record Refusal(String code, String message, String advice) {}
}
