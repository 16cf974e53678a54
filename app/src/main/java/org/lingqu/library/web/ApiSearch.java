package org.lingqu.library.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.search.Found;
import org.lingqu.library.search.Highlighted;
import org.lingqu.library.search.Hit;
import org.lingqu.library.search.Search;
import org.lingqu.library.search.SearchResult;
import org.lingqu.library.search.Understood;

/** Results of a search as programs get them. */
@Schema(name = "SearchResults", description = "检索结果 · results of a search")
record ApiSearch(
        @Schema(description = "条数，转载逐条计 · how many, every reprint counted")
        int total,

        @Schema(description = "时间用尽时为假，可能还有 · false when time ran out and there may be more")
        boolean complete,

        int page,
        int size,

        @Schema(description = "下一页 · the next part") @Nullable String next,

        @Schema(description = "尚未收入索引的改动数 · changes that are not in the index yet")
        long behind,

        @Schema(description = "怎样理解检索词 · how the words were read")
        List<ApiTerm> understood,

        List<ApiHit> items,

        @Schema(description = "各维度的取值与条数 · values of each dimension with their counts")
        Map<String, List<SearchResult.FacetValue>> facets,

        @Schema(description = "没有找到时还可以怎样找 · what else to try")
        SearchResult.Help help) {

    /** A word that was looked for. */
    @Schema(name = "SearchTerm", description = "检索词 · a word that was looked for")
    record ApiTerm(
            String text,
            Understood.Kind kind,

            @Schema(description = "是否排除 · whether results must not have it")
            boolean excluded,

            @Schema(description = "同时检索的词 · what was looked for beside it")
            List<Understood.Alternative> alternatives) {}

    /** A piece of text with the words in it. */
    @Schema(name = "Highlighted", description = "带命中位置的文字 · text with places of the words, UTF-16")
    record ApiHighlight(String text, List<Highlighted.Mark> marks) {

        static ApiHighlight of(Highlighted words) {
            return new ApiHighlight(words.text(), words.marks());
        }
    }

    /** One result. */
    @Schema(name = "SearchHit", description = "一条结果 · one result")
    record ApiHit(
            @Schema(description = "page 网页, statement 数据") String kind,

            @Schema(description = "编号，用于 /api/pages/{id} 等 · number of the page or the statement")
            long id,

            ApiHighlight title,

            @Schema(description = "命中片段 · passages that show why it was found")
            List<ApiHighlight> fragments,

            @Nullable String issuer,
            @Nullable LocalDate published,
            @Nullable String documentNumber,
            @Nullable String region,
            @Nullable String indicator,
            @Nullable String period,

            @Schema(description = "另有几条相同的转载 · how many more say the same")
            int alike,

            @Schema(description = "在灵渠里查看 · where to see it here")
            String link) {

        static ApiHit of(Found found) {
            Hit hit = found.hit();
            long id = switch (found) {
                case Found.OfPage of -> of.page().id();
                case Found.OfStatement of -> of.found().statement().id();
            };
            String link = switch (found) {
                case Found.OfPage of -> "/library/pages/" + id;
                case Found.OfStatement of -> "/library/statements/" + id;
            };
            return new ApiHit(
                    hit.kind(),
                    id,
                    ApiHighlight.of(hit.title()),
                    hit.fragments().stream().map(ApiHighlight::of).toList(),
                    hit.issuer(),
                    hit.published(),
                    hit.documentNumber(),
                    hit.region(),
                    hit.indicator(),
                    hit.period(),
                    hit.alike(),
                    link);
        }
    }

    static ApiSearch of(Search.Results results, int page, int size, @Nullable String next) {
        SearchResult result = results.result();
        var facets = new LinkedHashMap<String, List<SearchResult.FacetValue>>();
        result.facets().forEach((dimension, values) -> facets.put(dimension.code(), values));
        return new ApiSearch(
                result.total(),
                result.complete(),
                page,
                size,
                next,
                results.behind(),
                result.understood().terms().stream()
                        .map(term -> new ApiTerm(term.text(), term.kind(), term.excluded(), term.alternatives()))
                        .toList(),
                results.hits().stream().map(ApiHit::of).toList(),
                facets,
                result.help());
    }
}
