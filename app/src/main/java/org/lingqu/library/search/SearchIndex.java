package org.lingqu.library.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.jspecify.annotations.Nullable;
import org.lingqu.library.Visibility;

/**
 * The search index in its folder. It is derived: whatever happens to it, {@link #rebuild} makes it again from the store. One process
 * writes; any number of threads search and write. What was put in is found after about a second, or at once after {@link #refresh};
 * it survives a crash after {@link #commit}.
 *
 * <p>Methods throw {@link UncheckedIOException} when the disk fails; queries, however strange, never throw.
 */
public final class SearchIndex implements AutoCloseable {

    private static final long STALE_AFTER = 1_000_000_000L;
    private static final long TIME_ALLOWED = 3_000_000_000L;
    private static final String MARKER = "marker";
    private static final int MOST_WORDS = 400;
    private static final long MOST_BYTES = 32L << 20;

    private final IndexFolder folder;
    private final CharacterPairs analyzer = new CharacterPairs();
    private final Words words = new Words();
    private final QueryReader queryReader = new QueryReader(words);
    private final Queries queries = new Queries(analyzer);
    private final CountCache counts = new CountCache();
    private final QueryCache matches = new LRUQueryCache(MOST_WORDS, MOST_BYTES);
    private final QueryCachingPolicy frequent = new FrequentWords();
    private volatile Synonyms synonyms;
    private volatile IndexWriter writer;
    private volatile SearcherManager searchers;
    private volatile boolean changed;
    private volatile boolean rebuilding;
    private volatile long refreshed = System.nanoTime();

    private SearchIndex(IndexFolder folder, Synonyms synonyms) throws IOException {
        this.folder = folder;
        this.synonyms = synonyms;
        this.writer = folder.open(analyzer);
        this.searchers = new SearcherManager(writer, new SearcherFactory());
        queryReader.read("预热", synonyms); // dictionaries are read before the first person waits for them
    }

