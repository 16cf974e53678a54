/**
 * What changed between two versions of a page, each change classed from mere furniture to a changed number. Start reading at
 * {@link org.lingqu.library.version.PageComparison}.
 */
@NullMarked
package org.lingqu.library.version;

import org.jspecify.annotations.NullMarked;
