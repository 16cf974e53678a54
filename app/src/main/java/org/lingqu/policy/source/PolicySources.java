package org.lingqu.policy.source;

import java.util.List;
import java.util.Map;
import org.lingqu.library.DocumentNumber;
import org.lingqu.library.DocumentPage;

/**
 * What the library holds of a policy's document, as far as somebody may see it.
 *
 * @param numbers of the document, in its order; empty where it has none
 * @param pages that are the document or name it, by number
 * @param quotes the words of articles, by what a clause calls them
 * @param readable whether the library could be asked; otherwise nothing is told
 */
public record PolicySources(
        List<DocumentNumber> numbers,
        Map<DocumentNumber, List<DocumentPage>> pages,
        Map<String, List<ArticleQuote>> quotes,
        boolean readable) {

    public PolicySources {
        numbers = List.copyOf(numbers);
        pages = Map.copyOf(pages);
        quotes = Map.copyOf(quotes);
    }

    /** The pages of a number: the document itself first, then the newest. */
    public List<DocumentPage> of(DocumentNumber number) {
        return pages.getOrDefault(number, List.of());
    }
}
