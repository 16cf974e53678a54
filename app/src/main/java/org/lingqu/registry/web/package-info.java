/** Pages of the registry. */
@NullMarked
package org.lingqu.registry.web;

import org.jspecify.annotations.NullMarked;
