package org.lingqu.registry;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;

/** The few facts of a file that lists show. */
public final class Summary {

    private static final String[] REVENUE = {"营业收入", "销售收入", "主营业务收入"};
    private static final String RD = "研发费用";
    private static final String STAFF = "职工总数";

    private final FirmFile file;
    private final @Nullable Integer year;

    /** Of a file. */
    public Summary(FirmFile file) {
        this.file = file;
        this.year = file.holdings().keySet().stream()
                .filter(key ->
                        Stream.concat(Stream.of(REVENUE), Stream.of(RD, STAFF)).anyMatch(key.fact()::equals))
                .map(FactYear::year)
                .max(Integer::compare)
                .orElse(null);
    }

    /** See {@link Enterprise#figuresYear}. */
    public @Nullable Integer year() {
        return year;
    }

    /** 营业收入, else 销售收入, else 主营业务收入, in 元. */
    public @Nullable Double revenue() {
        return Stream.of(REVENUE)
                .map(this::figure)
                .flatMap(Optional::stream)
                .findFirst()
                .map(BigDecimal::doubleValue)
                .orElse(null);
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
        return file.holding(FactYear.of(fact))
                .map(held -> held.value() instanceof FactValue.Code(String code) ? code : null)
                .orElse(null);
    }

    /** A day without years; null when not held. */
    public java.time.@Nullable LocalDate day(String fact) {
        return file.holding(FactYear.of(fact))
                .map(held -> held.value() instanceof FactValue.Day(var day) ? day : null)
                .orElse(null);
    }

    private Optional<BigDecimal> figure(String fact) {
        return file.holding(new FactYear(fact, Objects.requireNonNullElse(year, FactRef.NO_YEAR)))
                .map(held -> held.value() instanceof FactValue.Amount(var number) ? number : null);
    }
}
