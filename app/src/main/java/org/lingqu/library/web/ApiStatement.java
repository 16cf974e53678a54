package org.lingqu.library.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement;
import org.lingqu.library.FoundStatement;
import org.lingqu.library.ReviewState;
import org.lingqu.library.StoredStatement;
import org.lingqu.library.Verdict;

/** A statement as programs get it. */
@Schema(
        name = "Statement",
        description = "数据：网页里的一句带数的话 · something a page says that has a figure, a share, a growth or a rank")
public record ApiStatement(
        @Schema(description = "编号 · number of the statement")
        long id,

        @Schema(description = "网页编号 · number of the page") long page,

        @Schema(description = "在网页上的序号，从 1 起 · its number on the page, from 1")
        int ordinal,

        Statement.Kind kind,
        @Schema(description = "指标 · what is measured") String indicator,

        @Schema(description = "地区，自上而下 · path of names", example = "广西壮族自治区/南宁市") @Nullable String region,

        @Schema(description = "行政区划代码 GB/T 2260", example = "450100") @Nullable String regionCode,

        @Schema(description = "时期 · year, month or day, or two of them with a slash", example = "2024") @Nullable String period,

        @Schema(description = "数值，以 unit 计 · exact value in unit", type = "string", example = "2560000000") @Nullable String value,

        @Schema(description = "范围的上限 · upper end of a range") @Nullable String valueMax,

        @Schema(description = "基本单位 · base unit, never 万 or 亿", example = "元") @Nullable String unit,

        @Schema(description = "约、超、近、以上、以内 · what a word beside the figure makes of it")
        Statement.@Nullable Approximation approximation,

        @Schema(description = "增长，% · growth in per cent") @Nullable BigDecimal growthPct,

        @Schema(description = "yoy, annual_average, cumulative, vs_YYYY") @Nullable String growthBasis,

        @Schema(description = "占比，% · share in per cent") @Nullable BigDecimal sharePct,

        @Schema(description = "位次 · rank, from 1") @Nullable Integer rank,

        @Schema(description = "实际、计划、目标、预测 · whether it came about")
        Statement.Status status,

        @Schema(description = "据谁 · who says so when it is not the issuer") @Nullable String saidBy,

        @Schema(description = "算术核对 · the worst of the arithmetic checks")
        Verdict verdict,

        List<ApiCheck> checks,

        @Schema(description = "复核 · what a person said of it")
        ReviewState review,

        @Schema(description = "机器的读法，人工更正过才有 · the machine's reading, where a person's stands above") @Nullable ApiReading machine,

        ApiCitation citation) {

    /** An arithmetic check. */
    @Schema(name = "Check", description = "算术核对 · what arithmetic says of a figure")
    public record ApiCheck(String rule, BigDecimal computed, BigDecimal stated, String verdict) {}

    /** What the machine read. */
    @Schema(name = "MachineReading", description = "机器的读法 · what the machine read")
    public record ApiReading(
            String indicator,
            @Nullable String region,
            @Nullable String period,
            @Nullable String value,
            @Nullable String unit) {}

    /** Where it stands. */
    @Schema(name = "Citation", description = "出处 · where it stands, and the words there")
    public record ApiCitation(
            @Schema(description = "原话 · the words as in the file")
            String quote,

            @Schema(description = "原文件中的起点，码点，含 · first code point in the decoded file, inclusive")
            int start,

            @Schema(description = "终点，不含 · code point after the last")
            int end,

            @Schema(description = "网页标题 · title of the page")
            String title,

            @Schema(description = "发文机关 · who says it") @Nullable String issuer,

            @Nullable LocalDate published,
            @Nullable String documentNumber,

            @Schema(description = "网址 · where the page was on the web") @Nullable String address,

            @Schema(description = "在灵渠里查看 · where to see it here")
            String link) {}

    static ApiStatement of(FoundStatement found) {
        StoredStatement stored = found.statement();
        Statement s = stored.reading();
        Statement machine = stored.machine();
        return new ApiStatement(
                stored.id(),
                stored.page(),
                stored.ordinal(),
                s.kind(),
                s.indicator(),
                s.region(),
                s.regionCode(),
                s.period(),
                plain(s.value()),
                plain(s.valueMax()),
                s.unit(),
                s.approx(),
                s.growthPct(),
                s.growthBasis(),
                s.sharePct(),
                s.rank() == null ? null : s.rank().value(),
                s.status(),
                s.saidBy(),
                stored.verdict(),
                s.checks().stream()
                        .map(check -> new ApiCheck(
                                check.rule(),
                                check.computed(),
                                check.stated(),
                                check.verdict().name()))
                        .toList(),
                stored.review(),
                machine == null
                        ? null
                        : new ApiReading(
                                machine.indicator(),
                                machine.region(),
                                machine.period(),
                                plain(machine.value()),
                                machine.unit()),
                new ApiCitation(
                        s.quote(),
                        stored.place().start(),
                        stored.place().end(),
                        found.origin().title(),
                        found.origin().issuer(),
                        found.origin().published(),
                        found.origin().documentNumber(),
                        found.origin().address(),
                        "/library/statements/" + stored.id()));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
