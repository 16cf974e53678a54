package org.lingqu.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.TitleHeld;
import org.lingqu.registry.ColumnMeaning.FirmCode;
import org.lingqu.registry.ColumnMeaning.FirmName;
import org.lingqu.registry.ColumnMeaning.Ignored;
import org.lingqu.registry.ColumnMeaning.Unclear;
import org.lingqu.sheet.SheetCell;
import org.lingqu.sheet.SheetRow;
import org.lingqu.sheet.Sheets;
import org.lingqu.sheet.UnreadableSheet;

/**
 * Reads an officer's own list of firms. Every cell becomes a fact with its source, or a problem with its place; a problem
 * leaves the fact unknown. A row without a firm, or with one that was already read, is left out and said so.
 *
 * <p>Rows are read in order by the thread that asks; what their cells mean is worked out beside it by other threads, some hundred
 * rows at a time, so that a million rows need little memory and all processors.
 */
public final class FirmSheet {

    /** Titles, notes and empty rows that may stand above the header. */
    private static final int HEADER_WITHIN = 15;

    /** Gets firms as they are read. */
    public interface Use {
        void firm(Firm firm, int row);
    }

    /**
     * Gets rows as they are read.
     *
     * @param <T> what is made of a row before its turn comes
     */
    interface RowUse<T> {
        /** What the columns hold; told once, before any row. */
        void columns(List<String> headers, List<ColumnMeaning> meanings);

        /** Makes of a row what can be made without knowing the others; by several threads at once, in any order. */
        T prepare(ReadRow row);

        /** A row that counts, in the order of the list; those without a sound code may come after the others. */
        void row(T prepared);

        /** A row that does not: it names no firm, or one that was already read. */
        void refused(int row, List<CellProblem> problems);
    }

    /**
     * What was read.
     *
     * @param headers as they stand in the sheet; two rows of headers are joined
     * @param meanings one for each header
     * @param firms how many firms were read
     * @param unread one for each header: whether the column is not read although something stands in it, and nobody said so
     * @param problems of the header and, where {@link Use} was asked for, of all rows in the order of the sheet
     */
    public record Report(
            List<String> headers,
            List<ColumnMeaning> meanings,
            List<Boolean> unread,
            int headerRow,
            int firms,
            List<CellProblem> problems) {

        public Report {
            unread = List.copyOf(unread);
            headers = List.copyOf(headers);
            meanings = List.copyOf(meanings);
            problems = List.copyOf(problems);
        }

        /** Whether a column holds codes or numbers. */
        boolean hasCodes() {
            return meanings.stream().anyMatch(meaning -> meaning instanceof FirmCode);
        }

        /** Whether firms can be told apart at all. */
        public boolean namesFirms() {
            return meanings.stream().anyMatch(meaning -> meaning instanceof FirmName || meaning instanceof FirmCode);
        }
    }

    private FirmSheet() {}

    /**
     * Reads a list.
     *
     * @param sheet name of the sheet, empty for the first visible one
     * @param asOf the day the list speaks of: a title that is merely said to be held is held on that day
     */
    public static Report read(
            Path file, String sheet, Headers proposals, ColumnMapping mapping, LocalDate asOf, Use use)
            throws IOException, UnreadableSheet {
        var firms = new Firms(Objects.requireNonNull(file.getFileName()).toString(), use);
        Report report = readRows(file, sheet, proposals, mapping, asOf, firms);
        var problems = new ArrayList<>(report.problems());
        firms.problems.sort(Comparator.comparingInt(CellProblem::row)); // rows without a sound code are read last
        problems.addAll(firms.problems);
        return new Report(
                report.headers(), report.meanings(), report.unread(), report.headerRow(), report.firms(), problems);
    }

    /** The same row by row, for those who keep them in the registry. */
    static <T> Report readRows(
            Path file, String sheet, Headers proposals, ColumnMapping mapping, LocalDate asOf, RowUse<T> use)
            throws IOException, UnreadableSheet {
        boolean parquet = Sheets.isParquet(file);
        try (var reading = new Reading<>(proposals, mapping, asOf, parquet, use)) {
            Sheets.read(file, sheet, row -> {
                reading.row(row);
                return true;
            });
            return reading.finish();
        }
    }

    /** Firms with the cell of each value, as decisions name it. */
    private static final class Firms implements RowUse<ReadRow> {

        private final String source;
        private final Use use;
        private final List<CellProblem> problems = new ArrayList<>();
        private List<ColumnMeaning> meanings = List.of();

        Firms(String source, Use use) {
            this.source = source;
            this.use = use;
        }

        @Override
        public void columns(List<String> headers, List<ColumnMeaning> known) {
            meanings = known;
        }

        @Override
        public ReadRow prepare(ReadRow row) {
            return row;
        }

