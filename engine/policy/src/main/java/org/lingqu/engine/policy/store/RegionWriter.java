package org.lingqu.engine.policy.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.zip.CRC32C;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.ColumnKind;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.Rows;

/**
 * Writes a region's columns to a file that {@link RegionFile} maps. The layout is Arrow's: a column is a bitmap of validity and
 * buffers of values, little-endian, each beginning at a multiple of 64 bytes; lists have {@code n + 1} offsets. Columns are padded to
 * whole batches of {@link Rows#BATCH} firms. The first 64 bytes tell version, length and where the {@link RegionDirectory} is,
 * and are written last. One column is in memory at a time.
 */
public final class RegionWriter {

    static final long MAGIC = 0x3147_5251_474E_494CL; // LINGQRG1
    static final int VERSION = 1;
    static final int HEADER = 64;
    private static final int CHUNK = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C sum = new CRC32C();
    private final List<RegionDirectory.Entry> entries = new ArrayList<>();
    private long position = HEADER;

    private RegionWriter(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Writes all columns of a reader. The file appears under its name when it is complete.
     *
     * @param progress told how many columns are done
     */
    public static void write(Path file, FirmReader firms, IntConsumer progress) throws IOException, SQLException {
        List<String> names = List.copyOf(firms.kinds().keySet());
        firms.prepare(names);
        try (var unfinished = new Unfinished(file)) {
            var writer = new RegionWriter(unfinished.channel);
            for (int i = 0; i < names.size(); i++) {
                writer.add(firms.column(names.get(i)).column(names.get(i)), firms.count());
                progress.accept(i + 1);
            }
            writer.end(firms.count(), firms.ids());
            unfinished.finish();
        }
    }

    /** Writes columns that are in memory. */
    public static void write(Path file, FirmTable firms) throws IOException {
        FirmColumns columns = firms.columns();
        try (var unfinished = new Unfinished(file)) {
            var writer = new RegionWriter(unfinished.channel);
            for (Column column : columns.all()) {
                writer.add(column, columns.count());
            }
            writer.end(columns.count(), firms.ids());
            unfinished.finish();
        }
    }

    /** Beside its name until it is whole. */
    private static final class Unfinished implements AutoCloseable {
        private final Path file;
        private final Path partial;
        private final FileChannel channel;

        Unfinished(Path file) throws IOException {
            this.file = file;
            partial = file.resolveSibling(file.getFileName() + ".part");
            channel = FileChannel.open(
                    partial, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        }

        void finish() throws IOException {
            channel.force(true);
            channel.close();
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(partial);
        }
    }

    private void add(Column column, int count) throws IOException {
        int rows = Rows.padded(count);
        var buffers = new ArrayList<RegionDirectory.Buffer>();
        buffers.add(longs(column.valid(), rows / 64));
        int scale = 0;
        double greatest = 0;
        int most = 0;
        List<String> dictionary = List.of();
        switch (column) {
            case Column.Figures figures -> {
                scale = figures.scale();
                greatest = figures.greatest();
                buffers.add(doubles(figures.values(), rows));
            }
            case Column.Codes codes -> {
                dictionary = codes.dictionary();
                buffers.add(ints(codes.values(), rows));
            }
            case Column.Flags flags -> buffers.add(longs(flags.values(), rows / 64));
            case Column.Lists lists -> {
                dictionary = lists.dictionary();
                most = most(lists.ends(), rows);
                buffers.add(offsets(lists.ends(), rows));
                buffers.add(ints(lists.values(), lists.values().length));
            }
            case Column.Spans spans -> {
                most = most(spans.ends(), rows);
                buffers.add(offsets(spans.ends(), rows));
                buffers.add(ints(spans.from(), spans.from().length));
                buffers.add(ints(spans.to(), spans.to().length));
            }
        }
        entries.add(new RegionDirectory.Entry(
                column.name(), ColumnKind.of(column), scale, greatest, most, dictionary, buffers));
    }

    private static int most(int[] ends, int rows) {
        int most = 0;
        for (int row = 0; row < rows; row += Rows.BATCH) {
            most = Math.max(most, ends[row + Rows.BATCH - 1] - (row == 0 ? 0 : ends[row - 1]));
        }
        return most;
    }

    private void end(int count, List<String> ids) throws IOException {
        var directory = new RegionDirectory(count, List.of(idOffsets(ids), idLetters(ids)), entries);
        var bytes = new ByteArrayOutputStream();
        directory.write(new DataOutputStream(bytes));
        long at = align();
        byte[] whole = bytes.toByteArray();
        channel.write(ByteBuffer.wrap(whole), at);
        sum.reset();
        sum.update(whole);
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(MAGIC)
                .putInt(VERSION)
                .putInt((int) sum.getValue())
                .putLong(at)
                .putLong(whole.length)
                .putLong(at + whole.length);
        sum.reset();
        sum.update(header.array(), 0, HEADER - 4);
        header.putInt(HEADER - 4, (int) sum.getValue());
        channel.write(header.rewind(), 0);
    }

    private interface Fill {
        void put(int index);
    }

    private RegionDirectory.Buffer buffer(int count, int size, Fill fill) throws IOException {
        long from = align();
        sum.reset();
        chunk.clear();
        for (int i = 0; i < count; i++) {
            if (chunk.remaining() < size) {
                flush();
            }
            fill.put(i);
        }
        flush();
        return new RegionDirectory.Buffer(from, position - from, (int) sum.getValue());
    }

    private RegionDirectory.Buffer longs(long[] values, int count) throws IOException {
        return buffer(count, Long.BYTES, i -> chunk.putLong(values[i]));
    }

    private RegionDirectory.Buffer doubles(double[] values, int count) throws IOException {
        return buffer(count, Double.BYTES, i -> chunk.putDouble(values[i]));
    }

    private RegionDirectory.Buffer ints(int[] values, int count) throws IOException {
        return buffer(count, Integer.BYTES, i -> chunk.putInt(values[i]));
    }

    private RegionDirectory.Buffer offsets(int[] ends, int rows) throws IOException {
        return buffer(rows + 1, Integer.BYTES, i -> chunk.putInt(i == 0 ? 0 : ends[i - 1]));
    }

    private RegionDirectory.Buffer idOffsets(List<String> ids) throws IOException {
        long[] end = {0};
        return buffer(ids.size() + 1, Long.BYTES, i -> {
            end[0] += i == 0 ? 0 : ids.get(i - 1).getBytes(StandardCharsets.UTF_8).length;
            chunk.putLong(end[0]);
        });
    }

    private RegionDirectory.Buffer idLetters(List<String> ids) throws IOException {
        long from = align();
        sum.reset();
        chunk.clear();
        for (String id : ids) {
            ByteBuffer bytes = ByteBuffer.wrap(id.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                if (!chunk.hasRemaining()) {
                    flush();
                }
                chunk.put(bytes.get());
            }
        }
        flush();
        return new RegionDirectory.Buffer(from, position - from, (int) sum.getValue());
    }

    private long align() {
        position = (position + 63) / 64 * 64;
        return position;
    }

    private void flush() throws IOException {
        chunk.flip();
        sum.update(chunk.duplicate());
        while (chunk.hasRemaining()) {
            position += channel.write(chunk, position);
        }
        chunk.clear();
    }
}
