package org.lingqu.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks through a part of a workbook before it is read: how much really comes out of it, and whether a cell holds more than Excel lets it.
 * The reader takes a cell's text together piece by piece, so that one of a hundred megabytes would keep it for minutes. Bytes are looked
 * at, not characters of XML: what is well formed and what is not is for the reader to say.
 */
final class SheetScan {

    /** Where texts lie that cells share. */
    static final String WORDS = "xl/sharedStrings.xml";

    /** Excel's own limit of a cell. */
    static final int LONGEST_CELL = 32_767;

    /** A comment, or a tag with all that stands in it. */
    private static final int LONGEST_TAG = 1 << 20;

    /** So much may come out of anything; beyond it, what was packed tighter than lists are is no list. */
    private static final long ALWAYS_FINE = 256L << 20;

    private static final int TIGHTEST = 200;

    private static final byte[] CDATA = "![CDATA[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] COMMENT = "!--".getBytes(StandardCharsets.US_ASCII);

    private enum In {
        TEXT,
        ENTITY,
        TAG,
        CDATA,
        COMMENT
    }

    private final String part;
    private In in = In.TEXT;
    private long text;
    private int tag;
    private int entity;
    private final byte[] head = new byte[64];
    private int closing;
    private byte last;
    private boolean inside;
    private String cell = "";
    private int words;

    private SheetScan(String part) {
        this.part = part;
    }

    /**
     * Looks through one part.
     *
     * @param most bytes that may come out of it
     */
    static void look(ZipFile zip, ZipEntry entry, long most) throws IOException, UnreadableSheet {
        var scan = new SheetScan(entry.getName().substring(entry.getName().lastIndexOf('/') + 1));
        long packed = Math.max(1, entry.getCompressedSize());
        long all = 0;
        try (InputStream bytes = zip.getInputStream(entry)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                all += read;
                if (all > most || (all > ALWAYS_FINE && all / packed > TIGHTEST)) {
                    throw tooLarge();
                }
                for (int i = 0; i < read; i++) {
                    scan.take(buffer[i]);
                }
            }
        }
    }

    private void take(byte next) throws UnreadableSheet {
        switch (in) {
            case TEXT -> {
                if (next == '<') {
                    in = In.TAG;
                    tag = 0;
                } else {
                    in = next == '&' ? In.ENTITY : In.TEXT;
                    entity = 0;
                    count(next);
                }
            }
            case ENTITY -> {
                if (next == '<') {
                    in = In.TAG;
                    tag = 0;
                } else if (next == ';' || ++entity > 12) {
                    in = In.TEXT;
                }
            }
            case TAG -> tag(next);
            case CDATA -> {
                count(next);
                if (closes(next, (byte) ']')) {
                    in = In.TEXT;
                }
            }
            case COMMENT -> {
                longer();
                if (closes(next, (byte) '-')) {
                    in = In.TEXT;
                }
            }
        }
    }

    private void tag(byte next) throws UnreadableSheet {
        if (next == '>') {
            in = In.TEXT;
            begin();
            return;
        }
        if (tag < head.length) {
            head[tag] = next;
        }
        last = next;
        longer();
        closing = 0;
        if (tag == CDATA.length && begins(CDATA)) {
            in = In.CDATA;
        } else if (tag == COMMENT.length && begins(COMMENT)) {
            in = In.COMMENT;
        }
    }

    private void longer() throws UnreadableSheet {
        if (++tag > LONGEST_TAG) {
            throw tooLarge();
        }
    }

    /** Whether this ends with two of a sign and {@code >}. */
    private boolean closes(byte next, byte sign) {
        if (next == '>' && closing >= 2) {
            return true;
        }
        closing = next == sign ? closing + 1 : 0;
        return false;
    }

    private boolean begins(byte[] with) {
        for (int i = 0; i < with.length; i++) {
            if (head[i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** A tag is over: a cell or a shared text may begin or end. What stands outside of them is counted up to the next tag. */
    private void begin() {
        int name = name();
        if (name == 1 && head[0] == 'c') {
            text = 0;
            inside = last != '/';
            cell = reference();
        } else if (name == 2 && head[0] == 's' && head[1] == 'i') {
            text = 0;
            inside = last != '/';
            words++;
            cell = "";
        } else if (name == 1 && head[0] == 'v') {
            text = 0; // a formula stood before it
        } else if (isEnd()) {
            inside = false;
        }
        if (!inside) {
            text = 0;
        }
    }

    /** Whether the tag ends a cell or a shared text. */
    private boolean isEnd() {
        return head[0] == '/' && ((tag == 2 && head[1] == 'c') || (tag == 3 && head[1] == 's' && head[2] == 'i'));
    }

    /** How long the name of the tag is. */
    private int name() {
        int end = 0;
        while (end < Math.min(tag, head.length) && head[end] > ' ' && head[end] != '/') {
            end++;
        }
        return end;
    }

    /** {@code C12}; empty where the cell does not say where it stands. */
    private String reference() {
        String shown = new String(head, 0, Math.min(tag, head.length), StandardCharsets.ISO_8859_1);
        int at = shown.indexOf(" r=\"");
        int end = at < 0 ? -1 : shown.indexOf('"', at + 4);
        return end < 0
                ? ""
                : shown.substring(at + 4, end).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** Bytes that continue a character are none of their own. */
    private void count(byte next) throws UnreadableSheet {
        if ((next & 0xC0) != 0x80 && ++text > LONGEST_CELL) {
            throw inside ? tooLong() : tooLarge();
        }
    }

    private UnreadableSheet tooLong() {
        String place = cell.isEmpty() ? (words > 0 ? "第" + words + "条共享文字 shared text " + words : "") : cell;
        return new UnreadableSheet(
                "CELL_TOO_LONG",
                "单元格超过" + LONGEST_CELL + "个字 a cell of more than " + LONGEST_CELL + " characters: " + part
                        + (place.isEmpty() ? "" : " " + place),
                "Excel 自己也不许这么长；请删去或缩短这个单元格的内容后另存  shorten the cell and save the workbook again");
    }

    static UnreadableSheet tooLarge() {
        return new UnreadableSheet(
                "TOO_LARGE",
                "工作簿展开后过大，不像企业名单 it unpacks to more than any list of firms",
                "请拆分，或另存为 CSV  split it, or save it as CSV");
    }

    /** Whether a part holds the cells of a sheet or texts that they share. */
    static boolean holdsCells(String name) {
        return name.equals(WORDS) || (name.startsWith("xl/worksheets/") && name.endsWith(".xml"));
    }
}
