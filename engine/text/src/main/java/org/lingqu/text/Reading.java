package org.lingqu.text;

/** What became of one page. */
public sealed interface Reading permits PageRead, PageRefused {

    /** The name the page was given under. */
    String file();

    /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
    String sha256();
}
