package org.lingqu.library.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.Quotes;
import org.lingqu.library.store.IndexRows;
import org.lingqu.library.store.IndexRows.PageText;
import org.lingqu.library.store.IndexRows.StatementText;

/** A page and each of its statements as documents of the index; the statements come and go with their page. */
final class PageDocuments {

    /** Regions a page is found by: those it says most of. */
    private static final int MOST_REGIONS = 10;

    private PageDocuments() {}

    /** Id of a page in the index. */
    static String id(long page) {
        return "page:" + page;
    }

    /** The documents of pages, by page. */
    static Map<Long, List<SearchDocument>> of(DSLContext in, List<Long> pages) {
        Map<Long, List<StatementText>> statements = IndexRows.statements(in, pages);
        var documents = new LinkedHashMap<Long, List<SearchDocument>>();
        for (PageText page : IndexRows.pages(in, pages)) {
            documents.put(page.id(), of(page, statements.getOrDefault(page.id(), List.of())));
        }
        return documents;
    }

    private static List<SearchDocument> of(PageText page, List<StatementText> statements) {
        var documents = new ArrayList<SearchDocument>(statements.size() + 1);
        documents.add(page(page, statements));
        statements.forEach(statement -> documents.add(statement(page, statement)));
        return documents;
    }

    private static SearchDocument page(PageText page, List<StatementText> statements) {
        var codes = new HashMap<String, @Nullable String>();
        var counts = new LinkedHashMap<String, Integer>();
        for (StatementText statement : statements) {
            if (statement.region() != null) {
                counts.merge(statement.region(), 1, Integer::sum);
                codes.put(statement.region(), statement.regionCode());
            }
        }
        List<String> regions = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_REGIONS)
                .map(Map.Entry::getKey)
                .toList();
        return SearchDocument.of(id(page.id()), Found.PAGE, page.title(), page.text())
                .issuer(page.issuer())
                .regions(
                        regions,
                        regions.stream()
                                .map(codes::get)
                                .filter(Objects::nonNull)
                                .toList())
                .articleKind(page.kind())
                .published(page.published())
                .site(page.site())
                .documentNumber(page.documentNumber())
                .visibility(page.visibility())
                .arrived(page.arrived(), page.opened())
                .group(page.sameAs())
                .build();
    }

    private static SearchDocument statement(PageText page, StatementText statement) {
        return SearchDocument.of(
                        "statement:" + statement.id(),
                        Found.STATEMENT,
                        statement.indicator(),
                        words(page.text(), statement))
                .owner(id(page.id()))
                .issuer(page.issuer())
                .region(statement.region(), statement.regionCode())
                .indicator(statement.indicator())
                .period(statement.period())
                .articleKind(page.kind())
                .published(page.published())
                .site(page.site())
                .visibility(page.visibility())
                .arrived(statement.arrived(), page.opened())
                .verdict(statement.verdict())
                .group(group(page, statement))
                .build();
    }

    /** The words as they stand in the clean text, where personal data is masked; those of the file only where the text lacks them. */
    private static String words(String text, StatementText statement) {
        boolean inText = statement.textStart() >= 0 && statement.textEnd() <= text.length();
        return inText ? text.substring(statement.textStart(), statement.textEnd()) : Quotes.words(statement.quote());
    }

    /** What pages of one group say alike is one thing said several times. */
    private static @Nullable String group(PageText page, StatementText statement) {
        return page.sameAs() == null
                ? null
                : String.join(
                        "|",
                        page.sameAs(),
                        statement.indicator(),
                        Objects.toString(statement.region(), ""),
                        Objects.toString(statement.period(), ""),
                        Objects.toString(statement.value(), ""),
                        Objects.toString(statement.unit(), ""));
    }
}
