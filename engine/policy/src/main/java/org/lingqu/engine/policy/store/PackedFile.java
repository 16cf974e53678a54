package org.lingqu.engine.policy.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.ColumnShape;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.FirmSource;

/**
 * A file in which columns are put aside, so that a region of a million firms does not lie on the heap: some thousand firms at a time
 * are packed into about a third of their size, and unpacked batch by batch where a plan looks at them. The file is of use to this process
 * alone, and gone when nothing refers to its firms any more. Safe for several threads.
 */
public final class PackedFile {

    private static final Cleaner CLEANER = Cleaner.create();

    private final Channel channel;
    private final Map<ColumnShape, ColumnShape> shapes = new ConcurrentHashMap<>(); // most parts have the same
    private long end;

    private PackedFile(Channel channel) {
        this.channel = channel;
        CLEANER.register(this, channel::close);
    }

    /** Not a file channel: those are closed for everybody when one thread that reads is interrupted. */
    private record Channel(RandomAccessFile file, Path path) {
        void close() {
            try {
                file.close();
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Begins a file in a folder, which is made where it is missing.
     *
     * @throws IOException if nothing can be written there
     */
    public static PackedFile in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path path = Files.createTempFile(folder, "columns-", ".packed");
        var file = new RandomAccessFile(path.toFile(), "rw");
        deleteNow(path);
        return new PackedFile(new Channel(file, path));
    }

    /** Where the system lets a file be deleted while it is open, not even a crash leaves it behind. */
    private static void deleteNow(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }

    /**
     * Puts columns aside.
     *
     * @return the same firms, out of the file
     * @throws IOException if they cannot be written; what was put aside before is still there
     */
    public FirmSource add(FirmColumns columns) throws IOException {
        var packer = new Packer();
        var places = new LinkedHashMap<String, Place>();
        for (Column column : columns.all()) {
            int from = packer.size();
            packer.add(column, columns.count());
            places.put(column.name(), new Place(shared(ColumnShape.of(column)), from, packer.size() - from));
        }
        return new Packed(this, append(packer.bytes(), packer.size()), columns.count(), places);
    }

    private ColumnShape shared(ColumnShape shape) {
        ColumnShape known = shapes.putIfAbsent(shape, shape);
        return known == null ? shape : known;
    }

    private synchronized long append(byte[] bytes, int length) throws IOException {
        long at = end;
        channel.file().seek(at);
        channel.file().write(bytes, 0, length);
        end = at + length;
        return at;
    }

    private synchronized byte[] read(long at, int length) {
        byte[] bytes = new byte[length];
        try {
            channel.file().seek(at);
            channel.file().readFully(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("columns that were put aside cannot be read again", e);
        }
        return bytes;
    }

    /** How many bytes were put aside. */
    public synchronized long size() {
        return end;
    }

    private record Place(ColumnShape shape, int from, int length) {}

    private record Packed(PackedFile file, long begin, int count, SequencedMap<String, Place> places)
            implements FirmSource {

        @Override
        public SequencedMap<String, ColumnShape> shapes() {
            var shapes = new LinkedHashMap<String, ColumnShape>();
            places.forEach((name, place) -> shapes.put(name, place.shape()));
            return Collections.unmodifiableSequencedMap(shapes);
        }

        @Override
        public Load load(Column into) {
            Place place = places.get(into.name());
            if (place == null) {
                throw new IllegalArgumentException("no column is called " + into.name());
            }
            byte[] bytes = file.read(begin + place.from(), place.length());
            return Unpacker.of(bytes, place.shape(), into);
        }
    }
}
