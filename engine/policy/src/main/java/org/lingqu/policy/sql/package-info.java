/** The same rules as SQL, for data that already lies in DuckDB or a warehouse. Start reading at {@link org.lingqu.policy.sql.SqlWriter}. */
@NullMarked
package org.lingqu.policy.sql;

import org.jspecify.annotations.NullMarked;
