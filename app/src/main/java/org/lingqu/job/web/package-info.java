/** Pages about long work. */
@NullMarked
package org.lingqu.job.web;

import org.jspecify.annotations.NullMarked;
