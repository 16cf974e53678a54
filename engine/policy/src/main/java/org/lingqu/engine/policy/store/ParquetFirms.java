package org.lingqu.engine.policy.store;

import java.nio.file.Path;
import java.sql.SQLException;

/** Reads all firms of a Parquet file at once; {@link FirmReader} reads files that are larger than memory. */
public final class ParquetFirms {

    private ParquetFirms() {}

    /** @throws SQLException if the file is not there, is no Parquet or is damaged */
    public static FirmTable read(Path file, int threads) throws SQLException {
        try (FirmReader reader = FirmReader.parquet(file, threads)) {
            return reader.read();
        }
    }
}
