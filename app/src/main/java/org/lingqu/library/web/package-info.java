/** Pages and statements in the browser and for programs. */
@NullMarked
package org.lingqu.library.web;

import org.jspecify.annotations.NullMarked;
