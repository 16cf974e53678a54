package org.lingqu.engine.text.statement;

import org.lingqu.engine.text.Span;

/** The words of a file at a place that counts code points; fast when places come in order. */
final class Quotes {

    private final String file;
    private final boolean plain;
    private int codePoint;
    private int index;

    Quotes(String file) {
        this.file = file;
        this.plain = file.codePointCount(0, file.length()) == file.length();
    }

    String of(Span span) {
        int start = indexOf(span.start());
        return file.substring(start, indexOf(span.end()));
    }

    private int indexOf(int place) {
        if (plain) {
            return place;
        }
        index = file.offsetByCodePoints(index, place - codePoint);
        codePoint = place;
        return index;
    }
}
