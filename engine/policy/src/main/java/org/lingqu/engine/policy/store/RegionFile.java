package org.lingqu.engine.policy.store;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.lingqu.engine.policy.column.ColumnKind;
import org.lingqu.engine.policy.column.FigureRange;
import org.lingqu.engine.policy.column.FirmSource;

/**
 * A region's columns, mapped from a file that {@link RegionWriter} wrote: the operating system keeps what is used in memory and
 * shares it between processes, nothing of it lies on the heap. To be closed when nothing runs over it any more.
 */
public final class RegionFile implements FirmSource, AutoCloseable {

    static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long PIECE = 1L << 30;

    private final Path file;
    private final Arena arena;
    private final MemorySegment bytes;
    private final RegionDirectory directory;
    private final SequencedMap<String, RegionDirectory.Entry> columns = new LinkedHashMap<>();

    private RegionFile(Path file, Arena arena, MemorySegment bytes) throws IOException {
        this.file = file;
        this.arena = arena;
        this.bytes = bytes;
        directory = directory();
        directory.columns().forEach(column -> columns.put(column.name(), column));
    }

    /**
     * Maps a file and checks all of it against its checksums.
     *
     * @throws UnreadableRegion if it is not a region's file, of another version, truncated or damaged
     */
    public static RegionFile open(Path file) throws IOException {
        return open(file, Optional.empty());
    }

    /** As {@link #open(Path)}, for some columns only: the others are neither checked nor there. */
    public static RegionFile open(Path file, Collection<String> columns) throws IOException {
        return open(file, Optional.of(columns));
    }

    private static RegionFile open(Path file, Optional<Collection<String>> wanted) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() < RegionWriter.HEADER) {
                throw new UnreadableRegion(
                        UnreadableRegion.Code.NOT_A_REGION, file, "has only " + channel.size() + " bytes");
            }
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            var region = new RegionFile(file, arena, bytes);
            wanted.ifPresent(names -> region.columns.keySet().retainAll(names));
            region.check();
            return region;
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private RegionDirectory directory() throws IOException {
        if (bytes.get(LONG, 0) != RegionWriter.MAGIC) {
            throw new UnreadableRegion(UnreadableRegion.Code.NOT_A_REGION, file, "begins as no region's file does");
        }
        int version = bytes.get(INT, 8);
        if (version != RegionWriter.VERSION) {
            throw new UnreadableRegion(
                    UnreadableRegion.Code.OTHER_VERSION,
                    file,
                    "has version " + version + ", this program reads " + RegionWriter.VERSION);
        }
        int header = RegionWriter.HEADER - 4;
        require(checksum(0, header) == bytes.get(INT, header), "its beginning");
        long at = bytes.get(LONG, 16);
        long length = bytes.get(LONG, 24);
        long end = bytes.get(LONG, 32);
        if (end > bytes.byteSize()) {
            throw new UnreadableRegion(
                    UnreadableRegion.Code.TRUNCATED, file, "should have " + end + " bytes, has " + bytes.byteSize());
        }
        require(checksum(at, length) == bytes.get(INT, 12), "the list of its columns");
        byte[] whole = bytes.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
        return RegionDirectory.read(new DataInputStream(new ByteArrayInputStream(whole)));
    }

    private void check() throws UnreadableRegion {
        for (RegionDirectory.Buffer buffer : directory.ids()) {
            require(checksum(buffer.offset(), buffer.length()) == buffer.checksum(), "the firms' codes");
        }
        for (RegionDirectory.Entry column : columns.values()) {
            for (RegionDirectory.Buffer buffer : column.buffers()) {
                require(checksum(buffer.offset(), buffer.length()) == buffer.checksum(), "column " + column.name());
            }
        }
    }

    private void require(boolean fits, String what) throws UnreadableRegion {
        if (!fits) {
            throw new UnreadableRegion(
                    UnreadableRegion.Code.DAMAGED, file, what + " does not fit the checksum that was written with it");
        }
    }

    private int checksum(long from, long length) {
        var sum = new CRC32C();
        for (long at = 0; at < length; at += PIECE) {
            sum.update(bytes.asSlice(from + at, Math.min(PIECE, length - at)).asByteBuffer());
        }
        return (int) sum.getValue();
    }

    @Override
    public int count() {
        return directory.count();
    }

    @Override
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The columns there are, by name, in the order of the file. */
    public SequencedMap<String, ColumnKind> kinds() {
        var kinds = new LinkedHashMap<String, ColumnKind>();
        columns.forEach((name, column) -> kinds.put(name, column.kind()));
        return kinds;
    }

    @Override
    public Map<String, FigureRange> ranges() {
        return columns.values().stream()
                .filter(column -> column.kind() == ColumnKind.FIGURES)
                .collect(Collectors.toMap(
                        RegionDirectory.Entry::name, column -> new FigureRange(column.scale(), column.greatest())));
    }

    /** What a firm is known by. */
    public String id(int row) {
        MemorySegment offsets = slice(directory.ids().getFirst());
        long from = offsets.getAtIndex(LONG, row);
        long to = offsets.getAtIndex(LONG, row + 1L);
        byte[] letters =
                slice(directory.ids().getLast()).asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
        return new String(letters, StandardCharsets.UTF_8);
    }

    MemorySegment slice(RegionDirectory.Buffer buffer) {
        return bytes.asSlice(buffer.offset(), buffer.length());
    }

    @Override
    public Window window(Collection<String> wanted) {
        return RegionWindow.of(
                wanted.stream()
                        .map(name -> {
                            RegionDirectory.Entry column = columns.get(name);
                            if (column == null) {
                                throw new IllegalArgumentException("no column is called " + name);
                            }
                            return column;
                        })
                        .toList(),
                this::slice);
    }

    @Override
    public void close() {
        arena.close();
    }
}
