package org.lingqu.library;

/** A review whose words are no longer on the page, and where they were. */
public record LostReview(Review review, Origin origin) {}
