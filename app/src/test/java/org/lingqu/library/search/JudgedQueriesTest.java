package org.lingqu.library.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lingqu.engine.text.lexicon.DataFile;
import org.lingqu.library.Visibility;

/** Queries as officers put them, judged by hand: nothing wrong is found, nothing that answers is lost, the best comes first. */
class JudgedQueriesTest {

    @TempDir
    Path folder;

    @Test
    void findsWhatAnswersAndNothingElse() {
        var wrong = new ArrayList<String>();
        int found = 0;
        int right = 0;
        int due = 0;
        try (var index = SearchIndex.open(folder, Synonyms.shipped())) {
            index.put(JudgedDocuments.all());
            index.refresh();
            List<String[]> queries = DataFile.rows(JudgedQueriesTest.class, "judged-queries.tsv");
            for (String[] row : queries) {
                var expected = new HashSet<String>();
                String best = "";
                for (String id : row[1].split(" ", -1)) {
                    String plain = id.replace("!", "");
                    best = id.endsWith("!") ? plain : best;
                    expected.add(plain);
                }
                List<String> ids =
                        index
                                .search(SearchRequest.of(row[0], Visibility.INTERNAL)
                                        .unfolded()
                                        .page(1, 100))
                                .hits()
                                .stream()
                                .map(Hit::id)
                                .toList();
                Set<String> hits = new HashSet<>(ids);
                if (expected.remove("*")) {
                    hits.retainAll(expected);
                }
                found += hits.size();
                due += expected.size();
                right += (int) hits.stream().filter(expected::contains).count();
                if (!hits.equals(expected)) {
                    wrong.add(row[0] + ": expected " + expected + ", got " + ids);
                } else if (!best.isEmpty() && !ids.getFirst().equals(best)) {
                    wrong.add(row[0] + ": expected " + best + " first, got " + ids);
                }
            }
            assertThat(queries).hasSizeGreaterThan(60);
        }
        assertThat(wrong)
                .as("precision %d/%d, recall %d/%d", right, found, right, due)
                .isEmpty();
    }
}
