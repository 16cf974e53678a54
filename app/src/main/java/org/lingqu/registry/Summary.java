package org.lingqu.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;

/** The few facts of an enterprise that lists show. */
public final class Summary {

    private static final List<String> REVENUE = List.of("营业收入", "销售收入", "主营业务收入");
    private static final String RD = "研发费用";
    private static final String STAFF = "职工总数";
    private static final Set<String> FIGURES = Set.of("营业收入", "销售收入", "主营业务收入", RD, STAFF);

    /** Gives what is held. */
    public interface Held {
        /** The value of a fact and year; null where none is held. */
        @Nullable FactValue value(FactYear key);
    }

    private final Held held;
    private final @Nullable Integer year;

    /** Of a file. */
    public Summary(FirmFile file) {
        this(
                file.holdings().keySet(),
                key -> file.holding(key).map(Holding::value).orElse(null));
    }

    /**
     * Of what is held elsewhere.
     *
     * @param keys of which some may not be held
     */
    public Summary(Collection<FactYear> keys, Held held) {
        this.held = held;
        int newest = FactRef.NO_YEAR;
        boolean found = false;
        for (FactYear key : keys) {
            if ((!found || key.year() > newest) && FIGURES.contains(key.fact()) && held.value(key) != null) {
                newest = key.year();
                found = true;
            }
        }
        this.year = found ? Integer.valueOf(newest) : null;
    }

    /** Whether a fact decides for which year figures are shown. */
    static boolean isFigure(String fact) {
        return FIGURES.contains(fact);
    }

    /** How early a fact is asked for the revenue, from 0; -1 when it is not. */
    static int revenueRank(String fact) {
        return REVENUE.indexOf(fact);
    }

    /** See {@link Enterprise#figuresYear}. */
    public @Nullable Integer year() {
        return year;
    }

    /** 营业收入, else 销售收入, else 主营业务收入, in 元. */
    public @Nullable Double revenue() {
        for (String fact : REVENUE) {
            Optional<BigDecimal> figure = figure(fact);
            if (figure.isPresent()) {
                return figure.get().doubleValue();
            }
        }
        return null;
    }

    /** 研发费用 in 元. */
    public @Nullable Double rdCosts() {
        return figure(RD).map(BigDecimal::doubleValue).orElse(null);
    }

    /** 职工总数. */
    public @Nullable Integer staff() {
        return figure(STAFF)
                .filter(number -> number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0)
                .map(BigDecimal::intValue)
                .orElse(null);
    }

    /** A code without years; null when not held. */
    public @Nullable String code(String fact) {
        return held.value(FactYear.of(fact)) instanceof FactValue.Code(String code) ? code : null;
    }

    /** A day without years; null when not held. */
    public @Nullable LocalDate day(String fact) {
        return held.value(FactYear.of(fact)) instanceof FactValue.Day(LocalDate day) ? day : null;
    }

    private Optional<BigDecimal> figure(String fact) {
        Integer of = year;
        return of != null && held.value(new FactYear(fact, of)) instanceof FactValue.Amount(BigDecimal number)
                ? Optional.of(number)
                : Optional.empty();
    }
}