    /**
     * Opens the index, or begins an empty one when there is none, it is damaged or an older version wrote it; {@link #marker} is null
     * then.
     *
     * @throws SearchIndexInUse if another process writes to it
     */
    public static SearchIndex open(Path folder, Synonyms synonyms) {
        try {
            return new SearchIndex(new IndexFolder(folder), synonyms);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there was an index of this folder before, though none that could be used, and why not: for a person to read. */
    public Optional<String> lost() {
        return switch (folder.state()) {
            case NEW, WHOLE -> Optional.empty();
            case DAMAGED -> Optional.of("检索索引已损坏 the search index was damaged");
            case OTHER_VERSION -> Optional.of("检索索引来自另一个版本 the search index was written by another version");
        };
    }

    /** Other synonyms from now on. */
    public void use(Synonyms other) {
        synonyms = other;
    }

    /** Adds the document, in place of any with its id. */
    public void put(SearchDocument document) {
        write(w -> w.updateDocument(new Term(Documents.ID, document.id()), Documents.of(document, words)));
    }

    /** Adds or replaces all of them. */
    public void put(Collection<SearchDocument> documents) {
        documents.forEach(this::put);
    }

    /** Puts the documents of an owner in, in place of all it had; searches see all of them or none. */
    public void replace(String owner, List<SearchDocument> documents) {
        write(w -> w.updateDocuments(
                new Term(Documents.OWNER, owner),
                documents.stream()
                        .map(document -> Documents.of(document, words))
                        .toList()));
    }

    /** Takes the document out; nothing happens when it is not there. */
    public void remove(String id) {
        write(w -> w.deleteDocuments(new Term(Documents.ID, id)));
    }

    /**
     * Makes everything put in or taken out so far survive a crash. Does nothing during a rebuild, which commits as a whole.
     *
     * @param marker how far in the store's changes that is; given back by {@link #marker} after a restart
     */
    public void commit(String marker) {
        if (!rebuilding) {
            write(w -> {
                w.setLiveCommitData(IndexFolder.data(MARKER, marker).entrySet());
                w.commit();
            });
        }
    }

    /** The marker of the last commit; null when the index is new or a rebuild is due. */
    public @Nullable String marker() {
        return IndexFolder.read(writer, MARKER);
    }

    /**
     * Replaces everything by these documents, while searches go on with what was there. A crash on the way, or a stream that throws,
     * leaves the old index. Nothing else may be put in meanwhile that the stream might still bring in an older state.
     *
     * @param progress told how many are in, now and then
     */
    public synchronized void rebuild(Stream<SearchDocument> documents, String marker, IntConsumer progress) {
        rebuilding = true;
        boolean whole = false;
        try {
            write(IndexWriter::deleteAll);
            var done = new int[1];
            documents.forEach(document -> {
                put(document);
                if (++done[0] % 1_000 == 0) {
                    progress.accept(done[0]);
                }
            });
            progress.accept(done[0]);
            whole = true;
        } finally {
            if (!whole) {
                undo();
            }
            rebuilding = false;
        }
        commit(marker);
        refresh();
    }

    /** Back to the last commit. */
    private void undo() {
        try {
            writer.rollback();
            reopen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets searches see everything put in so far. Does nothing during a rebuild. */
    public void refresh() {
        try {
            if (!rebuilding) {
                changed = false;
                refreshed = System.nanoTime();
                searchers.maybeRefreshBlocking();
                counts.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refreshWhenStale() throws IOException {
        if (changed && !rebuilding && System.nanoTime() - refreshed > STALE_AFTER) {
            changed = false;
            refreshed = System.nanoTime();
            searchers.maybeRefresh();
            counts.clear();
        }
    }

    /** Finds. Never throws for what was typed. */
    public SearchResult search(SearchRequest request) {
        Synonyms current = synonyms;
        return reading(searcher -> {
            Understood read = new PinyinReader(searcher.getIndexReader(), request.mayRead(), current)
                    .read(queryReader.read(request.query(), current));
            long end = System.nanoTime() + TIME_ALLOWED;
            searcher.setTimeout(() -> System.nanoTime() > end);
            return new Searching(searcher, request, queries, current, counts).run(read);
        });
    }

    /** How many things have come {@link SearchRequest#since}, everything that says the same counted once; at most a thousand and one. */
    public int news(SearchRequest request) {
        Synonyms current = synonyms;
        return reading(searcher -> {
            Understood read = new PinyinReader(searcher.getIndexReader(), request.mayRead(), current)
                    .read(queryReader.read(request.query(), current));
            return new Searching(searcher, request, queries, current, counts).news(read);
        });
    }

    /**
     * Other documents of the same kind that say something similar, the closest first; reprints of it left out.
     *
     * @param id of a document in the index; unknown ones have no relatives
     */
    public List<Hit> related(String id, Visibility mayRead, int most) {
        return reading(searcher -> new Related(searcher, analyzer).of(id, mayRead, most));
    }

    /**
     * Words of titles and indicators that begin with what was typed, as characters, pinyin or initials; the most frequent first.
     *
     * @param typed at least one character; longer than 20 gives nothing
     */
    public List<String> suggest(String typed, Visibility mayRead, int most) {
        String folded = Fold.fold(typed.strip());
        return folded.isEmpty() || folded.length() > 20
                ? List.of()
                : reading(searcher -> Vocabulary.beginningWith(searcher.getIndexReader(), folded, mayRead).stream()
                        .limit(most)
                        .map(Vocabulary.Known::word)
                        .toList());
    }

    /** How many documents can be found. */
    public int count() {
        return reading(searcher -> searcher.getIndexReader().numDocs());
    }

    /** Gives the folder back. What was not committed is left to the next catching up from the store. */
    @Override
    public void close() {
        try {
            searchers.close();
            writer.rollback();
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Write {
        void to(IndexWriter writer) throws IOException;
    }

    /** A writer that a full disk has closed is opened again at its last commit. */
    private void write(Write write) {
        try {
            if (!writer.isOpen()) {
                reopen();
            }
            write.to(writer);
            changed = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void reopen() throws IOException {
        if (!writer.isOpen()) {
            SearcherManager old = searchers;
            writer = folder.open(analyzer);
            searchers = new SearcherManager(writer, new SearcherFactory());
            counts.clear();
            old.close();
        }
    }

    private interface Read<T> {
        T from(IndexSearcher searcher) throws IOException;
    }

    private <T> T reading(Read<T> read) {
        try {
            refreshWhenStale();
            SearcherManager manager = searchers;
            IndexSearcher shared = manager.acquire();
            try {
                var searcher = new IndexSearcher(shared.getIndexReader());
                searcher.setQueryCache(matches);
                searcher.setQueryCachingPolicy(frequent);
                return read.from(searcher);
            } finally {
                manager.release(shared);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For measuring: size in bytes on disk by name of file. */
    Map<String, Long> files() throws IOException {
        return folder.files();
    }
}
