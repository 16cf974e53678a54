package org.lingqu.library.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/** The files of the index: opened when they are whole and of this version, begun anew otherwise. */
final class IndexFolder implements AutoCloseable {

    /** Another number whenever fields or analysis change: older indexes are rebuilt. */
    private static final String LAYOUT = "3";

    private static final String LAYOUT_KEY = "layout";
    private static final double BUFFER_MEGABYTES = 48;

    private final Path path;
    private final Directory directory;
    private State state = State.NEW;

    /** What was found in the folder. */
    enum State {
        /** Nothing. */
        NEW,
        /** An index that is used. */
        WHOLE,
        /** An index that could not be read; it was thrown away. */
        DAMAGED,
        /** An index of another version; it was thrown away. */
        OTHER_VERSION
    }

    IndexFolder(Path path) throws IOException {
        this.path = path;
        Files.createDirectories(path);
        Path lock = path.resolve(IndexWriter.WRITE_LOCK_NAME);
        if (Files.exists(lock) && Files.size(lock) > 0) {
            Files.delete(lock); // a lock is an empty file: what has content was damaged and would never be given
        }
        this.directory = FSDirectory.open(path);
    }

    IndexWriter open(Analyzer analyzer) throws IOException {
        try {
            state = look();
            if (state != State.WHOLE) {
                clear();
            }
            return new IndexWriter(directory, config(analyzer));
        } catch (LockObtainFailedException e) {
            throw new SearchIndexInUse(path, e);
        }
    }

    /** Takes away what cannot be read, and only what nobody else is writing. */
    private void clear() throws IOException {
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    lock.ensureValid();
                    directory.deleteFile(file);
                }
            }
        }
    }

    private static IndexWriterConfig config(Analyzer analyzer) {
        return new IndexWriterConfig(analyzer)
                .setOpenMode(OpenMode.CREATE_OR_APPEND)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false);
    }

    /** What lies there; whole when every file of the last commit is there, begins and ends as it should, and this version wrote it. */
    private State look() throws IOException {
        try {
            SegmentInfos last = SegmentInfos.readLatestCommit(directory);
            if (!LAYOUT.equals(last.getUserData().get(LAYOUT_KEY))) {
                return State.OTHER_VERSION;
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return reader.numDocs() >= 0 ? State.WHOLE : State.DAMAGED;
            }
        } catch (IndexNotFoundException e) {
            return isEmpty() ? State.NEW : State.DAMAGED;
        } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
            return State.OTHER_VERSION;
        } catch (CorruptIndexException
                | java.io.EOFException
                | java.nio.file.NoSuchFileException
                | IllegalArgumentException e) {
            return State.DAMAGED;
        }
    }

    private boolean isEmpty() throws IOException {
        return Arrays.stream(directory.listAll()).noneMatch(file -> file.startsWith("segments"));
    }

    /** What was found when it was opened last. */
    State state() {
        return state;
    }

    /** What goes with a commit. */
    static Map<String, String> data(String key, String value) {
        return Map.of(LAYOUT_KEY, LAYOUT, key, value);
    }

    /** What went with the last commit; null when there is none of this version. */
    static @Nullable String read(IndexWriter writer, String key) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            for (var entry : data) {
                if (entry.getKey().equals(key)) {
                    return entry.getValue();
                }
            }
        }
        return null;
    }

    Map<String, Long> files() throws IOException {
        var sizes = new TreeMap<String, Long>();
        for (String file : directory.listAll()) {
            sizes.put(file, directory.fileLength(file));
        }
        return sizes;
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
