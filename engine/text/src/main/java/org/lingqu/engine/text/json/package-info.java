/** What {@code lingqu read} prints. Start reading at {@link org.lingqu.engine.text.json.ReadingJson}. */
@NullMarked
package org.lingqu.engine.text.json;

import org.jspecify.annotations.NullMarked;
