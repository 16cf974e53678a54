package org.lingqu.library.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.search.SearchQuery;
import org.springframework.web.bind.annotation.BindParam;

/** A search, as the page of results has it in its address. */
record ApiSearchParameters(
        @Parameter(description = "检索词：中文、拼音、简称、文号均可；空则为全部 · words; empty for everything", example = "高企") @Nullable String q,

        @Parameter(description = "page 网页, statement 数据; may be repeated, as may the following") @Nullable List<String> kind,

        @Parameter(description = "地区的全路径，含下辖 · path of names", example = "广西壮族自治区/南宁市") @Nullable List<String> region,

        @Parameter(description = "发文机关 · issuer") @Nullable List<String> issuer,

        @Parameter(description = "年份，四位 · four digits", example = "2025") @Nullable List<String> year,

        @BindParam("article-kind")
        @Parameter(name = "article-kind", description = "NEWS, NOTICE, PLAN, STATISTICS …")
        @Nullable List<String> articleKind,

        @Parameter(description = "指标全名 · indicator") @Nullable List<String> indicator,

        @Parameter(description = "网站 · site") @Nullable List<String> site,

        @Parameter(description = "NONE, AGREES, ROUNDED, TRUNCATED, CONTRADICTS") @Nullable List<String> verdict,

        @Parameter(description = "发布日期起 · published not before", example = "2024") @Nullable String from,

        @Parameter(description = "发布日期止 · published not after", example = "2024-06") @Nullable String to,

        @Parameter(description = "NEWEST；空则最相关在前 · empty for the best match first") @Nullable String sort,

        @Parameter(description = "1 展开转载 · shows every reprint") @Nullable String all,

        @Parameter(description = "页码，从 1 起 · page of the answer, from 1", example = "1") @Nullable String page,

        @Parameter(description = "每页条数，1–100，默认 20 · results a page", example = "20") @Nullable String size) {

    SearchQuery query() {
        Map<String, List<String>> fields = new HashMap<>();
        put(fields, "kind", kind);
        put(fields, "region", region);
        put(fields, "issuer", issuer);
        put(fields, "year", year);
        put(fields, "article-kind", articleKind);
        put(fields, "indicator", indicator);
        put(fields, "site", site);
        put(fields, "verdict", verdict);
        put(fields, "q", one(q));
        put(fields, "from", one(from));
        put(fields, "to", one(to));
        put(fields, "sort", one(sort));
        put(fields, "all", one(all));
        return SearchQuery.of(fields);
    }

    private static @Nullable List<String> one(@Nullable String value) {
        return value == null ? null : List.of(value);
    }

    private static void put(Map<String, List<String>> fields, String name, @Nullable List<String> values) {
        if (values != null) {
            fields.put(name, values);
        }
    }
}
