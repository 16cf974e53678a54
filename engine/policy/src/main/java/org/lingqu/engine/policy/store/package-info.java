/**
 * Columns from Parquet and DuckDB, findings to Parquet. Start reading at {@link ParquetFirms} and {@link ParquetFindings}.
 */
@NullMarked
package org.lingqu.engine.policy.store;

import org.jspecify.annotations.NullMarked;
