package org.lingqu.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.ColumnText;
import org.lingqu.database.Database;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.store.EnterpriseRows;
import org.lingqu.registry.store.EntryRows;
import org.lingqu.registry.store.KeptEntry;
import org.lingqu.registry.store.ShownValues;
import org.lingqu.sheet.UnreadableSheet;
import org.lingqu.ui.Ui;
import org.springframework.stereotype.Component;

/** Reads a list and holds each row against what is known; looking and taking in do this alike, so that she gets what she saw. */
@Component
final class ListReading {

    private static final int PART = 500;
    private static final Said NOTHING = Said.values(Map.of());

    private final Database database;
    private final InstalledPack installed;

    private final SizeClasses sizes;
    private final Clock clock;
    private final Places places;
    private final Plausibility plausibility = Plausibility.standard();

    ListReading(Database database, InstalledPack installed, SizeClasses sizes, Clock clock, Places places) {
        this.places = places;
        this.database = database;
        this.installed = installed;
        this.sizes = sizes;
        this.clock = clock;
    }

    /**
     * A row and what it adds.
     *
     * @param said the row itself
     * @param news what its source has not said before, for an enterprise that is known; null for a new one, of which all is news
     */
    record Considered(ListRow row, ToTake said, @Nullable Said news) {}

    /**
     * A row with what can be worked out before anybody knows whether the firm is new.
     *
     * @param text as it will be kept, null where it has to be kept otherwise or nothing is to be taken in
     * @param shown what lists will show of it where it is new, null where nothing is to be taken in
     */
    record ToTake(
            RowSaid said, @Nullable String text, @Nullable ShownValues shown) {}

    /** Gets rows as they are read, some hundred at a time. */
    interface Use {
        /** Of what the rows speak; told before the first. */
        default void shape(Shape shape) {}

        void part(List<Considered> rows);

        /** A row that names no firm, or one that was already read. */
        void refused(int row, List<CellProblem> problems);
    }

    /**
     * Reads.
     *
     * @param taking whether rows are to be taken in, and not only looked at
     * @return what the reader says of the header
     */
    FirmSheet.Report read(FirmListImport list, Path file, boolean taking, Use use) throws IOException, UnreadableSheet {
        var rows = new Rows(list, taking, use);
        FirmSheet.Report report =
                FirmSheet.readRows(file, list.sheet(), headers(list.saidOn()), mapping(list), list.saidOn(), rows);
        rows.flush();
        return report;
    }

    private final class Rows implements FirmSheet.RowUse<ToTake> {

        private final FirmListImport list;
        private final boolean taking;
        private final Use use;
        private final LocalDate today = LocalDate.ofInstant(clock.instant(), Ui.ZONE);
        private final List<ToTake> part = new ArrayList<>();
        private RowSaid.Columns columns = new RowSaid.Columns(List.of());
        private List<FactYear> figures = List.of();
        private Map<FactYear, Integer> sized = Map.of();

        Rows(FirmListImport list, boolean taking, Use use) {
            this.list = list;
            this.taking = taking;
            this.use = use;
        }

        @Override
        public void columns(List<String> headers, List<ColumnMeaning> meanings) {
            columns = new RowSaid.Columns(meanings);
            figures = columns.shape().slots().stream()
                    .filter(slot -> slot instanceof Shape.Slot.Value(FactYear key) && Summary.isFigure(key.fact()))
                    .map(slot -> ((Shape.Slot.Value) slot).key())
                    .toList();
            var placed = new HashMap<FactYear, Integer>();
            sizes.asked(today).forEach(key -> placed.put(key, columns.place(key)));
            sized = placed;
            use.shape(columns.shape());
        }

        @Override
        public ToTake prepare(ReadRow row) {
            var said = new RowSaid(columns, row);
            return taking ? new ToTake(said, said.text(), shown(said)) : new ToTake(said, null, null);
        }

        private ShownValues shown(RowSaid said) {
            var summary = new Summary(figures, key -> said.value(columns.place(key)));
            return ShownValues.of(
                    said.row().code(),
                    said.row().name(),
                    summary,
                    sizes.of(said.facts(sized), today).orElse(null),
                    said.values(),
                    0,
                    claims(said),
                    true,
                    titles(said),
                    null);
        }

        private int claims(RowSaid said) {
            return (int) said.row().titles().values().stream()
                    .filter(spans -> TitlesSaid.isClaim(list.source(), spans))
                    .count();
        }

