package org.lingqu.engine.text.source;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Reads PDF documents that hold text. What they would unpack to is measured before they are opened. */
final class PdfDecoder {

    private static final Markup PARAGRAPH = new Markup(Markup.Role.PARAGRAPH, 0, 0, null, 0, "");
    private static final int MOST_PAGES = 2_000;

    private PdfDecoder() {}

    static DecodedPage decode(byte[] bytes, Limits limits) throws UnreadablePage {
        PdfSize.check(bytes, limits);
        var memory = MemoryUsageSetting.setupMainMemoryOnly(2L * limits.unpackedBytes());
        try (PDDocument document = Loader.loadPDF(bytes, "", null, null, memory.streamCache)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw Limits.tooLarge("pages", document.getNumberOfPages(), MOST_PAGES);
            }
            var out = new ExtractedText(limits);
            for (String paragraph : paragraphs(document, limits)) {
                out.add(paragraph, PARAGRAPH);
            }
            return out.page(DecodedPage.Format.PDF);
        } catch (InvalidPasswordException e) {
            throw new UnreadablePage(
                    "ENCRYPTED",
                    "a PDF document that opens with a password only",
                    "Save it without a password. 请另存为不加密的文件。");
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | ClassCastException
                | IndexOutOfBoundsException
                | NullPointerException
                | ArithmeticException e) {
            // what the library throws on a document that somebody broke
            throw damaged();
        }
    }

    private static List<String> paragraphs(PDDocument document, Limits limits) throws IOException, UnreadablePage {
        try {
            return new PdfLines(limits).read(document);
        } catch (PdfLines.TooMuch e) {
            throw new UnreadablePage(
                    "TOO_SLOW",
                    "a PDF document that takes too long to read",
                    "Split it, or print it to a new PDF. 请拆分文件，或重新打印为 PDF。");
        }
    }

    private static UnreadablePage damaged() {
        return new UnreadablePage(
                "DAMAGED", "a PDF document that cannot be opened", "Print it to a new PDF. 请重新打印为 PDF。");
    }
}
