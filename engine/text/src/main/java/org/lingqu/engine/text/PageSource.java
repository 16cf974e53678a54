package org.lingqu.engine.text;

/**
 * A page as it lies in a file or an archive.
 *
 * @param file the name it is reported under, as the user would recognise it
 * @param bytes the file's bytes; never changed, here or later
 */
@SuppressWarnings(
        "ArrayRecordComponent") // compared by content nowhere; a copy of 50 MB would cost more than it protects
public record PageSource(String file, byte[] bytes) {}