        private SortedMap<String, List<TitleSpan>> titles(RowSaid said) {
            var titles = new TreeMap<>(said.row().titles());
            titles.values().removeIf(spans -> TitlesSaid.isClaim(list.source(), spans));
            return titles;
        }

        @Override
        public void row(ToTake prepared) {
            part.add(prepared);
            if (part.size() == PART) {
                flush();
            }
        }

        void flush() {
            if (!part.isEmpty()) {
                use.part(consider(list, part));
                part.clear();
            }
        }

        @Override
        public void refused(int row, List<CellProblem> problems) {
            use.refused(row, problems);
        }
    }

    Headers headers(LocalDate day) {
        return Headers.ofFirms(installed.facts(), installed.titles(), day, places);
    }

    private ColumnMapping mapping(FirmListImport list) {
        if (list.mapping().isEmpty()) {
            return ColumnMapping.none();
        }
        var problems = new ArrayList<PolicyProblem>(); // of facts that the dictionary has lost since: proposed anew
        return ColumnMapping.read("columns", list.mapping(), installed.facts(), installed.titles(), problems);
    }

    /** What of a part is known: numbers by code, enterprises by name, and all that was said about them. */
    private record Known(
            Map<String, Long> byCode, Map<String, List<Enterprise>> byName, Map<Long, List<KeptEntry>> entries) {}

    private List<Considered> consider(FirmListImport list, List<ToTake> part) {
        Known known = known(part);
        var considered = new ArrayList<Considered>(part.size());
        for (ToTake each : part) {
            considered.add(one(list, each, known));
        }
        return considered;
    }

    private Known known(List<ToTake> part) {
        var codes = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (ToTake each : part) {
            ReadRow row = each.said().row();
            if (row.code() != null) {
                codes.add(row.code());
            }
            if (row.name() != null) {
                names.add(ColumnText.cut(NameKey.of(row.name()), 300));
            }
        }
        return database.read(in -> {
            Map<String, Long> byCode = EnterpriseRows.byCodes(in, codes);
            Map<String, List<Enterprise>> byName = EnterpriseRows.byNames(in, names);
            var ids = new TreeSet<>(byCode.values());
            byName.values().forEach(several -> several.forEach(each -> ids.add(each.id())));
            return new Known(byCode, byName, ids.isEmpty() ? Map.of() : EntryRows.kept(in, ids));
        });
    }

    private Considered one(FirmListImport list, ToTake each, Known known) {
        ReadRow row = each.said().row();
        var problems = new ArrayList<>(row.problems());
        Long id = row.code() == null ? null : known.byCode().get(row.code());
        if (id == null && row.name() == null) {
            problems.add(nameless(row));
            return refused(each, problems);
        }
        if (id == null) {
            String name = Objects.requireNonNull(row.name());
            List<Enterprise> namesakes = counting(
                    known.byName().getOrDefault(ColumnText.cut(NameKey.of(name), 300), List.of()),
                    row.code() == null && !row.hasWrongCode());
            List<Enterprise> candidates = namesakes.stream()
                    .filter(other -> row.code() == null || other.code() == null)
                    .toList();
            if (candidates.size() > 1) {
                problems.add(ambiguous(row, candidates.size()));
                return refused(each, problems);
            }
            id = candidates.isEmpty()
                    ? null
                    : Long.valueOf(candidates.getFirst().id());
            if (row.hasWrongCode()) {
                problems.add(id == null ? noFirm(row) : byName(row, candidates.getFirst()));
                if (id == null) {
                    return refused(each, problems);
                }
            }
            if (id == null && !namesakes.isEmpty()) {
                problems.add(otherCode(
                        row, Objects.requireNonNull(namesakes.getFirst().code())));
            }
        }
        if (id == null) {
            return new Considered(listRow(each, RowOutcome.NEW, null, List.of(), problems), each, null);
        }
        List<KeptEntry> kept = known.entries().getOrDefault(id, List.of()).stream()
                .filter(KeptEntry::counts)
                .toList();
        if (isSaidAlready(list, each, kept)) {
            return new Considered(listRow(each, RowOutcome.UNCHANGED, id, List.of(), problems), each, NOTHING);
        }
        FirmFile file = FirmFile.of(kept.stream().map(KeptEntry::read).toList(), installed.facts());
        if (file.isEmpty() && row.name() == null) {
            problems.add(nameless(row));
            return refused(each, problems);
        }
        Said said = each.said().said();
        plausibility.against(
                file, said.values(), (key, doubt) -> problems.add(each.said().problem(key, doubt)));
        Comparison comparison = Comparison.of(file, list.source(), list.saidOn(), said);
        RowOutcome outcome = file.isEmpty() ? RowOutcome.NEW : comparison.outcome();
        return new Considered(
                listRow(each, outcome, id, comparison.differences(), problems),
                each,
                file.isEmpty() ? said : comparison.news());
    }

