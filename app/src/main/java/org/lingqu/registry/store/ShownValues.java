package org.lingqu.registry.store;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.ColumnText;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.Summary;
import org.lingqu.registry.TitleSpan;

/**
 * What lists show of an enterprise, worked out of all that is said about it; see {@link org.lingqu.registry.Enterprise}.
 *
 * @param code null where nobody has said one
 * @param name null where nobody has said one
 * @param claims of how many titles the enterprise alone says that it holds them
 * @param titles with their spans
 * @param formerKeys other names that it bore, a line each; null where there are none
 */
public record ShownValues(
        @Nullable String code,
        @Nullable String name,
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
        SortedMap<String, List<TitleSpan>> titles,
        @Nullable String formerKeys) {

    /** Of a file. */
    public static ShownValues of(FirmFile file, @Nullable String sizeClass) {
        return of(
                file.code().orElse(null),
                file.name().orElse(null),
                new Summary(file),
                sizeClass,
                file.holdings().size(),
                file.conflicts().size(),
                file.titlesSaid().claims().size(),
                !file.isEmpty(),
                file.titles(),
                file.formerKeys().isEmpty() ? null : String.join("\n", file.formerKeys()));
    }

    /** Of what one source alone has said. */
    public static ShownValues of(
            @Nullable String code,
            @Nullable String name,
            Summary summary,
            @Nullable String sizeClass,
            int valuesHeld,
            int conflicts,
            int claims,
            boolean listed,
            SortedMap<String, List<TitleSpan>> titles,
            @Nullable String formerKeys) {
        return new ShownValues(
                code,
                name,
                ColumnText.fit(summary.code("注册地"), 6),
                ColumnText.fit(summary.code("园区"), 200),
                ColumnText.fit(summary.code("行业代码"), 6),
                sizeClass,
                summary.day("成立日期"),
                summary.revenue(),
                summary.rdCosts(),
                summary.staff(),
                summary.year(),
                valuesHeld,
                conflicts,
                claims,
                listed,
                titles,
                formerKeys);
    }
}
