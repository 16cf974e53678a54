/**
 * Columns from Parquet, DuckDB and mapped files, findings to Parquet. Start reading at {@link FirmReader} and {@link RegionMatch}.
 */
@NullMarked
package org.lingqu.engine.policy.store;

import org.jspecify.annotations.NullMarked;
