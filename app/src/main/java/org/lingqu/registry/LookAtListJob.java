package org.lingqu.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.Database;
import org.lingqu.job.JobContext;
import org.lingqu.registry.store.ListRows;
import org.lingqu.sheet.UnreadableSheet;
import org.springframework.stereotype.Component;

/** Looks at a list: what it would do, row by row, and which cells cannot be taken. Changes nothing but its own notes. */
@Component
final class LookAtListJob extends ListJob {

    static final String NAME = "registry.look";

    /** Of each outcome without problems so many rows are kept to be shown; the counts tell of all. */
    private static final int MOST_KEPT = 5000;

    /** Of those that somebody has to look at so many are kept. */
    private static final int MOST_TO_LOOK_AT = 100_000;

    /** Kept together in one transaction, so that others can write in between. */
    private static final int PART = 2000;

    private final Database database;
    private final ListReading reading;
    private final PartyReading parties;
    private final ListFiles files;

    LookAtListJob(Database database, ListReading reading, PartyReading parties, ListFiles files) {
        super(NAME, ListState.LOOKING, database);
        this.parties = parties;
        this.database = database;
        this.reading = reading;
        this.files = files;
    }

    @Override
    void work(JobContext context, FirmListImport list) throws IOException {
        long id = list.id();
        database.change(in -> ListRows.clear(in, id));
        var look = new Look(context, id);
        try {
            FirmSheet.Report report = list.kind() == null
                    ? reading.read(list, files.of(list), false, look)
                    : parties.read(list, files.of(list), look.atParties());
            if (holdsPersonalNumbers(report)) {
                refusePersonalNumbers(list);
                return;
            }
            look.flush();
            Subject subject =
                    list.kind() == null ? Subject.FIRM : parties.declared(list).subject();
            database.change(in -> {
                ListRows.looked(
                        in,
                        id,
                        ListReading.columns(report, subject),
                        look.counts(),
                        refusal(report, subject, look.counts()));
                ListRows.move(in, id, List.of(ListState.LOOKING), ListState.LOOKED);
            });
        } catch (UnreadableSheet e) {
            database.change(in -> {
                ListRows.clear(in, id);
                ListRows.looked(
                        in,
                        id,
                        List.of(),
                        ListCounts.NONE,
                        new FirmListImport.Refusal(e.code(), String.valueOf(e.getMessage()), e.advice()));
                ListRows.move(in, id, List.of(ListState.LOOKING), ListState.LOOKED);
            });
        }
    }

    private static boolean holdsPersonalNumbers(FirmSheet.Report report) {
        return report.meanings().stream()
                .anyMatch(meaning -> meaning instanceof ColumnMeaning.Unclear(String code, var advice)
                        && code.equals(Subject.PERSONAL_COLUMN));
    }

    /** Telephone and identity numbers are not even kept in the file that was sent. */
    private void refusePersonalNumbers(FirmListImport list) throws IOException {
        database.change(in -> {
            ListRows.clear(in, list.id());
            ListRows.looked(
                    in,
                    list.id(),
                    List.of(),
                    ListCounts.NONE,
                    new FirmListImport.Refusal(
                            Subject.PERSONAL_COLUMN,
                            "a column holds telephone or identity numbers",
                            "delete the column and send the list again; the file that was sent is not kept"));
            ListRows.move(in, list.id(), List.of(ListState.LOOKING), ListState.LOOKED);
        });
        files.remove(list);
    }

    private static FirmListImport.@Nullable Refusal refusal(
            FirmSheet.Report report, Subject subject, ListCounts counts) {
        if (report.headers().stream().allMatch(String::isEmpty)) {
            return new FirmListImport.Refusal(
                    "EMPTY_LIST", "the sheet is empty; it has no header", "send another file");
        }
        if (subject.numbering() != null && !report.hasCodes()) {
            return new FirmListImport.Refusal(
                    "NO_NUMBER_COLUMN",
                    "no column holds the numbers by which they are known",
                    "say below which column holds the number");
        }
        if (report.namesFirms() && counts.all() == 0) {
            return new FirmListImport.Refusal("NO_ROWS", "no firms stand below the header", "send a list with rows");
        }
        if (report.namesFirms()) {
            return null;
        }
        return new FirmListImport.Refusal(
                "NO_NAME_COLUMN",
                "no column holds the firms' names or credit codes",
                "say below which column holds the name or the code");
    }

    /** What was seen so far. */
    private final class Look implements ListReading.Use {

        private final JobContext context;
        private final long list;
        private final Map<RowOutcome, Integer> counts = new EnumMap<>(RowOutcome.class);
        private final List<ListRow> kept = new ArrayList<>();
        /** How cells were read is told once for each thing that stands there. */
        private final Set<String> told = new HashSet<>();

        private int toLookAt;
        private int cellProblems;
        private int withoutCode;
        private int doubted;
        private int rows;

        Look(JobContext context, long list) {
            this.context = context;
            this.list = list;
        }

        @Override
        public void part(List<ListReading.Considered> part) {
            see(part.stream().map(ListReading.Considered::row).toList());
        }

        /** The same of rows that speak of parties. */
        PartyReading.Use atParties() {
            return new PartyReading.Use() {
                @Override
                public void part(List<PartyReading.Considered> part) {
                    see(part.stream().map(PartyReading.Considered::row).toList());
                }

                @Override
                public void refused(int row, List<CellProblem> problems) {
                    Look.this.refused(row, problems);
                }
            };
        }

        private void see(List<ListRow> part) {
            part.forEach(this::see);
            rows += part.size();
            context.step(rows, 0, "");
        }

        @Override
        public void refused(int row, List<CellProblem> problems) {
            see(new ListRow(row, RowOutcome.REFUSED, null, null, null, 0, List.of(), problems));
        }

        private void see(ListRow seen) {
            ListRow row = seen.with(seen.problems().stream()
                    .filter(problem -> !problem.isReading() || told.add(problem.header() + "\n" + problem.value()))
                    .toList());
            int before = counts.merge(row.outcome(), 1, Integer::sum);
            cellProblems += row.problems().size();
            withoutCode += row.outcome() == RowOutcome.NEW && row.code() == null ? 1 : 0;
            doubted += row.outcome() != RowOutcome.REFUSED
                            && row.problems().stream().anyMatch(CellProblem::isDoubt)
                    ? 1
                    : 0;
            boolean serious = row.outcome() == RowOutcome.CONFLICT
                    || row.outcome() == RowOutcome.REFUSED
                    || !row.problems().isEmpty();
            if (serious ? toLookAt++ < MOST_TO_LOOK_AT : before <= MOST_KEPT) {
                kept.add(row);
                if (kept.size() == PART) {
                    flush();
                }
            }
        }

        void flush() {
            database.change(in -> ListRows.insert(in, list, kept));
            kept.clear();
        }

        ListCounts counts() {
            return ListCounts.of(counts, cellProblems).remarked(withoutCode, doubted);
        }
    }
}
