package org.lingqu.engine.text.article;

import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.CutPart;

/**
 * Which lines are the article.
 *
 * @param start index of the first line of the body
 * @param end index after the last; equal to {@code start} when the page holds no article
 * @param cut for every line of the page why it is not part of the body, null when it is
 * @param signature index of the first line of the signature at the end, {@code end} when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, within this package
record Body(int start, int end, CutPart.@Nullable Why[] cut, int signature) {

    boolean keeps(int line) {
        return cut[line] == null;
    }
}
