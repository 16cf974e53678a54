/** What a change of a policy's figures would do to the firms of a list, as words, workbook and JSON. Start reading at {@link org.lingqu.whatif.WhatIf}. */
@NullMarked
package org.lingqu.whatif;

import org.jspecify.annotations.NullMarked;
