package org.lingqu.policy.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lingqu.account.Actor;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Clause;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Grant;
import org.lingqu.engine.policy.pack.Parameter;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Score;
import org.lingqu.engine.policy.pack.Yield;
import org.lingqu.library.DocumentNumber;
import org.lingqu.library.DocumentPage;
import org.lingqu.library.DocumentPages;
import org.springframework.stereotype.Service;

/** Looks a policy's document up in the library. */
@Service
public final class Sources {

    /** So many pages of a number are told; search has the others. */
    public static final int MOST_PAGES = 8;

    private static final int MOST_NUMBERS = 4;
    private static final int MOST_QUOTES = 2;

    private final DocumentPages library;

    Sources(DocumentPages library) {
        this.library = library;
    }

    /** What is held of a policy's document and may be seen by somebody; of at most {@value #MOST_NUMBERS} numbers. */
    public PolicySources of(Actor actor, Policy policy) {
        List<DocumentNumber> numbers = DocumentNumber.in(policy.document()).stream()
                .limit(MOST_NUMBERS)
                .toList();
        Optional<List<DocumentPage>> found = library.of(actor, numbers, MOST_PAGES);
        List<DocumentPage> pages = found.orElse(List.of());
        return new PolicySources(
                numbers,
                pages.stream().collect(Collectors.groupingBy(DocumentPage::number)),
                quotes(
                        policy,
                        numbers,
                        pages.stream().filter(DocumentPage::itself).toList()),
                found.isPresent());
    }

    private static Map<String, List<ArticleQuote>> quotes(
            Policy policy, Collection<DocumentNumber> numbers, List<DocumentPage> documents) {
        if (documents.isEmpty()) {
            return Map.of();
        }
        var quotes = new HashMap<String, List<ArticleQuote>>();
        for (String article : articles(policy)) {
            List<ArticleQuote> found = ArticlePlace.of(article, numbers).stream()
                    .flatMap(place -> documents.stream()
                            .filter(page -> page.number().equals(place.number()))
                            .flatMap(page -> ArticleText.find(page.text(), place.article(), place.item())
                                    .map(citation -> new ArticleQuote(place, page, citation))
                                    .stream())
                            .limit(1))
                    .limit(MOST_QUOTES)
                    .toList();
            if (!found.isEmpty()) {
                quotes.put(article, found);
            }
        }
        return quotes;
    }

    private static Set<String> articles(Policy policy) {
        return clauses(policy)
                .map(Clause::article)
                .filter(article -> !article.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<Clause> clauses(Policy policy) {
        return Stream.of(
                        Stream.concat(policy.audience().stream(), Stream.of(policy.criteria()))
                                .flatMap(Sources::all),
                        policy.score().stream().flatMap(Sources::all),
                        policy.parameters().stream().map(Parameter::clause),
                        policy.grants().stream().map(Grant::clause),
                        policy.benefits().stream().map(Benefit::clause),
                        policy.yields().stream().map(Yield::clause))
                .flatMap(each -> each);
    }

    private static Stream<Clause> all(Criterion criterion) {
        Stream<Clause> parts = criterion instanceof Criterion.Group group
                ? group.parts().stream().flatMap(Sources::all)
                : Stream.empty();
        return Stream.concat(Stream.of(criterion.clause()), parts);
    }

    private static Stream<Clause> all(Score score) {
        return Stream.concat(Stream.of(score.clause()), score.parts().stream().flatMap(Sources::all));
    }
}
