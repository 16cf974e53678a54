package org.lingqu.engine.text.suspicion;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.ActionMention;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.Issuer;
import org.lingqu.engine.text.OrganisationMention;
import org.lingqu.engine.text.OutlineEntry;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PolicyMention;
import org.lingqu.engine.text.Repair;
import org.lingqu.engine.text.RoleMention;
import org.lingqu.engine.text.Warning;

/** A whole reading that goes out without personal data. */
public final class MaskedPage {

    private MaskedPage() {}

    /** Every word of the page that a reading carries, masked. */
    public static PageRead of(PageRead page, Masking masking) {
        if (masking.warnings().isEmpty()) {
            return page;
        }
        return new PageRead(
                page.file(),
                page.sha256(),
                page.charset(),
                page.script(),
                masking.applyTo(page.textSource()),
                article(page.article(), masking),
                page.repairs().stream().map(r -> repair(r, masking)).toList(),
                page.warnings().stream()
                        .map(w -> new Warning(w.code(), w.span(), masking.apply(w.says())))
                        .toList(),
                page.statements().stream()
                        .map(s -> s.quoting(masking.apply(s.quote())))
                        .toList(),
                page.policies().stream().map(p -> policy(p, masking)).toList(),
                page.organisations().stream()
                        .map(o -> new OrganisationMention(masking.apply(o.name()), o.span()))
                        .toList(),
                page.roles().stream()
                        .map(r -> new RoleMention(
                                masking.apply(r.person()),
                                masking.apply(r.title()),
                                masking.applyTo(r.organisation()),
                                r.span()))
                        .toList(),
                page.actions().stream().map(a -> action(a, masking)).toList());
    }

    private static Article article(Article article, Masking masking) {
        return new Article(
                masking.applyTo(article.title()),
                article.titleSpan(),
                issuer(article.issuer(), masking),
                article.documentNumber(),
                article.suffix(),
                article.published(),
                article.written(),
                article.event(),
                article.reprintChain().stream().map(masking::apply).toList(),
                article.kind(),
                article.outline().stream()
                        .map(o -> new OutlineEntry(o.level(), masking.apply(o.heading()), o.span()))
                        .toList(),
                article.bodySpans(),
                article.cut(),
                article.text().with(masking.apply(article.text().toString())));
    }

    private static @Nullable Issuer issuer(@Nullable Issuer issuer, Masking masking) {
        return issuer == null
                ? null
                : new Issuer(masking.apply(issuer.name()), issuer.inferred(), masking.applyTo(issuer.because()));
    }

    private static Repair repair(Repair repair, Masking masking) {
        return new Repair(
                repair.kind(),
                repair.span(),
                masking.apply(repair.before()),
                masking.apply(repair.after()),
                repair.certain());
    }

    private static PolicyMention policy(PolicyMention policy, Masking masking) {
        return new PolicyMention(
                masking.apply(policy.title()),
                policy.aliases().stream().map(masking::apply).toList(),
                policy.documentNumber(),
                masking.applyTo(policy.issuer()),
                policy.stage(),
                policy.span());
    }

    private static ActionMention action(ActionMention action, Masking masking) {
        return new ActionMention(
                masking.applyTo(action.actor()),
                action.verb(),
                masking.apply(action.object()),
                action.status(),
                action.date(),
                action.span());
    }
}
