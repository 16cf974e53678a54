/** Administrative divisions and their codes (GB/T 2260). Start reading at {@link org.lingqu.text.gazetteer.Divisions}. */
@NullMarked
package org.lingqu.text.gazetteer;

import org.jspecify.annotations.NullMarked;
