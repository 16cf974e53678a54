package org.lingqu.library;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that is a document or names it, as its newest version is.
 *
 * @param page number of the page
 * @param version number of the version within the page, from 1; places count in its text
 * @param title the file's name where the page has none
 * @param issuerInferred whether the issuer was inferred and the page does not say it
 * @param itself whether the page has this number as its own
 * @param named where it names the number, in the order of the text; empty where only its head does
 * @param text clean text, one paragraph a line
 */
public record DocumentPage(
        DocumentNumber number,
        long page,
        int version,
        String title,
        @Nullable String issuer,
        boolean issuerInferred,
        @Nullable LocalDate published,
        Visibility visibility,
        boolean itself,
        List<Citation> named,
        String text) {

    public DocumentPage {
        named = List.copyOf(named);
    }

    /** Where a citation is shown: the page with its words marked. */
    public String address(Citation citation) {
        return "/library/pages/" + page + "?version=" + version + "&from=" + citation.start() + "&to=" + citation.end()
                + "#here";
    }
}
