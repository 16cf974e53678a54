package org.lingqu.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lingqu.account.Actor;
import org.lingqu.database.Database;
import org.lingqu.library.search.Dimension;
import org.lingqu.library.search.Found;
import org.lingqu.library.search.Search;
import org.lingqu.library.search.SearchRequest;
import org.lingqu.library.search.SearchUnavailable;
import org.lingqu.library.store.PageListRows;
import org.springframework.stereotype.Service;

/**
 * The pages of the library that are a document or name it. The index proposes them, the text decides: a page on which the number does
 * not stand is none. One question to the index for each number, one to the database for all of them.
 */
@Service
public final class DocumentPages {

    private static final int MOST_CITATIONS = 3;

    private final Search search;
    private final Database database;

    DocumentPages(Search search, Database database) {
        this.search = search;
        this.database = database;
    }

    /**
     * Those that somebody may see: the documents themselves first, then the newest. Empty while the index cannot be read.
     *
     * @param most how many of each number, 1 to 100; pages that say the same count once
     */
    public Optional<List<DocumentPage>> of(Actor actor, Collection<DocumentNumber> numbers, int most) {
        try {
            return Optional.of(found(actor, numbers, most));
        } catch (SearchUnavailable e) {
            return Optional.empty(); // the index says so in the log
        }
    }

    private List<DocumentPage> found(Actor actor, Collection<DocumentNumber> numbers, int most) {
        var proposed = new LinkedHashMap<DocumentNumber, List<Long>>();
        for (DocumentNumber number : numbers) {
            proposed.put(number, proposed(actor, number, most));
        }
        var ids = new LinkedHashSet<Long>();
        proposed.values().forEach(ids::addAll);
        if (ids.isEmpty()) {
            return List.of();
        }
        boolean staff = actor.role().isStaff();
        Map<Long, PageListRows.Text> texts = database.read(in -> PageListRows.texts(in, staff, List.copyOf(ids)));
        var pages = new ArrayList<DocumentPage>();
        proposed.forEach((number, all) -> all.forEach(id -> {
            PageListRows.Text text = texts.get(id);
            if (text != null) {
                DocumentPage page = page(number, text);
                if (page.itself() || !page.named().isEmpty()) {
                    pages.add(page);
                }
            }
        }));
        pages.sort(Comparator.comparing((DocumentPage page) -> !page.itself())
                .thenComparing(DocumentPage::published, Comparator.nullsLast(Comparator.reverseOrder())));
        return pages;
    }

    private List<Long> proposed(Actor actor, DocumentNumber number, int most) {
        SearchRequest request = SearchRequest.of(number.query(), Search.mayRead(actor))
                .within(Dimension.KIND, Set.of(Found.PAGE))
                .counting(Set.of())
                .page(1, most);
        return search.find(actor, request).hits().stream()
                .<Long>mapMulti((found, sink) -> {
                    if (found instanceof Found.OfPage(var hit, PageSummary page)) {
                        sink.accept(page.id());
                    }
                })
                .toList();
    }

    private static DocumentPage page(DocumentNumber number, PageListRows.Text found) {
        String own = found.documentNumber();
        List<Citation> named = number.placesIn(found.text()).stream()
                .limit(MOST_CITATIONS)
                .map(place -> Citation.of(found.text(), place.start(), place.end()))
                .toList();
        return new DocumentPage(
                number,
                found.page(),
                found.version(),
                found.title(),
                found.issuer(),
                found.issuerInferred(),
                found.published(),
                found.visibility(),
                own != null && !number.placesIn(own).isEmpty(),
                named,
                found.text());
    }
}
