/** What was read, as one HTML file a person can look at. Start reading at {@link org.lingqu.report.Report}. */
@NullMarked
package org.lingqu.report;

import org.jspecify.annotations.NullMarked;
