/** Spreadsheets as officers keep them: Excel workbooks and CSV in any encoding. Start reading at {@link org.lingqu.sheet.Sheets}. */
@NullMarked
package org.lingqu.sheet;

import org.jspecify.annotations.NullMarked;
