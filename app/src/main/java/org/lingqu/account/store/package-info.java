/** The tables of accounts. */
@NullMarked
package org.lingqu.account.store;

import org.jspecify.annotations.NullMarked;
