/** Who issued a page: said by it, or inferred with the reason. Start reading at {@link org.lingqu.text.issuer.Issuers}. */
@NullMarked
package org.lingqu.text.issuer;

import org.jspecify.annotations.NullMarked;
