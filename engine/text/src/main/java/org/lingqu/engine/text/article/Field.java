package org.lingqu.engine.text.article;

/**
 * A value with its name: {@code 发文字号：国发〔2019〕5号}.
 *
 * @param name what it is
 * @param line index of the line the value stands on
 * @param start string index into that line, inclusive
 * @param end string index, exclusive; greater than {@code start}
 */
record Field(Name name, int line, int start, int end) {

    /** The fields of {@code labels.tsv} and {@code meta-names.tsv}. */
    enum Name {
        TITLE,
        NUMBER,
        OFFICE,
        WRITTEN,
        PUBLISHED,
        SOURCE,
        FIRST,
        OTHER
    }
}
