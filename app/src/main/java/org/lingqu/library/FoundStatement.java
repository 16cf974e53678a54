package org.lingqu.library;

/** A statement together with where it comes from. */
public record FoundStatement(StoredStatement statement, Origin origin) {}
