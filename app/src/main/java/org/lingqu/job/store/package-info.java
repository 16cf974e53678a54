/** The tables of jobs. */
@NullMarked
package org.lingqu.job.store;

import org.jspecify.annotations.NullMarked;
