package org.lingqu.library.search;

import java.nio.file.Path;

/** Another process writes to the index. */
public final class SearchIndexInUse extends RuntimeException {

    SearchIndexInUse(Path folder, Throwable cause) {
        super("another process writes to the search index in " + folder + "; stop it first", cause);
    }
}
