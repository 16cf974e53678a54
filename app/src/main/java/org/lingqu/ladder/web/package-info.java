/** The page of ladders. */
@NullMarked
package org.lingqu.ladder.web;

import org.jspecify.annotations.NullMarked;
