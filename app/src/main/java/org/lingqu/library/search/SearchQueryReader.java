package org.lingqu.library.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.FilterProblem;
import org.lingqu.library.FilterProblem.Code;
import org.lingqu.library.Visibility;

/** Understands a {@link SearchQuery}; what it does not understand it tells, all at once, and leaves out. */
public final class SearchQueryReader {

    /** Results a page in the browser. */
    public static final int SIZE = 20;

    private static final int LONGEST = 300;

    private final SearchQuery query;
    private final List<FilterProblem> problems = new ArrayList<>();

    /** @param query as it was typed */
    public SearchQueryReader(SearchQuery query) {
        this.query = query;
    }

    /**
     * What is to be searched for.
     *
     * @param size results a page, 1 to {@value SearchRequest#MOST_A_PAGE}
     */
    public SearchRequest read(int size) {
        SearchRequest request = SearchRequest.of(query.words(), Visibility.PUBLIC);
        for (Dimension dimension : Dimension.values()) {
            List<String> usable = query.chosen(dimension).stream()
                    .filter(value -> isUsable(dimension.code(), value))
                    .toList();
            request = request.within(dimension, java.util.Set.copyOf(usable));
        }
        LocalDate first = day("from", query.from(), false);
        LocalDate last = day("to", query.to(), true);
        if (first != null && last != null && first.isAfter(last)) {
            problems.add(new FilterProblem(Code.PERIOD_REVERSED, "to", query.to()));
        } else {
            request = request.published(first, last);
        }
        if (query.sort().equals("NEWEST")) {
            request = request.in(SearchRequest.Order.NEWEST);
        } else if (!query.sort().isEmpty() && isUsable("sort", query.sort())) {
            problems.add(new FilterProblem(Code.CHOICE_UNKNOWN, "sort", query.sort()));
        }
        request = request.since(query.since());
        return (query.unfolded() ? request.unfolded() : request).page(query.page(), size);
    }

    private boolean isUsable(String field, String value) {
        if (value.length() > LONGEST) {
            problems.add(new FilterProblem(Code.TOO_LONG, field, value.substring(0, 40) + "…"));
            return false;
        }
        return true;
    }

    private @Nullable LocalDate day(String field, String typed, boolean end) {
        if (typed.isEmpty() || !isUsable(field, typed)) {
            return null;
        }
        try {
            return switch (typed.length()) {
                case 4 -> Year.parse(typed).atDay(end ? Year.parse(typed).length() : 1);
                case 7 ->
                    end
                            ? YearMonth.parse(typed).atEndOfMonth()
                            : YearMonth.parse(typed).atDay(1);
                default -> LocalDate.parse(typed);
            };
        } catch (DateTimeException e) {
            problems.add(new FilterProblem(Code.PERIOD_MALFORMED, field, typed));
            return null;
        }
    }

    /** What was not understood so far. */
    public List<FilterProblem> problems() {
        return List.copyOf(problems);
    }
}
