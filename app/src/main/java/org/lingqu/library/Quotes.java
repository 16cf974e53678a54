package org.lingqu.library;

/** Quoted words as a person reads them. */
public final class Quotes {

    private Quotes() {}

    /** The words without the markup that stands between them in an HTML file. */
    public static String words(String quote) {
        return quote.indexOf('<') < 0
                ? quote
                : org.jsoup.Jsoup.parse(quote.replace("><", "> <")).text();
    }
}
