package org.lingqu.policy;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.FirmSource;
import org.lingqu.engine.policy.store.PackedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the columns of all enterprises are put aside, so that a million of them do not take a gigabyte of memory. On a disk that is
 * full or cannot be written to they stay in memory: enterprises are decided all the same.
 */
final class Aside {

    private static final Logger LOG = LoggerFactory.getLogger(Aside.class);

    private final @Nullable PackedFile file;

    private Aside(@Nullable PackedFile file) {
        this.file = file;
    }

    /** A fresh file in a folder; what was put aside before stays as long as somebody holds it. */
    static Aside in(Path folder) {
        try {
            return new Aside(PackedFile.in(folder));
        } catch (IOException e) {
            LOG.warn("columns stay in memory: nothing can be written into {}", folder, e);
            return new Aside(null);
        }
    }

    /** The same firms, out of the file where that is possible. */
    FirmSource put(FirmColumns columns) {
        if (file == null) {
            return columns;
        }
        try {
            return file.add(columns);
        } catch (IOException e) {
            LOG.warn("the columns of {} enterprises stay in memory", columns.count(), e);
            return columns;
        }
    }
}
