package org.lingqu.library;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.gazetteer.Division;
import org.lingqu.engine.text.gazetteer.Divisions;

/** Understands a {@link StatementQuery}; what it does not understand it tells, all at once, and leaves out. */
final class FilterReader {

    private static final Pattern PERIOD = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");
    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final int LONGEST = 200;

    private final StatementQuery query;
    private final List<FilterProblem> problems = new ArrayList<>();

    FilterReader(StatementQuery query) {
        this.query = query;
    }

    /** @param indicators the names of indicators that a word stands for */
    StatementFilter read(Function<String, List<String>> indicators) {
        StatementQuery.NAMES.stream()
                .filter(name -> query.get(name).length() > LONGEST)
                .forEach(name -> refuse(FilterProblem.Code.TOO_LONG, name));
        String indicator = text("indicator");
        String from = period("from");
        String to = period("to");
        if (from != null && to != null && from.compareTo(to + "-99-99") > 0) {
            refuse(FilterProblem.Code.PERIOD_REVERSED, "to");
            from = null;
            to = null;
        }
        ReviewChoice review = choice("review", ReviewChoice.class);
        StatementOrder order = choice("sort", StatementOrder.class);
        StatementOrder usual = indicator.isEmpty() ? StatementOrder.NEWEST : StatementOrder.INDICATOR;
        return new StatementFilter(
                region(),
                indicator.isEmpty() ? null : indicators.apply(indicator),
                from,
                to,
                choice("kind", Statement.Kind.class),
                choice("verdict", Verdict.class),
                choice("status", Statement.Status.class),
                review == null ? ReviewChoice.USABLE : review,
                text("words").isEmpty() ? List.of() : List.of(text("words").split("\\s+")),
                order == null ? usual : order);
    }

    List<FilterProblem> problems() {
        return List.copyOf(problems);
    }

    private String text(String field) {
        String value = query.get(field);
        return value.length() > LONGEST ? "" : value;
    }

    private @Nullable RegionChoice region() {
        String asked = text("region");
        if (asked.isEmpty()) {
            return null;
        }
        if (CODE.matcher(asked).matches()) {
            Optional<Division> division = Divisions.standard().byCode(asked);
            if (division.isEmpty()) {
                refuse(FilterProblem.Code.REGION_CODE_UNKNOWN, "region");
            }
            return division.map(RegionChoice.Within::new).orElse(null);
        }
        return Regions.named(asked).stream()
                .findFirst()
                .<RegionChoice>map(RegionChoice.Within::new)
                .orElseGet(() -> new RegionChoice.Named(asked));
    }

    private @Nullable String period(String field) {
        String value = text(field).replace('年', '-').replace('月', '-').replace("日", "");
        value = value.endsWith("-") ? value.substring(0, value.length() - 1) : value;
        if (value.isEmpty()) {
            return null;
        }
        if (!isPeriod(value)) {
            refuse(FilterProblem.Code.PERIOD_MALFORMED, field);
            return null;
        }
        return value;
    }

    /** Whether it is a year, a month or a day of the calendar. */
    static boolean isPeriod(String value) {
        if (!PERIOD.matcher(value).matches()) {
            return false;
        }
        try {
            return switch (value.length()) {
                case 4 -> true;
                case 7 -> YearMonth.parse(value) != null;
                default -> LocalDate.parse(value) != null;
            };
        } catch (DateTimeException e) {
            return false;
        }
    }

    private <E extends Enum<E>> @Nullable E choice(String field, Class<E> choices) {
        String value = text(field);
        if (value.isEmpty()) {
            return null;
        }
        try {
            return Enum.valueOf(choices, value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            refuse(FilterProblem.Code.CHOICE_UNKNOWN, field);
            return null;
        }
    }

    private void refuse(FilterProblem.Code code, String field) {
        String value = query.get(field);
        problems.add(new FilterProblem(code, field, value.length() > LONGEST ? value.substring(0, 40) + "…" : value));
    }
}
