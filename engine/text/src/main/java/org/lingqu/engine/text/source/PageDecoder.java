package org.lingqu.engine.text.source;

import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.Warning;
import org.lingqu.engine.text.WarningCode;

/** Bytes become lines. What a file is called and what it says of itself counts for little: the bytes decide. */
public final class PageDecoder {

    private static final int MOST_WARNINGS = 5;

    private final Limits limits;
    private final CharsetFinder charsets = new CharsetFinder();

    /** With the default limits. */
    public PageDecoder() {
        this(Limits.DEFAULT);
    }

    /** With limits of one's own. */
    public PageDecoder(Limits limits) {
        this.limits = limits;
    }

    /** @throws UnreadablePage if the bytes are no page, or too much of one */
    public DecodedPage decode(PageSource source) throws UnreadablePage {
        byte[] bytes = source.bytes();
        limits.checkBytes(bytes.length);
        return switch (Container.of(bytes)) {
            case DOCX -> DocxDecoder.decode(bytes, limits);
            case PDF -> PdfDecoder.decode(bytes, limits);
            case OTHER_ZIP ->
                throw new UnreadablePage(
                        "ARCHIVE",
                        "a zip archive that is no DOCX document",
                        "Unpack it, or name it .zip so that its pages are read. 请解压后再读取，或以 .zip 为扩展名。");
            case BINARY ->
                throw new UnreadablePage(
                        "NOT_TEXT",
                        "the file is neither text nor HTML, DOCX or PDF",
                        "Save the page as HTML, text, DOCX or PDF. 请将页面另存为 HTML、文本、DOCX 或 PDF。");
            case TEXT -> text(bytes);
        };
    }

    private DecodedPage text(byte[] bytes) throws UnreadablePage {
        DecodedText decoded = charsets.decode(bytes);
        String text = decoded.text();
        return HtmlSniffer.isHtml(text)
                ? HtmlDecoder.decode(text, decoded.charset(), limits, damage(text))
                : PlainText.decode(text, decoded.charset(), limits, damage(text));
    }

    /** Where bytes fitted no character. */
    private static List<Warning> damage(String text) {
        var warnings = new ArrayList<Warning>();
        CodePoints points = null;
        int from = text.indexOf('\ufffd');
        while (from >= 0 && warnings.size() < MOST_WARNINGS) {
            int to = from + 1;
            while (to < text.length() && text.charAt(to) == '\ufffd') {
                to++;
            }
            points = points == null ? new CodePoints(text) : points;
            var span = new Span(points.before(from), points.before(to));
            warnings.add(new Warning(WarningCode.GARBLED, span, "此处有无法识别的字节"));
            from = text.indexOf('\ufffd', to);
        }
        return warnings;
    }
}
