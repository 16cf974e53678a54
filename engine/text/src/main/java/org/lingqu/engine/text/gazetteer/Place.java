package org.lingqu.engine.text.gazetteer;

import org.jspecify.annotations.Nullable;

/**
 * A place named in a text.
 *
 * @param start UTF-16 index into the text, inclusive
 * @param end UTF-16 index into the text, exclusive
 * @param path {@code 广西壮族自治区/南宁市}, {@code 全国}, {@code 长三角}, {@code 巴西/圣保罗},
 *     {@code 广西壮族自治区/南宁市/南宁高新区}
 * @param division the division itself, for a zone the one it lies in, null for areas and countries
 * @param zone whether it is only a part of {@code division}
 */
public record Place(
        int start, int end, String path, @Nullable Division division, boolean zone) {

    /** GB/T 2260, six digits; null for areas, zones and countries. */
    public @Nullable String code() {
        return division == null || zone ? null : division.code();
    }
}
