package org.lingqu.engine.text.source;

import java.util.List;
import org.lingqu.engine.text.Warning;

/**
 * A page whose bytes have become lines.
 *
 * @param text the decoded file, or for DOCX and PDF the extracted text; what all spans point into
 * @param charset IANA name
 * @param lines in reading order, white space at the ends removed, none empty
 * @param containers the blocks that {@link Markup#container()} numbers
 * @param warnings what decoding noticed, such as parts that no charset explains
 */
public record DecodedPage(
        String text, String charset, Format format, List<Line> lines, Containers containers, List<Warning> warnings) {

    public DecodedPage {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
    }

    /** What kind of file it was. */
    public enum Format {
        HTML,
        PLAIN_TEXT,
        DOCX,
        PDF
    }
}
