package org.lingqu.engine.text.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.CutPart;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.Warning;
import org.lingqu.engine.text.WarningCode;
import org.lingqu.engine.text.source.Markup;

/** What was cut from a page, and what a reader should be told about it. */
final class Cuts {

    private static final int LEAST_FURNITURE = 3;

    private final List<Sense> senses;
    private final Body body;
    private final List<CutPart> parts = new ArrayList<>();

    Cuts(List<Sense> senses, Body body, @Nullable Title title) {
        this.senses = senses;
        this.body = body;
        int open = -1;
        for (int i = 0; i < senses.size(); i++) {
            CutPart.Why why = body.cut()[i];
            boolean isTitle = title != null && i >= title.firstLine() && i <= title.lastLine();
            boolean inPage = senses.get(i).markup().role() != Markup.Role.META
                    && senses.get(i).markup().role() != Markup.Role.DOCUMENT_TITLE;
            if (why == null || isTitle || !inPage) {
                open = -1;
            } else {
                open = add(why, senses.get(i).line().text().span(), open);
            }
        }
    }

    List<CutPart> parts() {
        return parts;
    }

    private int add(CutPart.Why why, Span span, int open) {
        if (open >= 0) {
            CutPart last = parts.get(open);
            if (last.why() == why && span.start() >= last.span().end()) {
                parts.set(open, new CutPart(why, new Span(last.span().start(), span.end())));
                return open;
            }
        }
        parts.add(new CutPart(why, span));
        return parts.size() - 1;
    }

    List<Warning> warnings(boolean published) {
        var warnings = new ArrayList<Warning>();
        long furniture = 0;
        for (CutPart.Why why : body.cut()) {
            furniture += why == CutPart.Why.FURNITURE ? 1 : 0;
        }
        if (furniture >= LEAST_FURNITURE) {
            warnings.add(new Warning(WarningCode.NAVIGATION, first(CutPart.Why.FURNITURE), "已去除导航等页面元素"));
        }
        foreignTail(warnings);
        Span disclaimer = first(CutPart.Why.DISCLAIMER);
        if (disclaimer != null) {
            warnings.add(new Warning(WarningCode.REPRINT_DISCLAIMER, disclaimer, "页面声明只是转载"));
        }
        if (!published) {
            warnings.add(new Warning(WarningCode.DATE_MISSING, null, "页面没有发布日期"));
        }
        return warnings;
    }

    /** Sentences, or several lines, after the article has ended. */
    private void foreignTail(List<Warning> warnings) {
        int start = -1;
        int end = -1;
        int strange = 0;
        boolean sentences = false;
        for (int i = body.end(); i < senses.size(); i++) {
            if (body.cut()[i] == CutPart.Why.TAIL) {
                start = start < 0 ? i : start;
                end = i;
                strange += senses.get(i).words() == null ? 1 : 0;
                sentences |= senses.get(i).prose();
            }
        }
        if (start >= 0 && (sentences || strange >= 3)) {
            Span from = senses.get(start).line().text().span();
            Span to = senses.get(end).line().text().span();
            var span = new Span(from.start(), Math.max(from.end(), to.end()));
            warnings.add(new Warning(WarningCode.FOREIGN_TAIL, span, "正文之后另有其他文章的内容，已去除"));
        }
    }

    private @Nullable Span first(CutPart.Why why) {
        return parts.stream()
                .filter(part -> part.why() == why)
                .map(CutPart::span)
                .findFirst()
                .orElse(null);
    }
}
