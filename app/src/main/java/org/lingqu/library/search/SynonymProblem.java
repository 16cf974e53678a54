package org.lingqu.library.search;

/**
 * Something in the list of synonyms that could not be used. The rest of the list is used.
 *
 * @param line from 1; 0 when the file as a whole is meant
 * @param code stable, upper case
 * @param value what stands there, shortened
 * @param advice what to do, in Chinese
 */
public record SynonymProblem(int line, String code, String value, String advice) {

    /** One line for a person: {@code synonyms.tsv:12 ONE_WORD_ONLY: "高企" …}. */
    public String says(String file) {
        return file + ":" + line + " " + code + ": \"" + value + "\" " + advice;
    }
}
