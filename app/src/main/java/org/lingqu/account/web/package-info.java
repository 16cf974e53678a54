/** Signing in, the rules of every request, pages about accounts. */
@NullMarked
package org.lingqu.account.web;

import org.jspecify.annotations.NullMarked;