    /** Lists come again month by month, and most of their rows as they were; those need not be read to be told. */
    private static boolean isSaidAlready(FirmListImport list, ToTake each, List<KeptEntry> kept) {
        if (kept.size() != 1) {
            return false;
        }
        String text = each.said().text();
        return text != null && kept.getFirst().isRow(list.source(), each.said().shape(), text);
    }

    /** Those about which something counts; where nothing does, the one file without a code that may be taken up again. */
    private static List<Enterprise> counting(List<Enterprise> namesakes, boolean withoutCode) {
        List<Enterprise> listed = namesakes.stream().filter(Enterprise::listed).toList();
        if (!listed.isEmpty() || !withoutCode) {
            return listed;
        }
        List<Enterprise> undone =
                namesakes.stream().filter(each -> each.code() == null).toList();
        return undone.size() == 1 ? undone : List.of();
    }

    private static ListRow listRow(
            ToTake each,
            RowOutcome outcome,
            @Nullable Long id,
            List<Difference> differences,
            List<CellProblem> problems) {
        ReadRow row = each.said().row();
        return new ListRow(
                row.row(), outcome, row.name(), row.code(), id, each.said().size(), differences, problems);
    }

    private static Considered refused(ToTake each, List<CellProblem> problems) {
        return new Considered(listRow(each, RowOutcome.REFUSED, null, List.of(), problems), each, null);
    }

    private static CellProblem nameless(ReadRow row) {
        return row.problem(
                "NEW_WITHOUT_NAME",
                new Advice("库中没有这个代码的企业，新建需要企业名称", "no enterprise has this code; a new file needs a name"));
    }

    /** With a wrong code nobody knows whether it is a new one, or one that is held under another name. */
    private static CellProblem noFirm(ReadRow row) {
        return row.problemOfCode(
                "WRONG_CODE_NO_FIRM",
                new Advice(
                        "代码有误，库中也没有同名企业，本行不收入；请对照营业执照改正代码后再导入",
                        "the code is wrong and no enterprise has this name; the row is left out. Correct the code and send it again"));
    }

    private static CellProblem byName(ReadRow row, Enterprise held) {
        String code = held.code() == null ? "" : "（" + held.code() + "）";
        return row.problemOfCode(
                "WRONG_CODE_NAME_FITS",
                new Advice(
                        "提示：代码有误，库中只有一家同名企业" + code + "，本行按名称认作它；请核对",
                        "A remark: the code is wrong, one enterprise has this name" + code
                                + ", and the row is taken for it; look at it"));
    }

    private static CellProblem ambiguous(ReadRow row, int count) {
        return row.problemOfName(
                "NAME_OF_SEVERAL",
                new Advice(
                        "已有" + count + "家企业叫这个名称，请补上统一社会信用代码",
                        "there are " + count + " enterprises of this name; add the credit code"));
    }

    private static CellProblem otherCode(ReadRow row, String code) {
        return row.problemOfName(
                "NAME_UNDER_OTHER_CODE",
                new Advice(
                        "同名企业已登记为 " + code + "，请核对两个代码；此行将新建一家企业",
                        "an enterprise of this name has the code " + code
                                + "; compare the two codes. The row will begin another file"));
    }

    static List<ListColumn> columns(FirmSheet.Report report, Subject subject) {
        var columns = new ArrayList<ListColumn>();
        for (int i = 0; i < report.headers().size(); i++) {
            ColumnMeaning meaning = report.meanings().get(i);
            String problem = meaning instanceof ColumnMeaning.Unclear unclear
                    ? unclear.code()
                    : report.unread().get(i) ? ListColumn.NOT_READ : "";
            columns.add(new ListColumn(report.headers().get(i), ColumnWords.of(meaning, subject), problem));
        }
        return columns;
    }
}
