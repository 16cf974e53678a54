package org.lingqu.library;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.Issuer;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.trace.TracedText;

/** Turns what the reader printed into what the base keeps: every place also as a place in the clean text. */
final class Intake {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final PageRead read;
    private final TracedText text;

    Intake(PageRead read) {
        this.read = read;
        this.text = read.article().text();
    }

    PageDetails details() {
        Article article = read.article();
        return new PageDetails(
                Optional.ofNullable(article.issuer()).map(Issuer::because).orElse(null),
                article.suffix(),
                article.published() instanceof LocalDateTime moment ? TIME.format(moment) : null,
                article.reprintChain(),
                article.outline().stream()
                        .map(entry -> new PageDetails.Heading(entry.level(), entry.heading(), place(entry.span())))
                        .toList(),
                article.cut().stream()
                        .map(part -> new PageDetails.Cut(
                                part.why(), part.span().start(), part.span().end()))
                        .toList(),
                read.repairs().stream()
                        .map(repair -> new PageDetails.RepairMade(
                                repair.kind(), repair.before(), repair.after(), repair.certain(), place(repair.span())))
                        .toList(),
                read.warnings().stream()
                        .map(warning -> new PageDetails.WarningGiven(
                                warning.code(), warning.says(), placeOrNull(warning.span())))
                        .toList(),
                read.policies().stream()
                        .map(policy -> new PageDetails.PolicyNamed(
                                policy.title(),
                                policy.aliases(),
                                policy.documentNumber(),
                                policy.issuer(),
                                policy.stage(),
                                place(policy.span())))
                        .toList(),
                read.organisations().stream()
                        .map(body -> new PageDetails.Named(body.name(), place(body.span())))
                        .toList(),
                read.roles().stream()
                        .map(role -> new PageDetails.RoleNamed(
                                role.person(), role.title(), role.organisation(), place(role.span())))
                        .toList(),
                read.actions().stream()
                        .map(action -> new PageDetails.ActionNamed(
                                action.actor(),
                                action.verb(),
                                action.object(),
                                action.status().name(),
                                action.date(),
                                place(action.span())))
                        .toList(),
                read.textSource());
    }

    /** The day of publication without its time. */
    @Nullable LocalDate published() {
        return switch (read.article().published()) {
            case LocalDate day -> day;
            case LocalDateTime moment -> moment.toLocalDate();
            case null, default -> null;
        };
    }

    /** The statements, numbered from 1. */
    List<Placed> statements() {
        return IntStream.range(0, read.statements().size())
                .mapToObj(i -> {
                    Statement statement = read.statements().get(i);
                    return new Placed(i + 1, statement, place(statement.span()));
                })
                .toList();
    }

    /** A statement with its number and place. */
    record Placed(int ordinal, Statement statement, Place place) {}

    private @Nullable Place placeOrNull(@Nullable Span span) {
        return span == null ? null : place(span);
    }

    /** Where a place of the file is found in the clean text. */
    Place place(Span span) {
        TracedText.Part part = text.part(span);
        return part == null
                ? new Place(span.start(), span.end(), -1, -1)
                : new Place(span.start(), span.end(), part.start(), part.end());
    }
}
