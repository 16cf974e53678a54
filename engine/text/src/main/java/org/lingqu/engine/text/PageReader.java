package org.lingqu.engine.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.text.article.ArticleReader;
import org.lingqu.engine.text.article.ArticleReading;
import org.lingqu.engine.text.check.Arithmetic;
import org.lingqu.engine.text.issuer.Issuers;
import org.lingqu.engine.text.mention.MentionReader;
import org.lingqu.engine.text.mention.Mentions;
import org.lingqu.engine.text.repair.RepairedPage;
import org.lingqu.engine.text.repair.Repairer;
import org.lingqu.engine.text.source.DecodedPage;
import org.lingqu.engine.text.source.PageDecoder;
import org.lingqu.engine.text.source.UnreadablePage;
import org.lingqu.engine.text.statement.StatementReader;
import org.lingqu.engine.text.suspicion.MaskedPage;
import org.lingqu.engine.text.suspicion.Suspicions;

/** Reads a page: bytes → lines → repairs → article → statements, mentions, warnings. Safe for use by many threads. */
public final class PageReader {

    private final PageDecoder decoder = new PageDecoder();
    private final Repairer repairer = new Repairer();
    private final ArticleReader articles = new ArticleReader();
    private final StatementReader statements = new StatementReader();
    private final Arithmetic arithmetic = new Arithmetic();
    private final Issuers issuers = new Issuers();
    private final MentionReader mentions = new MentionReader();

    /** Never throws, whatever the bytes are. */
    public Reading read(PageSource source) {
        String sha256 = sha256(source.bytes());
        try {
            return read(source, sha256, decoder.decode(source));
        } catch (UnreadablePage e) {
            return new PageRefused(source.file(), sha256, e.code(), String.valueOf(e.getMessage()), e.advice());
        }
    }

    private PageRead read(PageSource source, String sha256, DecodedPage page) {
        RepairedPage repaired = repairer.repair(page);
        Suspicions suspicions = Suspicions.of(page, repaired);
        RepairedPage clean = suspicions.spliced().page();
        ArticleReading article = issuers.complete(suspicions.complete(articles.read(page, clean)), clean.lines());
        List<Statement> said =
                arithmetic.check(article, impersonal(statements.read(page.text(), article), suspicions.warnings()));
        Mentions named = mentions.read(article);
        var warnings = new ArrayList<Warning>(page.warnings());
        warnings.addAll(repaired.warnings());
        warnings.addAll(article.warnings());
        warnings.addAll(suspicions.warnings());
        boolean extracted = page.format() == DecodedPage.Format.DOCX || page.format() == DecodedPage.Format.PDF;
        var read = new PageRead(
                source.file(),
                sha256,
                page.charset(),
                repaired.script(),
                extracted ? page.text() : null,
                article.article(),
                repaired.repairs(),
                warnings,
                said,
                named.policies(),
                named.organisations(),
                named.roles(),
                named.actions());
        return MaskedPage.of(read, suspicions.masking());
    }

    /** A phone number in a table looks like a figure; what stands where personal data stands is never one. */
    private static List<Statement> impersonal(List<Statement> said, List<Warning> warnings) {
        List<Span> personal = warnings.stream()
                .filter(warning -> warning.code() == WarningCode.PERSONAL_DATA)
                .flatMap(warning -> Optional.ofNullable(warning.span()).stream())
                .toList();
        return said.stream()
                .filter(statement -> personal.stream().noneMatch(statement.span()::overlaps))
                .toList();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
