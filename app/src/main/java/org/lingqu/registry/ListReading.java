package org.lingqu.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lingqu.database.Database;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.store.EnterpriseRows;
import org.lingqu.registry.store.EntryRows;
import org.lingqu.sheet.UnreadableSheet;
import org.springframework.stereotype.Component;

/** Reads a list and holds each row against what is known; looking and taking in do this alike, so that she gets what she saw. */
@Component
final class ListReading {

    private static final int PART = 500;

    private final Database database;
    private final InstalledPack installed;

    ListReading(Database database, InstalledPack installed) {
        this.database = database;
        this.installed = installed;
    }

    /**
     * A row and what it adds.
     *
     * @param news what its source has not said before; all of it for a new enterprise
     */
    record Considered(ListRow row, Said news) {}

    /** Gets rows as they are read, some hundred at a time. */
    interface Use {
        void part(List<Considered> rows);
    }

    /**
     * Reads.
     *
     * @return what the reader says of headers and cells; problems of single cells are not in the rows yet
     */
    FirmSheet.Report read(FirmListImport list, Path file, Use use) throws IOException, UnreadableSheet {
        var part = new ArrayList<Read>();
        FirmSheet.Report report = FirmSheet.read(
                file, list.sheet(), headers(list.saidOn()), mapping(list), list.saidOn(), (firm, row) -> {
                    part.add(new Read(row, firm));
                    if (part.size() == PART) {
                        use.part(consider(list, part));
                        part.clear();
                    }
                });
        if (!part.isEmpty()) {
            use.part(consider(list, part));
        }
        return report;
    }

    Headers headers(LocalDate day) {
        return new Headers(installed.facts(), installed.titles(), day);
    }

    private ColumnMapping mapping(FirmListImport list) {
        if (list.mapping().isEmpty()) {
            return ColumnMapping.none();
        }
        var problems = new ArrayList<PolicyProblem>(); // of facts that the dictionary has lost since: proposed anew
        return ColumnMapping.read("columns", list.mapping(), installed.facts(), installed.titles(), problems);
    }

    private record Read(int row, Firm firm) {}

    /** What of a part is known: numbers by code, enterprises by name, and all that was said about them. */
    private record Known(
            Map<String, Long> byCode, Map<String, List<Enterprise>> byName, Map<Long, List<Entry>> entries) {}

    private List<Considered> consider(FirmListImport list, List<Read> part) {
        List<Said> said = part.stream().map(read -> Said.of(read.firm())).toList();
        Known known = known(said);
        var considered = new ArrayList<Considered>();
        for (int i = 0; i < part.size(); i++) {
            considered.add(one(list, part.get(i).row(), said.get(i), known));
        }
        return considered;
    }

    private Known known(List<Said> said) {
        List<String> codes =
                said.stream().map(Said::code).filter(Objects::nonNull).toList();
        List<String> names = said.stream()
                .map(each -> NameKey.of(Objects.requireNonNull(each.name())))
                .distinct()
                .toList();
        return database.read(in -> {
            Map<String, Long> byCode = EnterpriseRows.byCodes(in, codes);
            Map<String, List<Enterprise>> byName = EnterpriseRows.byNames(in, names);
            var ids = new ArrayList<>(byCode.values());
            byName.values().stream()
                    .flatMap(Collection::stream)
                    .map(Enterprise::id)
                    .forEach(ids::add);
            return new Known(
                    byCode, byName, EntryRows.of(in, ids.stream().distinct().toList()));
        });
    }

    private Considered one(FirmListImport list, int row, Said said, Known known) {
        String name = Objects.requireNonNull(said.name());
        List<Enterprise> namesakes = known.byName().getOrDefault(NameKey.of(name), List.of());
        Long id = said.code() == null ? null : known.byCode().get(said.code());
        var problems = new ArrayList<CellProblem>();
        if (id == null) {
            List<Enterprise> candidates = namesakes.stream()
                    .filter(each -> said.code() == null || each.code() == null)
                    .toList();
            if (candidates.size() > 1) {
                problems.add(ambiguous(row, name, candidates.size()));
                return refused(row, said, problems);
            }
            id = candidates.isEmpty()
                    ? null
                    : Long.valueOf(candidates.getFirst().id());
            if (id == null && !namesakes.isEmpty()) {
                problems.add(otherCode(
                        row, name, Objects.requireNonNull(namesakes.getFirst().code())));
            }
        }
        if (id == null) {
            return new Considered(
                    new ListRow(row, RowOutcome.NEW, name, said.code(), null, said.size(), List.of(), problems), said);
        }
        FirmFile file = FirmFile.of(known.entries().getOrDefault(id, List.of()), installed.facts());
        Comparison comparison = Comparison.of(file, list.source(), said);
        RowOutcome outcome = file.isEmpty() ? RowOutcome.NEW : comparison.outcome();
        return new Considered(
                new ListRow(row, outcome, name, said.code(), id, said.size(), comparison.differences(), problems),
                file.isEmpty() ? said : comparison.news());
    }

    private static Considered refused(int row, Said said, List<CellProblem> problems) {
        return new Considered(
                new ListRow(row, RowOutcome.REFUSED, said.name(), said.code(), null, said.size(), List.of(), problems),
                said);
    }

    private static CellProblem ambiguous(int row, String name, int count) {
        return new CellProblem(
                row,
                0,
                "",
                "NAME_OF_SEVERAL",
                name,
                new Advice(
                        "已有" + count + "家企业叫这个名称，请补上统一社会信用代码",
                        "there are " + count + " enterprises of this name; add the credit code"));
    }

    private static CellProblem otherCode(int row, String name, String code) {
        return new CellProblem(
                row,
                0,
                "",
                "NAME_UNDER_OTHER_CODE",
                name,
                new Advice(
                        "同名企业已登记为 " + code + "，请核对两个代码；此行将新建一家企业",
                        "an enterprise of this name has the code " + code
                                + "; compare the two codes. The row will begin another file"));
    }

    /** Problems by the row they stand in; those of the header under its row. */
    static Map<Integer, List<CellProblem>> byRow(List<CellProblem> problems) {
        var rows = new HashMap<Integer, List<CellProblem>>();
        problems.forEach(problem ->
                rows.computeIfAbsent(problem.row(), each -> new ArrayList<>()).add(problem));
        return rows;
    }

    static List<ListColumn> columns(FirmSheet.Report report) {
        var columns = new ArrayList<ListColumn>();
        for (int i = 0; i < report.headers().size(); i++) {
            ColumnMeaning meaning = report.meanings().get(i);
            columns.add(new ListColumn(report.headers().get(i), ColumnWords.of(meaning), unclear(meaning)));
        }
        return columns;
    }

    private static String unclear(ColumnMeaning meaning) {
        return meaning instanceof ColumnMeaning.Unclear unclear ? unclear.code() : "";
    }
}
