package org.lingqu.library.search;

/** The index cannot be read now; it is being opened or made again. */
public final class SearchUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    SearchUnavailable(Throwable cause) {
        super("the search index cannot be read now", cause);
    }
}
