package org.lingqu.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.Database;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.store.EnterpriseRows;
import org.lingqu.registry.store.EntryRows;

/** Reads what counts about all enterprises into columns. */
final class EnterpriseColumns {

    /** Read at once: a multiple of the 1,024 that are decided together, and few enough to be garbage before it is old. */
    private static final int PART = 2 * 1024;

    private final Database database;
    private final InstalledPack installed;

    EnterpriseColumns(Database database, InstalledPack installed) {
        this.database = database;
        this.installed = installed;
    }

    /** See {@link Enterprises#columns}. */
    <T> List<T> read(int threads, Function<ColumnPart, T> make) {
        long last = database.read(EnterpriseRows::lastId);
        try (ExecutorService workers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("columns-", 0).daemon().factory())) {
            var spare = new ConcurrentLinkedQueue<FactColumns>(); // large, and used again rather than thrown away
            var parts = new ArrayList<Future<Optional<T>>>();
            for (long from = 1; from <= last; from += PART) {
                long first = from;
                parts.add(workers.submit(() -> {
                    FactColumns columns = Objects.requireNonNullElseGet(spare.poll(), () -> new FactColumns(PART));
                    read(first, columns);
                    Optional<T> made =
                            columns.count() == 0 ? Optional.empty() : Optional.of(make.apply(columns.part()));
                    columns.clear();
                    spare.add(columns);
                    return made;
                }));
            }
            var made = new ArrayList<T>();
            for (Future<Optional<T>> part : parts) {
                part.get().ifPresent(made::add);
            }
            return made;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while enterprises were read", e);
        }
    }

    private void read(long first, FactColumns columns) {
        var own = new Own(columns);
        database.read(in -> {
            EntryRows.each(in, first, first + PART, own);
            return true;
        });
        own.finish();
    }

    /** Gathers what was said about one enterprise after the other. */
    private final class Own implements EntryRows.Kept {

        private record Spoken(
                long id,
                String source,
                String saidOn,
                @Nullable Shape shape,
                String text) {}

        private final FactColumns to;
        private final List<Spoken> spoken = new ArrayList<>();
        private long enterprise;

        Own(FactColumns to) {
            this.to = to;
        }

        @Override
        public void entry(long of, long id, String source, String saidOn, @Nullable Shape shape, String text) {
            if (of != enterprise) {
                finish();
                enterprise = of;
            }
            spoken.add(new Spoken(id, source, saidOn, shape, text));
        }

        void finish() {
            Shape alone = spoken.size() == 1 ? spoken.getFirst().shape() : null;
            if (alone != null) {
                to.add(
                        enterprise,
                        alone,
                        spoken.getFirst().text(),
                        Supplier.valueOf(spoken.getFirst().source()));
            } else if (!spoken.isEmpty()) {
                FirmFile file = FirmFile.of(spoken.stream().map(this::entry).toList(), installed.facts());
                if (!file.isEmpty()) {
                    to.add(enterprise, file);
                }
            }
            spoken.clear();
        }

        private Entry entry(Spoken each) {
            return new Entry(
                    each.id(),
                    enterprise,
                    null,
                    0,
                    Supplier.valueOf(each.source()),
                    LocalDate.parse(each.saidOn()),
                    EntryRows.said(each.shape(), each.text()),
                    null,
                    0,
                    "",
                    Instant.EPOCH,
                    null);
        }
    }
}
