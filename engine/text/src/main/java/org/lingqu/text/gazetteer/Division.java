package org.lingqu.text.gazetteer;

import org.jspecify.annotations.Nullable;

/**
 * An administrative division of the People's Republic of China, as it is or was.
 *
 * @param code GB/T 2260, six digits
 * @param name full name, {@code 南宁市}
 * @param path names from the province down, joined by {@code /}: {@code 广西壮族自治区/南宁市}; {@code 全国} for the country
 * @param parent code of the division above; null for the country
 * @param until last year it was in force; null when it still is
 */
public record Division(
        String code,
        String name,
        String path,
        @Nullable String parent,
        @Nullable Integer until) {

    /** The country as a whole. */
    public static final Division COUNTRY = new Division("000000", "全国", "全国", null, null);
}
