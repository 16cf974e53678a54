/** The same rules as SQL, for data that already lies in DuckDB or a warehouse. Start reading at {@link org.lingqu.engine.policy.sql.SqlWriter}. */
@NullMarked
package org.lingqu.engine.policy.sql;

import org.jspecify.annotations.NullMarked;
