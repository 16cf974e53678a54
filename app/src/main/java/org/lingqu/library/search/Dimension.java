package org.lingqu.library.search;

/** By what results are counted and filtered. */
public enum Dimension {
    /** Page, statement and whatever else is in the index. */
    KIND("kind"),
    /** Path of names, {@code 广西壮族自治区/南宁市}; a district counts for its city and its province too. */
    REGION("region"),
    /** 发文机关. */
    ISSUER("issuer"),
    /** Four digits: of the period of a statement, otherwise of the day a page was published. */
    YEAR("year"),
    /** 通知, 统计公报, … as {@code ArticleKind} codes. */
    ARTICLE_KIND("article-kind"),
    /** 指标. */
    INDICATOR("indicator"),
    /** The site a page was taken from. */
    SITE("site"),
    /** What arithmetic says of a statement, as {@code Verdict} codes. */
    VERDICT("verdict");

    private final String code;

    Dimension(String code) {
        this.code = code;
    }

    /** As it stands in an address: lower case, with hyphens. */
    public String code() {
        return code;
    }

    /** The field of the index that holds it. */
    String field() {
        return "by-" + code;
    }
}
