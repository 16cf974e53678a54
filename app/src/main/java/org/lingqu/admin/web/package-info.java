/** Controllers of the module, and what their templates are given. */
@NullMarked
package org.lingqu.admin.web;

import org.jspecify.annotations.NullMarked;
