/** The table of the audit record. */
@NullMarked
package org.lingqu.audit.store;

import org.jspecify.annotations.NullMarked;
