package org.lingqu.library.web;

import org.lingqu.engine.text.CutPart;
import org.lingqu.library.PageDetails;
import org.lingqu.library.StoredStatement;

/** What a stretch of a page is marked as. */
public sealed interface PageMark {

    /** Words of a statement. */
    record Figure(StoredStatement statement) implements PageMark {}

    /** The name of a policy. */
    record Policy(PageDetails.PolicyNamed policy) implements PageMark {}

    /** Something was repaired here. */
    record Repaired(PageDetails.RepairMade repair) implements PageMark {}

    /** A part that is not the article. */
    record Cut(CutPart.Why why) implements PageMark {}

    /** The words somebody asked for. */
    record Here() implements PageMark {}
}
