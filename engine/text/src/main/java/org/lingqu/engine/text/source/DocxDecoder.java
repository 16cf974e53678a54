package org.lingqu.engine.text.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;

/**
 * Reads Word documents: paragraphs, headings by style, tables. Only the main part is unpacked, and only as far as the
 * limits allow. Numbers that Word counts by itself are not in the file and so not in the text.
 */
final class DocxDecoder {

    private static final int MOST_ENTRIES = 10_000;

    private DocxDecoder() {}

    static DecodedPage decode(byte[] bytes, Limits limits) throws UnreadablePage {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            long unpacked = 0;
            ZipEntry entry = zip.getNextEntry();
            for (int i = 0; entry != null && i < MOST_ENTRIES; i++) {
                byte[] part = unpack(zip, limits, unpacked);
                unpacked += part.length;
                if (isMainPart(entry.getName())) {
                    return new DocxText(limits).read(part);
                }
                entry = zip.getNextEntry();
            }
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw damaged();
        }
        throw damaged();
    }

    private static boolean isMainPart(String name) {
        return name.startsWith("word/document") && name.endsWith(".xml");
    }

    private static byte[] unpack(InputStream zip, Limits limits, long before) throws IOException, UnreadablePage {
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
            limits.checkUnpacked(before + out.size() + n);
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }

    private static UnreadablePage damaged() {
        return new UnreadablePage(
                "DAMAGED",
                "a Word document that cannot be unpacked",
                "Open it in Word or WPS and save it again. 请用 Word 或 WPS 打开后重新保存。");
    }
}
