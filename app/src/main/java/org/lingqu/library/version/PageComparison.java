package org.lingqu.library.version;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.Issuer;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.Span;
import org.lingqu.library.version.Change.NumberChange;
import org.lingqu.library.version.Change.Part;
import org.lingqu.library.version.Change.Place;

/**
 * What changed from an older to a newer version of a page.
 *
 * @param changes in order of the parts of a page, and within a part of the text
 * @param statements what became of statements; those that stayed the same are not told
 * @param sameBytes whether both versions are the same file, byte for byte
 */
public record PageComparison(List<Change> changes, List<StatementChange> statements, boolean sameBytes) {

    public PageComparison {
        changes = List.copyOf(changes);
        statements = List.copyOf(statements);
    }

    /** A version and, when at hand, the text that its spans point into, without which cut words can be counted but not shown. */
    public record Version(PageRead read, @Nullable String file) {
        public Version(PageRead read) {
            this(read, read.textSource());
        }
    }

    /** Compares two versions whose files are not at hand. */
    public static PageComparison of(PageRead older, PageRead newer) {
        return of(new Version(older), new Version(newer));
    }

    /** Compares two versions. */
    public static PageComparison of(Version older, Version newer) {
        boolean sameBytes = older.read().sha256().equals(newer.read().sha256());
        var changes = new ArrayList<Change>();
        Article was = older.read().article();
        Article now = newer.read().article();
        var damage = new Damage(older.read(), newer.read());
        title(was, now, damage, changes);
        whole(Part.ISSUER, ChangeKind.WORDING, name(was.issuer()), name(now.issuer()), changes);
        whole(Part.DOCUMENT_NUMBER, ChangeKind.NUMBER, number(was), number(now), changes);
        whole(Part.PUBLISHED, ChangeKind.NUMBER, words(was.published()), words(now.published()), changes);
        whole(Part.WRITTEN, ChangeKind.NUMBER, words(was.written()), words(now.written()), changes);
        text(was, now, damage, changes);
        changes.addAll(Surroundings.changes(older, newer));
        if (changes.isEmpty() && !sameBytes) {
            var nowhere = new Place(0, 0);
            changes.add(
                    new Change(ChangeKind.BOILERPLATE, Part.AROUND, "", "", nowhere, nowhere, null, null, List.of()));
        }
        return new PageComparison(
                changes,
                StatementChanges.between(older.read().statements(), newer.read().statements()),
                sameBytes);
    }

    /** Whether nothing at all is different. */
    public boolean isSame() {
        return sameBytes && changes.isEmpty() && statements.isEmpty();
    }

    /** The gravest kind of change; null when there is none. A new version whose gravest is BOILERPLATE says what the older said. */
    public @Nullable ChangeKind gravest() {
        return changes.stream().map(Change::kind).max(Enum::compareTo).orElse(null);
    }

    /** How many changes there are of each kind; kinds without one are left out. */
    public Map<ChangeKind, Integer> counts() {
        var counts = new EnumMap<ChangeKind, Integer>(ChangeKind.class);
        changes.forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
        return counts;
    }

    /** Every number that differs, in order. */
    public List<NumberChange> numbers() {
        return changes.stream().flatMap(change -> change.numbers().stream()).toList();
    }

    private static void title(Article was, Article now, Damage damage, List<Change> changes) {
        String older = Objects.requireNonNullElse(was.title(), "");
        String newer = Objects.requireNonNullElse(now.title(), "");
        for (TextEdits.Edit edit : TextEdits.between(older, newer)) {
            changes.add(damage.classed(Part.TITLE, edit, older, newer, was.titleSpan(), now.titleSpan()));
        }
    }

    private static void text(Article was, Article now, Damage damage, List<Change> changes) {
        String older = was.text().toString();
        String newer = now.text().toString();
        for (TextEdits.Edit edit : TextEdits.between(older, newer)) {
            changes.add(
                    damage.classed(Part.TEXT, edit, older, newer, span(was, edit.before()), span(now, edit.after())));
        }
    }

    private static @Nullable Span span(Article article, Place place) {
        return place.start() == place.end() ? null : article.text().span(place.start(), place.end());
    }

    private static void whole(
            Part part, ChangeKind kind, @Nullable String was, @Nullable String now, List<Change> changes) {
        if (!Objects.equals(was, now)) {
            String older = was == null ? "" : was;
            String newer = now == null ? "" : now;
            List<NumberChange> numbers = kind == ChangeKind.NUMBER ? List.of(new NumberChange(was, now)) : List.of();
            changes.add(new Change(
                    kind,
                    part,
                    older,
                    newer,
                    new Place(0, older.length()),
                    new Place(0, newer.length()),
                    null,
                    null,
                    numbers));
        }
    }

    private static @Nullable String name(@Nullable Issuer issuer) {
        return issuer == null ? null : issuer.name();
    }

    private static @Nullable String number(Article article) {
        String number = article.documentNumber();
        return number == null ? null : number + (article.suffix() == null ? "" : article.suffix());
    }

    private static @Nullable String words(@Nullable Object date) {
        return date == null ? null : date.toString();
    }
}
