package org.lingqu.engine.policy.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lingqu.engine.policy.column.ColumnKind;

/**
 * What stands where in a region's file: its last part, found from the first.
 *
 * @param ids offsets and letters of what the firms are known by
 */
record RegionDirectory(int count, List<Buffer> ids, List<Entry> columns) {

    /** A stretch of the file with the CRC-32C of its bytes. */
    record Buffer(long offset, long length, int checksum) {}

    /**
     * A column.
     *
     * @param most of lists and spans: how many entries the firms of one batch have at most
     * @param buffers validity first, then values, or offsets and values
     */
    record Entry(
            String name,
            ColumnKind kind,
            int scale,
            double greatest,
            int most,
            List<String> dictionary,
            List<Buffer> buffers) {}

    void write(DataOutput out) throws IOException {
        out.writeInt(count);
        write(out, ids);
        out.writeInt(columns.size());
        for (Entry column : columns) {
            text(out, column.name());
            text(out, column.kind().name());
            out.writeInt(column.scale());
            out.writeDouble(column.greatest());
            out.writeInt(column.most());
            out.writeInt(column.dictionary().size());
            for (String word : column.dictionary()) {
                text(out, word);
            }
            write(out, column.buffers());
        }
    }

    static RegionDirectory read(DataInput in) throws IOException {
        int count = in.readInt();
        List<Buffer> ids = buffers(in);
        int size = in.readInt();
        var columns = new ArrayList<Entry>();
        for (int i = 0; i < size; i++) {
            String name = text(in);
            ColumnKind kind = ColumnKind.valueOf(text(in));
            int scale = in.readInt();
            double greatest = in.readDouble();
            int most = in.readInt();
            int words = in.readInt();
            var dictionary = new ArrayList<String>();
            for (int k = 0; k < words; k++) {
                dictionary.add(text(in));
            }
            columns.add(new Entry(name, kind, scale, greatest, most, List.copyOf(dictionary), buffers(in)));
        }
        return new RegionDirectory(count, ids, columns);
    }

    private static void write(DataOutput out, List<Buffer> buffers) throws IOException {
        out.writeInt(buffers.size());
        for (Buffer buffer : buffers) {
            out.writeLong(buffer.offset());
            out.writeLong(buffer.length());
            out.writeInt(buffer.checksum());
        }
    }

    private static List<Buffer> buffers(DataInput in) throws IOException {
        var buffers = new ArrayList<Buffer>();
        for (int rest = in.readInt(); rest > 0; rest--) {
            buffers.add(new Buffer(in.readLong(), in.readLong(), in.readInt()));
        }
        return List.copyOf(buffers);
    }

    private static void text(DataOutput out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
