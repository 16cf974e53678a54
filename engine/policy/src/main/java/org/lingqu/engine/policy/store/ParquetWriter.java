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
public final class ParquetWriter implements AutoCloseable {

    /** Rows of a row group; whole words. */
    private static final int GROUP = 1 << 17;

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int OPTIONAL = 1;
    private static final int RLE = 3;

    private final Path file;
    private final Path partial;
    private final Thread broken;
    private final OutputStream out;
    private final List<Group> groups = new ArrayList<>();
    private final List<ParquetColumn> schema;
    private long position;
    private boolean finished;

    private ParquetWriter(Path file, List<ParquetColumn> schema) throws IOException {
        this.file = file;
        this.schema = List.copyOf(schema);
        partial = file.resolveSibling(file.getFileName() + ".part");
        out = new BufferedOutputStream(Files.newOutputStream(partial), 1 << 20);
        // Ctrl-C: what is half written goes, what stood under the name before stays
        broken = new Thread(() -> deletePartial(partial));
        Runtime.getRuntime().addShutdownHook(broken);
        put(out, MAGIC);
    }

    private record Chunk(ParquetColumn column, long offset, long size, int rows) {}

    private record Group(List<Chunk> chunks, int rows) {}

    /** Writes the file, or leaves none: it appears under its name when it is complete. */
    public static void write(Path file, int rows, List<? extends ParquetColumn> columns) throws IOException {
        try (ParquetWriter writer = open(file, columns)) {
            for (int from = 0; from < rows; from += GROUP) {
                writer.group(columns, from, Math.min(rows, from + GROUP));
            }
            writer.finish();
        }
    }

    /**
     * Begins a file. It appears under its name when it is {@linkplain #finish() finished}; closed before, it leaves nothing.
     *
     * @param columns names and types; their rows are not written
     */
    public static ParquetWriter open(Path file, List<? extends ParquetColumn> columns) throws IOException {
        return new ParquetWriter(file, List.copyOf(columns));
    }

    /**
     * Writes a row group.
     *
     * @param columns those of the file, in the same order
     * @param from first row of the columns that is written, a multiple of 64; {@code to} is exclusive
     */
    public void group(List<? extends ParquetColumn> columns, int from, int to) throws IOException {
        if (columns.size() != schema.size()) {
            throw new IllegalArgumentException("the file has " + schema.size() + " columns, not " + columns.size());
        }
        if (to == from) {
            return;
        }
        var chunks = new ArrayList<Chunk>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).name().equals(schema.get(i).name())) {
                throw new IllegalArgumentException(
                        columns.get(i).name() + " stands where " + schema.get(i).name() + " was announced");
            }
            chunks.add(chunk(out, columns.get(i), schema.get(i), from, to));
        }
        groups.add(new Group(chunks, to - from));
    }

    /** Writes the end of the file and gives it its name. */
    public void finish() throws IOException {
        byte[] footer = footer(groups);
        put(out, footer);
        put(out, littleEndian(footer.length));
        put(out, MAGIC);
        out.close();
        Files.move(
                partial,
                file,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        finished = true;
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(broken);
        } catch (IllegalStateException e) {
            return; // the JVM is ending: the hook does the rest
        }
        if (!finished) {
            out.close();
            Files.deleteIfExists(partial);
        }
    }

    private static void deletePartial(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            // the JVM is ending and nobody is left to tell; the file's name says what it is
        }
    }

    private Chunk chunk(OutputStream out, ParquetColumn column, ParquetColumn declared, int from, int to)
            throws IOException {
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
        return new Chunk(declared, offset, position - offset, to - from);
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
        var elements = new ArrayList<java.util.function.Consumer<Thrift>>();
        elements.add(root -> root.text(4, "findings").i32(5, schema.size()));
        for (ParquetColumn column : schema) {
            elements.add(element -> {
                element.i32(1, column.type()).i32(3, OPTIONAL).text(4, column.name());
                if (column.isText()) {
                    element.i32(6, 0);
                }
            });
        }
        return new Thrift()
                .i32(1, 1)
                .structs(2, elements, (thrift, element) -> element.accept(thrift))
                .i64(3, groups.stream().mapToLong(Group::rows).sum())
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
