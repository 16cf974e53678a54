package org.lingqu.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lingqu.database.Database;
import org.lingqu.job.JobContext;
import org.lingqu.job.JobKind;
import org.lingqu.job.JobRun;
import org.lingqu.registry.store.ListRows;
import org.lingqu.sheet.UnreadableSheet;
import org.springframework.stereotype.Component;

/** Looks at a list: what it would do, row by row, and which cells cannot be taken. Changes nothing but its own notes. */
@Component
final class LookAtListJob implements JobKind {

    static final String NAME = "registry.look";

    /** Of each outcome without problems so many rows are kept to be shown; the counts tell of all. */
    private static final int MOST_KEPT = 5000;

    private final Database database;
    private final ListReading reading;
    private final ListFiles files;

    LookAtListJob(Database database, ListReading reading, ListFiles files) {
        this.database = database;
        this.reading = reading;
        this.files = files;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> address(JobRun run) {
        return Optional.of("/enterprises/import/" + run.payload());
    }

    @Override
    public void run(JobContext context) throws IOException {
        long id = Long.parseLong(context.run().payload());
        FirmListImport list = database.read(in -> ListRows.byId(in, id)).orElseThrow();
        if (list.state() != ListState.LOOKING) {
            return;
        }
        var look = new Look(context);
        try {
            FirmSheet.Report report = reading.read(list, files.of(list), look);
            look.finish(report);
            database.change(in -> {
                ListRows.clear(in, id);
                ListRows.insert(in, id, List.copyOf(look.kept.values()));
                ListRows.looked(in, id, ListReading.columns(report), look.counts(report), refusal(report));
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

    private static FirmListImport.@org.jspecify.annotations.Nullable Refusal refusal(FirmSheet.Report report) {
        if (report.namesFirms()) {
            return null;
        }
        return new FirmListImport.Refusal(
                "NO_NAME_COLUMN",
                "no column holds the firms' names or credit codes",
                "say below which column holds the name or the code");
    }

    /** What was seen so far. */
    private static final class Look implements ListReading.Use {

        private final JobContext context;
        private final Map<RowOutcome, Integer> counts = new EnumMap<>(RowOutcome.class);
        private final Map<Integer, ListRow> kept = new java.util.TreeMap<>();
        private int rows;

        Look(JobContext context) {
            this.context = context;
        }

        @Override
        public void part(List<ListReading.Considered> part) {
            for (ListReading.Considered each : part) {
                ListRow row = each.row();
                int before = counts.merge(row.outcome(), 1, Integer::sum);
                if (before <= MOST_KEPT
                        || row.outcome() == RowOutcome.CONFLICT
                        || !row.problems().isEmpty()) {
                    kept.put(row.row(), row);
                }
            }
            rows += part.size();
            context.step(rows, 0, "");
        }

        /** Puts the problems of cells to their rows; rows without a firm are refused. */
        void finish(FirmSheet.Report report) {
            ListReading.byRow(report.problems()).forEach((row, problems) -> {
                if (row == report.headerRow()) {
                    return;
                }
                ListRow seen = kept.get(row);
                if (isRefusal(problems)) {
                    kept.put(row, new ListRow(row, RowOutcome.REFUSED, null, null, null, 0, List.of(), problems));
                    counts.merge(RowOutcome.REFUSED, 1, Integer::sum);
                } else if (seen != null) {
                    var all = new ArrayList<>(seen.problems());
                    all.addAll(problems);
                    kept.put(row, seen.with(all));
                } else {
                    kept.put(row, new ListRow(row, RowOutcome.UNCHANGED, null, null, null, 0, List.of(), problems));
                }
            });
        }

        private static boolean isRefusal(List<CellProblem> problems) {
            return problems.stream()
                    .anyMatch(problem -> problem.code().equals("ROW_WITHOUT_FIRM")
                            || problem.code().equals("FIRM_TWICE"));
        }

        ListCounts counts(FirmSheet.Report report) {
            var by = new HashMap<>(counts);
            return new ListCounts(
                    by.getOrDefault(RowOutcome.NEW, 0),
                    by.getOrDefault(RowOutcome.CHANGED, 0),
                    by.getOrDefault(RowOutcome.CONFLICT, 0),
                    by.getOrDefault(RowOutcome.UNCHANGED, 0),
                    by.getOrDefault(RowOutcome.REFUSED, 0),
                    (int) report.problems().stream()
                            .filter(problem -> problem.row() != report.headerRow())
                            .count());
        }
    }
}
