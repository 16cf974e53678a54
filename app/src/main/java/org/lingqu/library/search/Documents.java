package org.lingqu.library.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.Visibility;

/** Between a {@link SearchDocument} and what the index holds of it. */
final class Documents {

    static final String ID = "id";
    static final String OWNER = "owner";
    static final String TITLE = "title";
    /** Issuer, regions, indicator and other names, to be found but shown elsewhere. */
    static final String NAMES = "names";

    static final String TEXT = "text";
    static final String NUMBER = "number";
    static final String VISIBILITY = "visibility";
    static final String GROUP = "group";
    static final String PUBLISHED = "published";
    /** When it came, and since when everybody may read it, as numbers of changes. */
    static final String ARRIVED = "arrived";

    static final String OPENED = "opened";
    private static final String SHOWN = "shown-";
    /** Lucene takes no term of more than 32,766 bytes. */
    private static final int LONGEST_TERM = 2_000;

    private Documents() {}

    static Document of(SearchDocument source, Words words) {
        var document = new Document();
        document.add(new StringField(ID, source.id(), Store.YES));
        document.add(new StringField(OWNER, source.owner(), Store.NO));
        searched(document, TITLE, source.title());
        searched(document, TEXT, source.text());
        names(source).forEach(name -> document.add(new TextField(NAMES, Fold.fold(name), Store.NO)));
        document.add(new StringField(VISIBILITY, source.visibility().name(), Store.YES));
        LocalDate published = source.published();
        if (published != null) {
            document.add(new LongField(PUBLISHED, published.toEpochDay(), Store.YES));
        }
        document.add(new LongField(ARRIVED, source.arrived(), Store.NO));
        document.add(new LongField(OPENED, source.opened(), Store.NO));
        String group = source.group();
        if (group != null) {
            document.add(new StringField(GROUP, term(group), Store.YES));
            document.add(new SortedDocValuesField(GROUP, new BytesRef(term(group))));
        }
        String number = source.documentNumber();
        if (number != null) {
            document.add(new StringField(NUMBER, term(QueryReader.documentNumber(number)), Store.NO));
            document.add(new StoredField(SHOWN + NUMBER, number));
        }
        String period = source.period();
        if (period != null) {
            document.add(new StoredField(SHOWN + "period", period));
        }
        if (!source.regions().isEmpty()) {
            document.add(new StoredField(SHOWN + "region", source.regions().getFirst()));
        }
        for (Dimension dimension : Dimension.values()) {
            for (String value : values(source, dimension)) {
                document.add(new StringField(
                        dimension.field(), term(value), dimension == Dimension.REGION ? Store.NO : Store.YES));
                document.add(new SortedSetDocValuesField(dimension.field(), new BytesRef(term(value))));
            }
        }
        Vocabulary.add(document, source, words);
        return document;
    }

    private static void searched(Document document, String field, String text) {
        document.add(new TextField(field, Fold.fold(text), Store.NO));
        document.add(new StoredField(SHOWN + field, text));
    }

    private static Stream<String> names(SearchDocument source) {
        String number = source.documentNumber();
        return Stream.concat(
                Stream.concat(source.regions().stream(), source.regionCodes().stream()),
                Stream.of(source.issuer(), source.indicator(), source.period(), source.site(), number)
                        .<String>mapMulti((value, sink) -> {
                            if (value != null) {
                                sink.accept(value);
                            }
                        }));
    }

    private static Set<String> values(SearchDocument source, Dimension dimension) {
        return switch (dimension) {
            case KIND -> Set.of(source.kind());
            case REGION -> withParents(source.regions());
            case ISSUER -> one(source.issuer());
            case YEAR -> one(year(source));
            case ARTICLE_KIND -> one(source.articleKind());
            case INDICATOR -> one(source.indicator());
            case SITE -> one(source.site());
            case VERDICT -> one(source.verdict());
        };
    }

    private static Set<String> one(@Nullable String value) {
        return value == null || value.isBlank() ? Set.of() : Set.of(value);
    }

    private static Set<String> withParents(List<String> paths) {
        var all = new LinkedHashSet<String>();
        for (String path : paths) {
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                all.add(path.substring(0, slash));
            }
            all.add(path);
        }
        all.remove("");
        return all;
    }

    private static @Nullable String year(SearchDocument source) {
        String period = source.period();
        LocalDate published = source.published();
        if (period != null && period.matches("[0-9]{4}.*")) {
            return period.substring(0, 4);
        }
        return published == null ? null : String.valueOf(published.getYear());
    }

    private static String term(String value) {
        return value.length() <= LONGEST_TERM ? value : value.substring(0, LONGEST_TERM);
    }

    /** What a hit shows of the document with this number. */
    static Hit hit(Document stored, Marker marker, int alike) {
        String text = shown(stored, TEXT);
        String published = stored.get(PUBLISHED);
        return new Hit(
                stored.get(ID),
                stored.get(Dimension.KIND.field()),
                marker.whole(shown(stored, TITLE)),
                marker.fragments(text),
                stored.get(Dimension.ISSUER.field()),
                stored.get(SHOWN + "region"),
                stored.get(Dimension.INDICATOR.field()),
                stored.get(SHOWN + "period"),
                stored.get(Dimension.ARTICLE_KIND.field()),
                published == null ? null : LocalDate.ofEpochDay(Long.parseLong(published)),
                stored.get(Dimension.SITE.field()),
                stored.get(SHOWN + NUMBER),
                Visibility.valueOf(stored.get(VISIBILITY)),
                stored.get(GROUP),
                alike);
    }

    /** Title and text, folded. */
    static List<String> searchedTexts(StoredFields fields, int document) throws java.io.IOException {
        Document stored = fields.document(document, Set.of(SHOWN + TITLE, SHOWN + TEXT));
        var texts = new ArrayList<String>();
        texts.add(Fold.fold(shown(stored, TITLE)));
        texts.add(Fold.fold(shown(stored, TEXT)));
        return texts;
    }

    private static String shown(Document stored, String field) {
        String value = stored.get(SHOWN + field);
        return value == null ? "" : value;
    }
}
