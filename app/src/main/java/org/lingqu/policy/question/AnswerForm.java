package org.lingqu.policy.question;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.FactYear;
import org.lingqu.registry.Places;
import org.lingqu.registry.Said;
import org.lingqu.registry.TitleSpan;
import org.lingqu.registry.Typed;
import org.lingqu.registry.TypedValues;
import org.lingqu.registry.TypedValues.Problem;

/**
 * Answers as typed, so that nothing has to be typed again.
 *
 * @param fields by the name of {@link Asked#field}; the unit of money stands beside as {@code unit.FIELD}, the days of a title as
 *     {@code from.FIELD} and {@code until.FIELD}
 */
public record AnswerForm(Map<String, String> fields) {

    /** What money can be typed in, with what it is multiplied by to be 元. */
    public static final List<String> UNITS = List.of("万元", "亿元", "元");

    /** Words for a title that is held, and for one that is not. */
    public static final String YES = "是";

    public static final String NO = "否";

    private static final int EARLIEST_YEAR = 1949;
    private static final int LONGEST = 2000;

    public AnswerForm {
        var kept = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> kept.put(name, value.strip()));
        fields = Map.copyOf(kept);
    }

    /** Nothing is typed. */
    public static AnswerForm empty() {
        return new AnswerForm(Map.of());
    }

    /** As typed; empty when not given. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /**
     * What it says, with all that is wrong with it.
     *
     * @param said empty when nothing was typed
     */
    record Read(Said said, List<Problem> problems) {
        Read {
            problems = List.copyOf(problems);
        }
    }

    /**
     * @param saidOn the day that the answers speak of
     * @param own whether an enterprise answers for itself: what only offices supply is not taken from it
     */
    Read read(InstalledPack installed, LocalDate saidOn, boolean own, Places places) {
        Facts facts = installed.facts();
        var problems = new ArrayList<Problem>();
        var typed = new ArrayList<TypedValues.Typed>();
        var held = new TreeMap<String, List<TitleSpan>>();
        for (String field : new java.util.TreeSet<>(fields.keySet())) {
            if (field.startsWith("fact.") && !get(field).isEmpty()) {
                fact(field, facts, saidOn, own, typed, problems);
            } else if (field.startsWith("title.") && installed.titles().contains(field.substring("title.".length()))) {
                title(field, held, problems);
            }
        }
        TypedValues values = TypedValues.read(typed, facts, saidOn, places);
        problems.addAll(values.problems());
        return new Read(Said.of(null, null, values.values(), held, Map.of(), Map.of()), problems);
    }

    private void fact(
            String field,
            Facts facts,
            LocalDate today,
            boolean own,
            List<TypedValues.Typed> typed,
            List<Problem> problems) {
        Optional<FactYear> key = key(field.substring("fact.".length()), facts, today);
        if (key.isEmpty()) {
            problems.add(new Problem(field, "NOT_A_FACT", null));
            return;
        }
        Fact fact = java.util.Objects.requireNonNull(facts.get(key.get().fact()));
        if (own && !fact.suppliers().contains(Supplier.FIRM)) {
            problems.add(new Problem(field, "OFFICES_ONLY", null));
        } else if (get(field).length() > LONGEST) {
            problems.add(new Problem(field, "TOO_LONG", null));
        } else {
            typed.add(new TypedValues.Typed(field, key.get(), factor(fact, field), get(field)));
        }
    }

    private static Optional<FactYear> key(String name, Facts facts, LocalDate today) {
        int point = name.lastIndexOf('.');
        String fact = point < 0 ? name : name.substring(0, point);
        String year = point < 0 ? "" : name.substring(point + 1);
        Fact known = facts.get(fact);
        if (known == null || known.isYearly() == year.isEmpty() || (!year.isEmpty() && !year.matches("\\d{4}"))) {
            return Optional.empty();
        }
        int of = year.isEmpty() ? FactRef.NO_YEAR : Integer.parseInt(year);
        return known.isYearly() && (of < EARLIEST_YEAR || of > today.getYear())
                ? Optional.empty()
                : Optional.of(new FactYear(fact, of));
    }

    private BigDecimal factor(Fact fact, String field) {
        return switch (fact.type()) {
            case MONEY ->
                switch (get("unit." + field)) {
                    case "亿元" -> new BigDecimal(100_000_000);
                    case "元" -> BigDecimal.ONE;
                    default -> new BigDecimal(10_000); // what the form proposes
                };
            case RATIO -> new BigDecimal("0.01");
            default -> BigDecimal.ONE;
        };
    }

    private void title(String field, Map<String, List<TitleSpan>> held, List<Problem> problems) {
        String title = field.substring("title.".length());
        String from = get("from." + field);
        String until = get("until." + field);
        switch (get(field)) {
            case YES -> {
                Optional<LocalDate> first = Typed.day(from);
                Optional<LocalDate> last = Typed.day(until);
                if (first.isEmpty()) {
                    problems.add(new Problem("from." + field, from.isEmpty() ? "NO_FIRST_DAY" : "NO_SUCH_DAY", null));
                } else if (last.isEmpty() && !until.isEmpty()) {
                    problems.add(new Problem("until." + field, "NO_SUCH_DAY", null));
                } else if (last.isPresent() && last.get().isBefore(first.get())) {
                    problems.add(new Problem("until." + field, "ENDS_BEFORE_IT_BEGINS", null));
                } else {
                    held.put(title, List.of(new TitleSpan(first.get(), last.orElse(null))));
                }
            }
            case NO -> {
                if (from.isEmpty() && until.isEmpty()) {
                    held.put(title, List.of());
                } else {
                    problems.add(new Problem(field, "DAYS_OF_NO_TITLE", null));
                }
            }
            default -> {
                if (!from.isEmpty() || !until.isEmpty()) {
                    problems.add(new Problem(field, "DAYS_WITHOUT_ANSWER", null));
                }
            }
        }
    }

    /** The unit that stands behind a figure of a fact: of what it counts, % for a share; empty for money, whose unit is chosen. */
    public static String unit(Fact fact) {
        return fact.type() == FactType.RATIO ? "%" : fact.type() == FactType.COUNT ? fact.unit() : "";
    }
}
