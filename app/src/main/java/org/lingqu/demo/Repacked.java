package org.lingqu.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A workbook whose bytes depend on its content alone: the times at which it was written are taken out, and merged cells, which the
 * library keeps in no order, are put into one.
 */
final class Repacked {

    private static final LocalDateTime WRITTEN = MadeRegion.AS_OF.atStartOfDay();

    private Repacked() {}

    static void write(Path workbook, Path file) throws IOException {
        try (var zip = new ZipFile(workbook.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : zip.stream().toList()) {
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(WRITTEN);
                out.putNextEntry(same);
                try (InputStream in = zip.getInputStream(entry)) {
                    out.write(settled(entry.getName(), in.readAllBytes()));
                }
                out.closeEntry();
            }
        }
    }

    private static byte[] settled(String name, byte[] content) {
        if (name.equals("docProps/core.xml")) {
            return new String(content, StandardCharsets.UTF_8)
                    .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", WRITTEN + ":00Z")
                    .getBytes(StandardCharsets.UTF_8);
        }
        return name.startsWith("xl/worksheets/sheet") ? sorted(content) : content;
    }

    private static byte[] sorted(byte[] sheet) {
        String text = new String(sheet, StandardCharsets.UTF_8);
        int from = text.indexOf("<mergeCells>");
        int to = text.indexOf("</mergeCells>");
        if (from < 0 || to < 0) {
            return sheet;
        }
        int first = from + "<mergeCells>".length();
        String merged = Arrays.stream(text.substring(first, to).split("(?<=/>)"))
                .sorted()
                .collect(Collectors.joining());
        return (text.substring(0, first) + merged + text.substring(to)).getBytes(StandardCharsets.UTF_8);
    }
}
