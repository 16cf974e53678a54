package org.lingqu.library.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.lexicon.DataFile;
import org.lingqu.library.Visibility;

/** The documents that the judged queries are put to. */
final class JudgedDocuments {

    private JudgedDocuments() {}

    static List<SearchDocument> all() {
        return DataFile.rows(JudgedDocuments.class, "judged-documents.tsv").stream()
                .map(JudgedDocuments::document)
                .toList();
    }

    private static SearchDocument document(String[] row) {
        String published = given(row[9]);
        return SearchDocument.of(row[0], row[1], row[3], row[12])
                .visibility(row[2].equals("public") ? Visibility.PUBLIC : Visibility.INTERNAL)
                .issuer(given(row[4]))
                .region(given(row[5]), null)
                .indicator(given(row[6]))
                .period(given(row[7]))
                .articleKind(given(row[8]))
                .published(published == null ? null : LocalDate.parse(published))
                .documentNumber(given(row[10]))
                .group(given(row[11]))
                .build();
    }

    private static @Nullable String given(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
