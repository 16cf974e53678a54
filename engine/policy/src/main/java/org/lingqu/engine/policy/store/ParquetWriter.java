package org.lingqu.engine.policy.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a Parquet file whose yes/no/unknown columns come straight from bit sets: the known bits are the definition levels,
 * the met bits the values. So millions of firms by thousands of criteria are written at the speed of the disk. Format: Apache
 * Parquet 1.0, pages PLAIN and uncompressed (https://parquet.apache.org/docs/file-format/).
 */
public final class ParquetWriter {

    /** Rows of a row group; whole words. */
    private static final int GROUP = 1 << 17;

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int OPTIONAL = 1;
    private static final int RLE = 3;

    private final int rows;
    private final List<ParquetColumn> columns;
    private long position;

    private ParquetWriter(int rows, List<ParquetColumn> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    private record Chunk(ParquetColumn column, long offset, long size, int rows) {}

    private record Group(List<Chunk> chunks, int rows) {}

    /** Writes the file, or leaves none: it appears under its name when it is complete. */
    public static void write(Path file, int rows, List<ParquetColumn> columns) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial), 1 << 20)) {
            new ParquetWriter(rows, columns).write(out);
        } catch (IOException e) {
            Files.deleteIfExists(partial);
            throw e;
        }
        Files.move(partial, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private void write(OutputStream out) throws IOException {
        put(out, MAGIC);
        var groups = new ArrayList<Group>();
        for (int from = 0; from < rows; from += GROUP) {
            int to = Math.min(rows, from + GROUP);
            var chunks = new ArrayList<Chunk>();
            for (ParquetColumn column : columns) {
                chunks.add(chunk(out, column, from, to));
            }
            groups.add(new Group(chunks, to - from));
        }
        byte[] footer = footer(groups);
        put(out, footer);
        put(out, littleEndian(footer.length));
        put(out, MAGIC);
    }

    private Chunk chunk(OutputStream out, ParquetColumn column, int from, int to) throws IOException {
        long offset = position;
        byte[] levels = column.known(from, to);
        byte[] values = column.values(from, to);
        byte[] run = run(levels.length);
        int size = 4 + run.length + levels.length + values.length;
        put(out, pageHeader(size, to - from));
        put(out, littleEndian(run.length + levels.length));
        put(out, run);
        put(out, levels);
        put(out, values);
        return new Chunk(column, offset, position - offset, to - from);
    }

    /** The header of one bit-packed run of so many groups of eight levels. */
    private static byte[] run(int groups) {
        var bytes = new java.io.ByteArrayOutputStream();
        int rest = (groups << 1) | 1;
        while (rest > 0x7F) {
            bytes.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
        return bytes.toByteArray();
    }

    private static byte[] pageHeader(int size, int rows) {
        return new Thrift()
                .i32(1, 0)
                .i32(2, size)
                .i32(3, size)
                .struct(5, page -> page.i32(1, rows).i32(2, 0).i32(3, RLE).i32(4, RLE))
                .end();
    }

    private byte[] footer(List<Group> groups) {
        var schema = new ArrayList<java.util.function.Consumer<Thrift>>();
        schema.add(root -> root.text(4, "findings").i32(5, columns.size()));
        for (ParquetColumn column : columns) {
            schema.add(element -> {
                element.i32(1, column.type()).i32(3, OPTIONAL).text(4, column.name());
                if (column.isText()) {
                    element.i32(6, 0);
                }
            });
        }
        return new Thrift()
                .i32(1, 1)
                .structs(2, schema, (thrift, element) -> element.accept(thrift))
                .i64(3, rows)
                .structs(4, groups, ParquetWriter::group)
                .text(6, "Lingqu")
                .end();
    }

    private static void group(Thrift thrift, Group group) {
        thrift.structs(
                        1,
                        group.chunks(),
                        (column, chunk) -> column.i64(2, chunk.offset())
                                .struct(
                                        3,
                                        meta -> meta.i32(1, chunk.column().type())
                                                .i32s(2, List.of(0, RLE))
                                                .texts(3, List.of(chunk.column().name()))
                                                .i32(4, 0)
                                                .i64(5, chunk.rows())
                                                .i64(6, chunk.size())
                                                .i64(7, chunk.size())
                                                .i64(9, chunk.offset())))
                .i64(2, group.chunks().stream().mapToLong(Chunk::size).sum())
                .i64(3, group.rows());
    }

    private static byte[] littleEndian(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }

    private void put(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }
}
