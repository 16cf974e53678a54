/** What {@code lingqu read} prints. Start reading at {@link org.lingqu.text.json.ReadingJson}. */
@NullMarked
package org.lingqu.text.json;

import org.jspecify.annotations.NullMarked;
