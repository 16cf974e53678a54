package org.lingqu.engine.text;

import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.trace.TracedText;

/**
 * What a page says, without the furniture around it.
 *
 * @param title null when the page has none
 * @param issuer who speaks, null when nothing tells
 * @param documentNumber 发文字号 without its suffix, as written in the clean text: {@code 粤工信案函〔2021〕253号}
 * @param suffix what stands behind the number: the grade of a reply, {@code A}
 * @param published a {@link LocalDate} or {@link java.time.LocalDateTime}
 * @param written 成文日期
 * @param event when that which is told happened
 * @param reprintChain from the first publisher to the site the page was taken from
 * @param bodySpans what of the file was kept, in order, not overlapping
 * @param text the clean text of the body, one paragraph a line, simplified characters, personal data masked;
 *     it remembers where in the file each character came from, so that a page view can mark statements in it
 */
public record Article(
        @Nullable String title,
        @Nullable Span titleSpan,
        @Nullable Issuer issuer,
        @Nullable String documentNumber,
        @Nullable String suffix,
        @Nullable Temporal published,
        @Nullable LocalDate written,
        @Nullable LocalDate event,
        List<String> reprintChain,
        ArticleKind kind,
        List<OutlineEntry> outline,
        List<Span> bodySpans,
        List<CutPart> cut,
        TracedText text) {

    public Article {
        reprintChain = List.copyOf(reprintChain);
        outline = List.copyOf(outline);
        bodySpans = List.copyOf(bodySpans);
        cut = List.copyOf(cut);
    }

    /** The same with other parts cut. */
    public Article with(List<CutPart> newCut) {
        return new Article(
                title,
                titleSpan,
                issuer,
                documentNumber,
                suffix,
                published,
                written,
                event,
                reprintChain,
                kind,
                outline,
                bodySpans,
                newCut,
                text);
    }

    /** The same with its issuer. */
    public Article with(Issuer newIssuer) {
        return new Article(
                title,
                titleSpan,
                newIssuer,
                documentNumber,
                suffix,
                published,
                written,
                event,
                reprintChain,
                kind,
                outline,
                bodySpans,
                cut,
                text);
    }
}
