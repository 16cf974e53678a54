package org.lingqu.engine.text.mention;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.PolicyMention;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.article.ArticleReading;
import org.lingqu.engine.text.article.Passage;
import org.lingqu.engine.text.gazetteer.Division;

/** Finds the policies, plans, laws, standards and proposals that an article names. */
final class PolicyReader {

    private final List<PolicyDraft> drafts = new ArrayList<>();
    private final PageTitles titles;
    private final @Nullable Division home;
    private final @Nullable String ownNumber;
    private boolean planned;

    private PolicyReader(Article article, @Nullable Division home) {
        this.titles = new PageTitles(article.title());
        this.home = home;
        String suffix = article.suffix();
        this.ownNumber = suffix == null ? article.documentNumber() : article.documentNumber() + suffix;
    }

    /** @param home where the page's issuer is at home, for 我省“十四五”规划纲要 */
    static List<PolicyMention> read(ArticleReading reading, @Nullable Division home) {
        Article article = reading.article();
        var reader = new PolicyReader(article, home);
        var mentions = new ArrayList<PolicyMention>();
        PolicyMention own = own(article);
        if (own != null) {
            mentions.add(own);
        }
        for (Passage passage : reading.passages()) {
            reader.collect(passage);
        }
        reader.titles.resolve(reader.drafts, mentions);
        return mentions;
    }

    /** The page's own document, when it has a number. */
    private static @Nullable PolicyMention own(Article article) {
        String title = article.title();
        Span span = article.titleSpan();
        String number = article.documentNumber();
        if (title == null || span == null || number == null) {
            return null;
        }
        String suffix = article.suffix();
        String issuer = article.issuer() == null ? null : article.issuer().name();
        String whole = suffix == null ? number : number + suffix;
        return new PolicyMention(title, List.of(), whole, issuer, PolicyMention.Stage.ISSUED, span);
    }

    private void collect(Passage passage) {
        if (passage.kind() == Passage.Kind.HEADING) {
            planned = PlanSections.announces(passage.text().toString(), passage.level(), planned);
        }
        String text = passage.text().toString();
        var found = new ArrayList<PolicyDraft>();
        String masked = text;
        if (text.indexOf('《') >= 0) {
            masked = bracketed(passage, text, found);
        }
        unquoted(passage, masked, found);
        numbers(passage, masked, found);
        found.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        drafts.addAll(found);
    }

    private String bracketed(Passage passage, String text, List<PolicyDraft> found) {
        List<Bracketed> all = Bracketed.in(text);
        String masked = Mask.over(text, all);
        for (Bracketed title : all) {
            TitleTail tail = TitleTail.after(text, title.end());
            if (!TitleSense.isDocument(masked, title, tail)) {
                continue;
            }
            boolean alias = DocumentTitle.isAlias(title.inner());
            var stage = StageReader.of(masked, title.start(), tail.end(), title.inner(), planned);
            String issuer = Issuers.before(masked, title.start());
            Span span = passage.text().span(title.start(), title.end());
            found.add(new PolicyDraft(title.inner(), alias, tail, stage, issuer, span));
        }
        return masked;
    }

    private void unquoted(Passage passage, String masked, List<PolicyDraft> found) {
        for (UnquotedTitles.Name name : UnquotedTitles.in(masked)) {
            var stage = StageReader.of(masked, name.start(), name.end(), name.name(), planned);
            String issuer = Issuers.before(masked, name.start());
            String owner = name.name().startsWith("“") ? Issuers.owner(masked, name.start(), home) : "";
            if (owner == null) {
                continue;
            }
            var tail = new TitleTail(name.end(), null, List.of());
            Span span = passage.text().span(name.start(), name.end());
            found.add(new PolicyDraft(owner + name.name(), false, tail, stage, issuer, span));
        }
    }

    /** Documents named by nothing but their number: 根据国办发〔2020〕1号文件. */
    private void numbers(Passage passage, String masked, List<PolicyDraft> found) {
        int from = 0;
        for (var number = DocumentNumber.next(masked, from);
                number != null;
                number = DocumentNumber.next(masked, from)) {
            from = number.end();
            if (!number.text().equals(ownNumber)) {
                var stage = StageReader.of(masked, number.start(), number.end(), "", planned);
                var tail = new TitleTail(number.end(), number.text(), List.of());
                Span span = passage.text().span(number.start(), number.end());
                found.add(new PolicyDraft(number.text(), false, tail, stage, null, span));
            }
        }
    }
}
