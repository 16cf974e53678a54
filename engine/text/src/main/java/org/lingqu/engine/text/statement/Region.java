package org.lingqu.engine.text.statement;

import org.jspecify.annotations.Nullable;

/**
 * Where a statement holds.
 *
 * @param path {@code 广西壮族自治区/南宁市}, {@code 全国}
 * @param code GB/T 2260, null when it has none
 */
record Region(String path, @Nullable String code) {

    static final Region COUNTRY = new Region("全国", "000000");
}
