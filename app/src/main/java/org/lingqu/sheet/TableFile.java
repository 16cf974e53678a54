package org.lingqu.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that takes rows; see {@link TableFiles}. */
public interface TableFile extends Closeable {

    /** @param cells numbers as {@link java.math.BigDecimal}, all else as its words; null for nothing */
    void row(List<@Nullable Object> cells) throws IOException;
}
