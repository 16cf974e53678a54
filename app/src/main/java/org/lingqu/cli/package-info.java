/** The command line. Start reading at {@link org.lingqu.cli.Lingqu}. */
@NullMarked
package org.lingqu.cli;

import org.jspecify.annotations.NullMarked;
