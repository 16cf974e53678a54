package org.lingqu.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.CutPart;
import org.lingqu.engine.text.PolicyMention;
import org.lingqu.engine.text.RepairKind;
import org.lingqu.engine.text.WarningCode;

/**
 * What was read from a page beside its text and statements; kept as JSON with the version.
 *
 * @param issuerBecause what the issuer was inferred from; null when the page says it
 * @param suffix what stands behind the document number
 * @param publishedTime {@code HH:mm:ss} when the page gives a time
 * @param textSource for Word and PDF the extracted text that places point into; null when they point into the decoded file
 */
public record PageDetails(
        @Nullable String issuerBecause,
        @Nullable String suffix,
        @Nullable String publishedTime,
        List<String> reprintChain,
        List<Heading> outline,
        List<Cut> cut,
        List<RepairMade> repairs,
        List<WarningGiven> warnings,
        List<PolicyNamed> policies,
        List<Named> organisations,
        List<RoleNamed> roles,
        List<ActionNamed> actions,
        @Nullable String textSource) {

    /** A heading of the text. */
    public record Heading(int level, String heading, Place place) {}

    /** A part of the page that is not the article. */
    public record Cut(CutPart.Why why, int start, int end) {}

    /** A repair. */
    public record RepairMade(RepairKind kind, String before, String after, boolean certain, Place place) {}

    /** A warning; {@code place} is null when it concerns the page as a whole. */
    public record WarningGiven(
            WarningCode code, String says, @Nullable Place place) {}

    /** A policy that the page names. */
    public record PolicyNamed(
            String title,
            List<String> aliases,
            @Nullable String documentNumber,
            @Nullable String issuer,
            PolicyMention.@Nullable Stage stage,
            Place place) {}

    /** An organisation that the page names. */
    public record Named(String name, Place place) {}

    /** Somebody's office. */
    public record RoleNamed(
            String person, @Nullable String title, @Nullable String organisation, Place place) {}

    /** Something done or planned. */
    public record ActionNamed(
            @Nullable String actor,
            String verb,
            String object,
            String status,
            @Nullable String date,
            Place place) {}
}