        @Override
        public void row(ReadRow row) {
            problems.addAll(row.problems());
            var facts = FirmFacts.builder();
            for (int column = 0; column < meanings.size(); column++) {
                var value = row.values()[column];
                if (value == null) {
                    continue;
                }
                switch (meanings.get(column)) {
                    case ColumnMeaning.FactColumn fact ->
                        facts.put(fact.fact().name(), fact.year(), value, source(row.row(), column));
                    case ColumnMeaning.AnswerColumn answer -> facts.answer(answer.item(), RowSaid.yes(value));
                    case ColumnMeaning.PointsColumn points -> facts.judgement(points.item(), RowSaid.number(value));
                    case ColumnMeaning.TitleColumn ignored -> {}
                    case FirmName ignored -> {}
                    case FirmCode ignored -> {}
                    case Ignored ignored -> {}
                    case Unclear ignored -> {}
                }
            }
            row.titles().forEach((title, spans) -> {
                facts.titleKnown(title);
                spans.forEach(span ->
                        facts.title(new TitleHeld(title, span.from(), span.to(), titleSource(row.row(), title))));
            });
            String id = Objects.requireNonNull(row.code() == null ? row.name() : row.code());
            use.firm(new Firm(id, row.name() == null ? id : row.name(), facts.build()), row.row());
        }

        @Override
        public void refused(int row, List<CellProblem> more) {
            problems.addAll(more);
        }

        private String source(int row, int column) {
            return source + " " + SheetRow.letters(column) + row;
        }

        /** The last of its columns. */
        private String titleSource(int row, String title) {
            for (int column = meanings.size() - 1; column >= 0; column--) {
                if (meanings.get(column) instanceof ColumnMeaning.TitleColumn(String name, var part)
                        && name.equals(title)) {
                    return source(row, column);
                }
            }
            return source;
        }
    }

    /** One list while it is read. */
    private static final class Reading<T> implements AutoCloseable {

        /** Rows that are worked on together. */
        private static final int PART = 500;
        /** Parts that may wait: more would only need more memory. */
        private static final int WAITING = 2 * Runtime.getRuntime().availableProcessors();

        /** So many rows without a sound code wait for one that has it; with more, the first of a firm counts, as memory is not endless. */
        private static final int MOST_DEFERRED = 20_000;

        /** What is longer is no header. */
        private static final int LONGEST_HEADER = 200;

        private record Prepared<T>(ReadRow row, @Nullable T made) {}

        private final Headers proposals;
        private final ColumnMapping mapping;
        private final LocalDate asOf;
        private final boolean parquet;
        private final RowUse<T> use;
        private final List<SheetRow> above = new ArrayList<>();
        private final List<CellProblem> problems = new ArrayList<>();
        private final SeenFirms seen = new SeenFirms();
        private final Deque<Future<List<Prepared<T>>>> waiting = new ArrayDeque<>();
        private List<SheetRow> part = new ArrayList<>();
        private List<String> headers = List.of();
        private List<ColumnMeaning> meanings = List.of();
        private @Nullable RowReader reader;
        private @Nullable ExecutorService workers;
        private final List<Prepared<T>> deferred = new ArrayList<>();
        /** Whether rows that say less than others may have to wait for these; not where no row can say more. */
        private boolean defers;

        private int headerRow;
        private int firms;

        Reading(Headers proposals, ColumnMapping mapping, LocalDate asOf, boolean parquet, RowUse<T> use) {
            this.proposals = proposals;
            this.mapping = mapping;
            this.asOf = asOf;
            this.parquet = parquet;
            this.use = use;
        }

        void row(SheetRow row) {
            if (reader != null) {
                below(row);
                return;
            }
            above.add(row);
            if (parquet || above.size() == HEADER_WITHIN) {
                finishHeader();
            }
        }

        Report finish() {
            finishHeader();
            for (Future<List<Prepared<T>>> each : waiting) {
                pass(result(each));
            }
            waiting.clear();
            if (!part.isEmpty()) {
                pass(prepare(part));
            }
            passDeferred();
            return new Report(headers, meanings, unread(), headerRow, firms, problems);
        }

        private List<Boolean> unread() {
            RowReader cells = reader;
            return cells == null
                    ? List.of()
                    : IntStream.range(0, headers.size())
                            .mapToObj(column -> cells.isUnread(column)
                                    && !mapping.says(headers.get(column))
                                    && !HeaderWords.isLeftOut(headers.get(column)))
                            .toList();
        }

