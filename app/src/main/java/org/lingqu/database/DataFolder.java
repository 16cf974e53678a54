package org.lingqu.database;

import java.nio.file.Path;

/**
 * The folder in which everything lies that is not in a database server: the SQLite file, snapshots of pages, the search index.
 *
 * @param path absolute
 */
public record DataFolder(Path path) {

    /** A folder or file in it. */
    public Path resolve(String name) {
        return path.resolve(name);
    }
}
