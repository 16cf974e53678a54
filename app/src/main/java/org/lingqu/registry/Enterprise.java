package org.lingqu.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise as lists show it.
 *
 * @param code 统一社会信用代码; null while no source has given one
 * @param regionCode GB/T 2260
 * @param industryCode GB/T 4754
 * @param sizeClass 大型, 中型, 小型 or 微型, worked out by 工信部联企业〔2011〕300号 where the figures allow it; null where they do not
 * @param revenue 营业收入 in 元, else 销售收入
 * @param rdCosts 研发费用 in 元
 * @param figuresYear the newest year for which any of the three figures is held, and of which they are; null when none is
 * @param conflicts for how many values sources disagree
 * @param claims of how many titles it alone says that it holds them, and an office has still to look at that
 * @param listed false once every entry about it was undone
 * @param rowVersion counts changes, so that two people who change the same file notice
 */
public record Enterprise(
        long id,
        @Nullable String code,
        String name,
        @Nullable String regionCode,
        @Nullable String park,
        @Nullable String industryCode,
        @Nullable String sizeClass,
        @Nullable LocalDate foundedOn,
        @Nullable Double revenue,
        @Nullable Double rdCosts,
        @Nullable Integer staff,
        @Nullable Integer figuresYear,
        int valuesHeld,
        int conflicts,
        int claims,
        boolean listed,
        Instant updatedAt,
        int rowVersion) {

    /** What policies and files know it by: the code or, without one, the name. */
    public String known() {
        return code == null ? name : code;
    }
}