        /** Chooses the header among the first rows and reads those below it. */
        private void finishHeader() {
            if (reader != null || above.isEmpty()) {
                return;
            }
            HeaderRows header = parquet
                    ? new HeaderRows(
                            above.getFirst().cells().stream()
                                    .map(SheetCell::shown)
                                    .map(proposals::ofParquet)
                                    .toList(),
                            1,
                            List.of())
                    : HeaderRows.among(above, understood());
            headers = header.labels();
            headerRow = header.last();
            meanings = meanings();
            reader = new RowReader(headers, meanings, asOf, proposals);
            defers = proposals.subject().numbering() == null
                    && meanings.contains(new FirmName())
                    && meanings.contains(new FirmCode());
            use.columns(headers, meanings);
            above.clear();
            header.below().forEach(this::below);
        }

        /** Words come again and again in the first rows, alone and in pairs. */
        private Predicate<String> understood() {
            var known = new HashMap<String, Boolean>();
            return label -> known.computeIfAbsent(
                    label,
                    each -> each.length() <= LONGEST_HEADER && !(mapping.meaning(each, proposals) instanceof Ignored));
        }

        private List<ColumnMeaning> meanings() {
            var found = new ArrayList<ColumnMeaning>();
            for (int column = 0; column < headers.size(); column++) {
                String header = headers.get(column);
                ColumnMeaning meaning = header.isEmpty() ? new Ignored() : mapping.meaning(header, proposals);
                if (!(meaning instanceof Ignored) && found.contains(meaning)) {
                    meaning = new Unclear(
                            "COLUMN_TWICE",
                            new Advice(
                                    "前面已有同样的一列；请只留一列，或在列含义文件中写 ignore",
                                    "An earlier column holds the same; keep one, or map this one to ignore"));
                }
                if (meaning instanceof Unclear unclear) {
                    problems.add(new CellProblem(headerRow, column, header, unclear.code(), header, unclear.advice()));
                }
                found.add(meaning);
            }
            return found;
        }

        private void below(SheetRow row) {
            part.add(row);
            if (part.size() == PART) {
                List<SheetRow> full = part;
                part = new ArrayList<>(PART);
                waiting.add(workers().submit(() -> prepare(full)));
                while (waiting.size() > WAITING) {
                    pass(result(waiting.remove()));
                }
            }
        }

        private ExecutorService workers() {
            if (workers == null) {
                workers = Executors.newFixedThreadPool(
                        Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                        Thread.ofPlatform().name("cells-", 0).daemon().factory());
            }
            return workers;
        }

        private List<Prepared<T>> prepare(List<SheetRow> rows) {
            RowReader cells = Objects.requireNonNull(reader);
            var prepared = new ArrayList<Prepared<T>>(rows.size());
            for (SheetRow row : rows) {
                ReadRow read = cells.read(row);
                prepared.add(new Prepared<>(read, read.namesFirm() ? use.prepare(read) : null));
            }
            return prepared;
        }

        private static <R> R result(Future<R> future) {
            try {
                return future.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException problem) {
                    throw problem;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a list was read", e);
            }
        }

        private void pass(List<Prepared<T>> rows) {
            for (Prepared<T> each : rows) {
                ReadRow row = each.row();
                T made = each.made();
                if (made == null) {
                    use.refused(row.row(), row.problems());
                    continue;
                }
                if (defers && !isWhole(row)) {
                    defer(each);
                } else {
                    pass(row, made);
                }
            }
        }

        private void pass(ReadRow row, T made) {
            int earlier = seen.see(row);
            if (earlier == 0) {
                firms++;
                use.row(made);
            } else {
                use.refused(row.row(), twice(row, earlier));
            }
        }

        private static boolean isWhole(ReadRow row) {
            return row.code() != null && row.name() != null;
        }

        /** Of rows that speak of one firm the one with a sound code counts, wherever it stands: the others wait until all were seen. */
        private void defer(Prepared<T> row) {
            deferred.add(row);
            if (deferred.size() == MOST_DEFERRED) {
                passDeferred();
                defers = false;
            }
        }

        /** Those that say more go first: a code alone, a name alone, a name with a code that is none. */
        private void passDeferred() {
            deferred.sort(Comparator.comparingInt(each -> rank(each.row()))); // stable, so in the order of the list
            for (Prepared<T> each : deferred) {
                pass(each.row(), Objects.requireNonNull(each.made()));
            }
            deferred.clear();
        }

        private static int rank(ReadRow row) {
            return row.code() != null ? 0 : row.hasWrongCode() ? 2 : 1;
        }

        private List<CellProblem> twice(ReadRow row, int earlier) {
            var all = new ArrayList<>(row.problems());
            all.removeIf(problem ->
                    !problem.code().startsWith("CODE") && !problem.code().equals("NUMBER_FOR_CODE"));
            all.add(row.problem(
                    "FIRM_TWICE",
                    row.hasWrongCode()
                            ? proposals.subject().twiceWithWrongCode(earlier)
                            : proposals.subject().twice(earlier)));
            return all;
        }

        @Override
        public void close() {
            if (workers != null) {
                workers.shutdownNow();
            }
        }
    }
}
