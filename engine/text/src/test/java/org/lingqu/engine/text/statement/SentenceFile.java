package org.lingqu.engine.text.statement;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.ArticleKind;
import org.lingqu.engine.text.Issuer;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.article.ArticleReading;
import org.lingqu.engine.text.article.Passage;
import org.lingqu.engine.text.trace.TracedText;

/**
 * Sentences with the statements expected of them. {@code @} describes the page they stand on, {@code >} is a sentence,
 * {@code =} one of its statements: the indicator, then what differs from nothing.
 */
final class SentenceFile {

    /** A sentence on its page. */
    record Sentence(String page, String text, List<String> expected) {
        @Override
        public String toString() {
            return text;
        }
    }

    private SentenceFile() {}

    static List<Sentence> read(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SentenceFile.class.getResourceAsStream(name))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static List<Sentence> parse(String file) {
        var sentences = new ArrayList<Sentence>();
        String page = "";
        for (String line : file.lines().toList()) {
            if (line.startsWith("@ ")) {
                page = line.substring(2);
            } else if (line.startsWith("> ")) {
                sentences.add(new Sentence(page, line.substring(2), new ArrayList<>()));
            } else if (line.startsWith("= ")) {
                sentences.getLast().expected().add(line.substring(2));
            }
        }
        return sentences;
    }

    /** What the reader makes of a sentence, in the words of the file. */
    static List<String> statements(Sentence sentence) {
        return read(sentence).stream().map(SentenceFile::line).toList();
    }

    static List<Statement> read(Sentence sentence) {
        return new StatementReader().read(sentence.text(), page(sentence));
    }

    private static ArticleReading page(Sentence sentence) {
        String issuer = field(sentence.page(), "issuer");
        String published = field(sentence.page(), "published");
        String title = field(sentence.page(), "title");
        boolean report = title != null && title.contains("公报");
        var article = new Article(
                title,
                null,
                issuer == null ? null : new Issuer(issuer, false, null),
                null,
                null,
                published == null ? null : LocalDate.parse(published),
                null,
                null,
                List.of(),
                report ? ArticleKind.STATISTICS : ArticleKind.OTHER,
                List.of(),
                List.of(),
                List.of(),
                TracedText.empty());
        var passage = new Passage(TracedText.ofFile(sentence.text()), Passage.Kind.PARAGRAPH, 0, null);
        return new ArticleReading(article, List.of(passage), List.of());
    }

    private static @Nullable String field(String page, String name) {
        for (String part : page.split(" ", -1)) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        return null;
    }

    static String line(Statement s) {
        var line = new StringBuilder(s.indicator());
        add(line, "value", s.value() == null ? null : plain(s.value()) + (s.unit() == null ? "" : s.unit()));
        add(line, "max", plain(s.valueMax()));
        add(line, "ratio", s.ratio());
        add(line, "approx", s.approx() == null ? null : s.approx().name().toLowerCase(Locale.ROOT));
        add(line, "growth", plain(s.growthPct()));
        add(line, "basis", "yoy".equals(s.growthBasis()) ? null : s.growthBasis());
        add(line, "share", plain(s.sharePct()));
        add(line, "of", s.shareOf());
        if (s.rank() != null) {
            add(
                    line,
                    "rank",
                    s.rank().value() + (s.rank().bound() == null ? "" : s.rank().bound()));
            add(line, "scope", s.rank().scope());
        }
        add(line, "from", plain(s.fromValue()));
        for (Statement.Delta delta : s.deltas()) {
            add(line, "delta", plain(delta.delta()) + delta.unit());
        }
        add(
                line,
                "status",
                s.status() == Statement.Status.ACTUAL ? null : s.status().name().toLowerCase(Locale.ROOT));
        add(line, "period", s.period());
        add(
                line,
                "region",
                s.region() == null ? null : s.region().substring(s.region().lastIndexOf('/') + 1));
        add(line, "says", s.saidBy());
        return line.toString();
    }

    private static void add(StringBuilder line, String key, @Nullable String value) {
        if (value != null) {
            line.append(' ').append(key).append('=').append(value);
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
