package org.lingqu.library.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.StatementQuery;

/** The filter of statements, as the list in the browser has it in its address. */
record ApiParameters(
        @Parameter(
                description = "地区：名称或六位区划代码，含下辖 · name or six-digit code; a province includes its cities",
                example = "广西")
        @Nullable String region,

        @Parameter(description = "指标：全名，或其中的词 · name, or words it contains", example = "高新技术企业") @Nullable String indicator,

        @Parameter(description = "时期起 · period begins not before", example = "2020") @Nullable String from,

        @Parameter(description = "时期止 · period ends not after", example = "2024") @Nullable String to,

        @Parameter(description = "STAT, COUNT, MISC") @Nullable String kind,

        @Parameter(description = "NONE, AGREES, ROUNDED, TRUNCATED, CONTRADICTS") @Nullable String verdict,

        @Parameter(description = "ACTUAL, PLAN, TARGET, FORECAST") @Nullable String status,

        @Parameter(description = "NONE, CONFIRMED, CORRECTED, REJECTED, ANY; without it all but the rejected") @Nullable String review,

        @Parameter(description = "原文或指标里的词，空格隔开 · words of the quote or the indicator") @Nullable String words,

        @Parameter(description = "NEWEST, INDICATOR, LARGEST, SMALLEST, PERIOD, PAGE") @Nullable String sort,

        @Parameter(description = "页码，从 1 起 · page of the answer, from 1", example = "1") @Nullable String page,

        @Parameter(description = "每页条数，1–200，默认 50 · statements a page", example = "50") @Nullable String size) {

    StatementQuery query() {
        Map<String, String> fields = new HashMap<>();
        put(fields, "region", region);
        put(fields, "indicator", indicator);
        put(fields, "from", from);
        put(fields, "to", to);
        put(fields, "kind", kind);
        put(fields, "verdict", verdict);
        put(fields, "status", status);
        put(fields, "review", review);
        put(fields, "words", words);
        put(fields, "sort", sort);
        put(fields, "page", page);
        return new StatementQuery(fields);
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
