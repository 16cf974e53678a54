package org.lingqu.library.version;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Span;

/**
 * One change.
 *
 * @param was the words of the older version; empty when there were none
 * @param now the words of the newer version; empty when there are none
 * @param before where {@code was} stands in that part of the older version
 * @param after where {@code now} stands in that part of the newer version
 * @param fileBefore the place in the older file; null when nothing stood there or the part has no place
 * @param fileAfter the place in the newer file
 * @param numbers the numbers that differ; empty unless the kind is {@link ChangeKind#NUMBER}
 */
public record Change(
        ChangeKind kind,
        Part part,
        String was,
        String now,
        Place before,
        Place after,
        @Nullable Span fileBefore,
        @Nullable Span fileAfter,
        List<NumberChange> numbers) {

    public Change {
        numbers = List.copyOf(numbers);
    }

    /** A place in the words of a part: UTF-16 indexes, {@code end} exclusive, equal to {@code start} where nothing stands. */
    public record Place(int start, int end) {}

    /** A number that is another one: {@code was} is null when it is new, {@code now} when it is gone. */
    public record NumberChange(
            @Nullable String was, @Nullable String now) {}

    /** What of the page changed. */
    public enum Part {
        TITLE,
        ISSUER,
        DOCUMENT_NUMBER,
        PUBLISHED,
        WRITTEN,
        /** The clean text of the body. The changes of this part, applied in order, turn the older text into the newer. */
        TEXT,
        /** What is not the article: cut parts, repairs, bytes. */
        AROUND
    }
}
