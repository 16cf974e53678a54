package org.lingqu.library;

import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageRefused;

/** What a page is to the base: seen before anything is kept, and told after it was. */
public sealed interface Preview {

    /** It could not be read. */
    record Refused(PageRefused refusal) implements Preview {}

    /** It is not there yet. */
    record Fresh(PageRead read) implements Preview {}

    /** It is there with other content. */
    record Changed(PageRead read, Page page) implements Preview {}

    /** It is there just so. */
    record Held(PageRead read, Page page) implements Preview {}
}
