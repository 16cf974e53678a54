/** Who issued a page: said by it, or inferred with the reason. Start reading at {@link org.lingqu.engine.text.issuer.Issuers}. */
@NullMarked
package org.lingqu.engine.text.issuer;

import org.jspecify.annotations.NullMarked;
