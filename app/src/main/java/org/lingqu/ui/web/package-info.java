/** How templates become answers. */
@NullMarked
package org.lingqu.ui.web;

import org.jspecify.annotations.NullMarked;
