package org.lingqu.library.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.ArticleKind;
import org.lingqu.engine.text.WarningCode;
import org.lingqu.library.FoundStatement;
import org.lingqu.library.Origin;
import org.lingqu.library.Page;
import org.lingqu.library.PageVersion;
import org.lingqu.library.StoredStatement;
import org.lingqu.library.Visibility;

/** A page as programs get it, with everything that was read from it. */
@Schema(name = "Page", description = "网页 · a page with what was read from it")
public record ApiPage(
        ApiOrigin page,

        @Schema(description = "第几版，从 1 起 · number of the version, from 1")
        int version,

        @Schema(description = "快照的 SHA-256 · of the snapshot")
        String sha256,

        @Schema(description = "解码所用字符集 · charset it was decoded with")
        String charset,

        ArticleKind kind,

        @Schema(description = "发文机关是推断的 · whether the issuer was inferred")
        boolean issuerInferred,

        @Schema(description = "成文日期 · date written") @Nullable LocalDate written,

        @Schema(description = "事件日期 · when what is told happened") @Nullable LocalDate event,

        @Schema(description = "转载链 · from the first publisher to the site it was taken from")
        List<String> reprintChain,

        @Schema(description = "正文，一段一行，个人信息已遮盖 · clean text, one paragraph a line, personal data masked")
        String text,

        List<ApiWarning> warnings,
        @Schema(description = "提到的政策 · policies named") List<ApiPolicy> policies,
        List<ApiStatement> statements) {

    /** A page in a list. */
    @Schema(name = "PageSummary", description = "网页概要 · as much of a page as a citation needs")
    public record ApiOrigin(
            long id,
            String title,

            @Schema(description = "发文机关 · who says it") @Nullable String issuer,

            @Schema(description = "发布日期 · date published") @Nullable LocalDate published,

            @Schema(description = "文号 · document number") @Nullable String documentNumber,

            @Schema(description = "网址 · where it was on the web") @Nullable String address,

            Visibility visibility,

            @Schema(description = "在灵渠里查看 · where to see it here")
            String link) {

        static ApiOrigin of(Origin origin) {
            return new ApiOrigin(
                    origin.page(),
                    origin.title(),
                    origin.issuer(),
                    origin.published(),
                    origin.documentNumber(),
                    origin.address(),
                    origin.visibility(),
                    "/library/pages/" + origin.page());
        }
    }

    /** A warning. */
    @Schema(name = "Warning", description = "提示 · what a reader should know before relying on the page")
    public record ApiWarning(WarningCode code, String says) {}

    /** A policy the page names. */
    @Schema(name = "PolicyNamed", description = "提到的政策 · a policy the page names")
    public record ApiPolicy(
            String title,
            @Nullable String documentNumber,
            @Nullable String issuer) {}

    static ApiPage of(Page page, PageVersion version, List<StoredStatement> statements) {
        var origin = new Origin(
                page.id(),
                version.title() == null ? page.name() : version.title(),
                version.issuer(),
                version.published(),
                version.documentNumber(),
                page.address(),
                page.visibility());
        return new ApiPage(
                ApiOrigin.of(origin),
                version.number(),
                version.sha256(),
                version.charset(),
                version.kind(),
                version.issuerInferred(),
                version.written(),
                version.event(),
                version.details().reprintChain(),
                version.text(),
                version.details().warnings().stream()
                        .map(warning -> new ApiWarning(warning.code(), warning.says()))
                        .toList(),
                version.details().policies().stream()
                        .map(policy -> new ApiPolicy(policy.title(), policy.documentNumber(), policy.issuer()))
                        .toList(),
                statements.stream()
                        .map(statement -> ApiStatement.of(new FoundStatement(statement, origin)))
                        .toList());
    }
}
