/** Pages of policies and of what they say of enterprises. */
@NullMarked
package org.lingqu.policy.web;

import org.jspecify.annotations.NullMarked;
