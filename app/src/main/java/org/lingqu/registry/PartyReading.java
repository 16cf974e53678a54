package org.lingqu.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.Database;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.registry.store.PartyEntryRows;
import org.lingqu.registry.store.PartyRows;
import org.lingqu.registry.store.RelationRows;
import org.lingqu.sheet.UnreadableSheet;
import org.springframework.stereotype.Component;

/**
 * Reads a list of parties and holds each row against what is known; looking and taking in do this alike, so that she gets what she
 * saw. Cells are read as those of lists of enterprises are ({@link FirmSheet}).
 */
@Component
final class PartyReading {

    private static final int PART = 500;

    private final Database database;
    private final PartyKinds kinds;
    private final Clock clock;
    private final Places places;

    PartyReading(Database database, PartyKinds kinds, Clock clock, Places places) {
        this.places = places;
        this.database = database;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * A row and what it adds.
     *
     * @param news what its source has not said before; null where nothing is to be taken in
     * @param related who is named beside it
     */
    record Considered(ListRow row, @Nullable Said news, List<Wish> related) {}

    /** That somebody is named in a column of relations. */
    record Wish(
            RelationColumn column,
            PartyNames.Meant other,
            @Nullable LocalDate begins,
            @Nullable LocalDate ends) {}

    /** Gets rows as they are read, some hundred at a time. */
    interface Use {
        void part(List<Considered> rows);

        /** A row that names nobody, or one that was already read. */
        void refused(int row, List<CellProblem> problems);
    }

    PartyDeclaration declared(FirmListImport list) {
        return kinds.of(Objects.requireNonNull(list.kind()));
    }

    /** How the columns of a list are understood. */
    Headers headers(FirmListImport list) {
        return declared(list).headers(list.saidOn(), places);
    }

    /**
     * Reads.
     *
     * @return what the reader says of the header
     */
    FirmSheet.Report read(FirmListImport list, Path file, Use use) throws IOException, UnreadableSheet {
        PartyDeclaration declared = declared(list);
        var rows = new Rows(list, declared, use);
        FirmSheet.Report report = FirmSheet.readRows(
                file,
                list.sheet(),
                declared.headers(list.saidOn(), places),
                mapping(list, declared),
                list.saidOn(),
                rows);
        rows.flush();
        return report;
    }

    private static ColumnMapping mapping(FirmListImport list, PartyDeclaration declared) {
        if (list.mapping().isEmpty()) {
            return ColumnMapping.none();
        }
        var problems = new ArrayList<PolicyProblem>(); // of facts that the dictionary has lost since: proposed anew
        return ColumnMapping.read("columns", list.mapping(), declared.columns(), java.util.Set.of(), problems);
    }

    private final class Rows implements FirmSheet.RowUse<RowSaid> {

        private final FirmListImport list;
        private final PartyDeclaration declared;
        private final Use use;
        private final List<RowSaid> part = new ArrayList<>();
        private RowSaid.Columns columns = new RowSaid.Columns(List.of());
        private PartyCells cells;

        Rows(FirmListImport list, PartyDeclaration declared, Use use) {
            this.list = list;
            this.declared = declared;
            this.use = use;
            this.cells = new PartyCells(declared, List.of());
        }

        @Override
        public void columns(List<String> headers, List<ColumnMeaning> meanings) {
            columns = new RowSaid.Columns(meanings);
            cells = new PartyCells(declared, meanings);
        }

        @Override
        public RowSaid prepare(ReadRow row) {
            return new RowSaid(columns, row);
        }

        @Override
        public void row(RowSaid prepared) {
            part.add(prepared);
            if (part.size() == PART) {
                flush();
            }
        }

        void flush() {
            if (!part.isEmpty()) {
                use.part(consider(list, declared, part.stream().map(cells::read).toList()));
                part.clear();
            }
        }

        @Override
        public void refused(int row, List<CellProblem> problems) {
            use.refused(row, problems);
        }
    }

    /** What of a part is known. */
    private record Known(
            Map<String, Party> byCode,
            Map<String, List<Party>> byName,
            Map<Long, List<Entry>> entries,
            PartyNames others,
            Map<Long, List<Relation>> relations) {}

    private List<Considered> consider(FirmListImport list, PartyDeclaration declared, List<PartyCells.Row> part) {
        Known known = database.read(in -> known(in, declared, part));
        return part.stream().map(each -> one(list, declared, each, known)).toList();
    }

    private static Known known(DSLContext in, PartyDeclaration declared, List<PartyCells.Row> part) {
        var codes = new TreeSet<String>();
        var names = new TreeSet<String>();
        var others = new TreeSet<String>();
        for (PartyCells.Row each : part) {
            Optional.ofNullable(each.said().code()).ifPresent(codes::add);
            if (!declared.isNumbered()) {
                Optional.ofNullable(each.said().name()).map(Parties::key).ifPresent(names::add);
            }
            each.related().forEach(related -> others.add(related.text()));
        }
        Map<String, Party> byCode = PartyRows.byCodes(in, codes);
        Map<String, List<Party>> byName = PartyRows.byNames(in, List.of(declared.kind()), names);
        var ids = byCode.values().stream().map(Party::id).collect(Collectors.toCollection(TreeSet::new));
        byName.values().forEach(several -> several.forEach(each -> ids.add(each.id())));
        var relations = new TreeMap<Long, List<Relation>>();
        if (!ids.isEmpty()) {
            for (Relation each : RelationRows.ofParties(in, ids)) {
                for (RelationEnd end : List.of(each.from(), each.to())) {
                    if (end instanceof RelationEnd.OfParty(long id)) {
                        relations.computeIfAbsent(id, none -> new ArrayList<>()).add(each);
                    }
                }
            }
        }
        return new Known(
                byCode,
                byName,
                ids.isEmpty() ? Map.of() : PartyEntryRows.of(in, ids),
                PartyNames.lookUp(in, others),
                relations);
    }

    private Considered one(FirmListImport list, PartyDeclaration declared, PartyCells.Row row, Known known) {
        var problems = new ArrayList<>(row.problems());
        Who who = who(declared, row, known, problems);
        if (who.refused()) {
            return new Considered(listRow(row, RowOutcome.REFUSED, null, List.of(), problems), null, List.of());
        }
        Party party = who.party();
        List<Wish> wishes = wishes(row, known.others(), problems);
        FirmFile file = FirmFile.of(
                party == null ? List.of() : known.entries().getOrDefault(party.id(), List.of()), declared.facts());
        var held = new RelationWishes(
                party == null ? List.of() : known.relations().getOrDefault(party.id(), List.of()), list.saidOn());
        var own = new RelationEnd.OfParty(party == null ? 0 : party.id());
        var news = new LinkedHashMap<Wish, Relation>();
        for (Wish wish : wishes) {
            held.wish(
                            own,
                            wish.column(),
                            wish.other(),
                            wish.begins(),
                            wish.ends(),
                            list.source(),
                            new Relation.Entered(list.id(), row.row(), list.person(), "", clock.instant()))
                    .ifPresent(fresh -> news.put(wish, fresh));
        }
        if (file.isEmpty()) {
            Long id = party == null ? null : Long.valueOf(party.id());
            return new Considered(
                    listRow(row, RowOutcome.NEW, id, List.of(), problems), row.said(), List.copyOf(news.keySet()));
        }
        Comparison comparison = Comparison.of(file, list.source(), list.saidOn(), row.said());
        var differences = new ArrayList<>(comparison.differences());
        news.forEach((wish, fresh) -> differences.add(difference(wish, fresh)));
        RowOutcome outcome = comparison.outcome() == RowOutcome.UNCHANGED && !news.isEmpty()
                ? RowOutcome.CHANGED
                : comparison.outcome();
        return new Considered(
                listRow(row, outcome, Objects.requireNonNull(party).id(), differences, problems),
                comparison.news(),
                List.copyOf(news.keySet()));
    }

    private static Difference difference(Wish wish, Relation fresh) {
        boolean dated = fresh.begins() != null || fresh.ends() != null;
        return new Difference(
                wish.column().column(),
                null,
                null,
                wish.other().name() + (dated ? "（" + fresh.span() + "）" : ""),
                false,
                Difference.Effect.ADDED);
    }

    /** Of whom a row speaks. */
    private record Who(@Nullable Party party, boolean refused) {
        static final Who NEW = new Who(null, false);
        static final Who REFUSED = new Who(null, true);
    }

    private static Who who(PartyDeclaration declared, PartyCells.Row row, Known known, List<CellProblem> problems) {
        String code = row.said().code();
        String name = row.said().name();
        Party coded = code == null ? null : known.byCode().get(code);
        if (coded != null) {
            return standing(row, coded, problems);
        }
        if (name == null) {
            problems.add(row.problem(
                    "NEW_WITHOUT_NAME",
                    String.valueOf(code),
                    "库中没有这个" + (declared.isNumbered() ? "编号" : "代码") + "的"
                            + declared.kind().chinese() + "，新建需要名称",
                    "no record has this code or number; a new one needs a name"));
            return Who.REFUSED;
        }
        if (row.isPersonal()) {
            return Who.REFUSED;
        }
        if (declared.isNumbered()) {
            return Who.NEW;
        }
        List<Party> namesakes = known.byName().getOrDefault(Parties.key(name), List.of()).stream()
                .filter(party -> code == null || party.code() == null)
                .toList();
        List<Party> listed = namesakes.stream().filter(Party::listed).toList();
        if (listed.size() > 1) {
            problems.add(row.problem(
                    "NAME_OF_SEVERAL",
                    name,
                    "已有" + listed.size() + "条记录叫这个名称，请在网页上逐条修改",
                    "there are " + listed.size() + " records of this name; change them one by one on their pages"));
            return Who.REFUSED;
        }
        if (listed.isEmpty() && namesakes.isEmpty()) {
            return Who.NEW;
        }
        return standing(row, listed.isEmpty() ? namesakes.getLast() : listed.getFirst(), problems);
    }

    private static Who standing(PartyCells.Row row, Party party, List<CellProblem> problems) {
        if (party.removedAt() == null) {
            return new Who(party, false);
        }
        problems.add(row.problem(
                "REMOVED_BEFORE",
                party.name(),
                "这条记录已被移除；若要再用，请先在它的页面上恢复",
                "this record was removed; bring it back on its page first"));
        return Who.REFUSED;
    }

    private static List<Wish> wishes(PartyCells.Row row, PartyNames others, List<CellProblem> problems) {
        var wishes = new ArrayList<Wish>();
        for (PartyCells.Related related : row.related()) {
            PartyNames.Found found = others.find(related.column(), related.text());
            for (String unknown : found.unknown()) {
                problems.add(related.problem(
                        "UNKNOWN_PARTY",
                        unknown,
                        "库中没有这个名称或代码，这项关系未收入；请先登记对方，或核对名称",
                        "nobody of this name or code is known, so the relation is left out; record the other side first, or look at"
                                + " the name"));
            }
            for (String several : found.several()) {
                problems.add(
                        related.problem(
                                "NAME_OF_SEVERAL",
                                several,
                                "不止一个叫这个名称，这项关系未收入；请改写统一社会信用代码，或在网页上添加",
                                "several bear this name, so the relation is left out; write the credit code, or add it on the page"));
            }
            found.meant()
                    .forEach(each -> wishes.add(new Wish(related.column(), each, related.begins(), related.ends())));
        }
        return wishes;
    }

    private static ListRow listRow(
            PartyCells.Row row,
            RowOutcome outcome,
            @Nullable Long id,
            List<Difference> differences,
            List<CellProblem> problems) {
        return new ListRow(
                row.row(),
                outcome,
                row.said().name() == null
                        ? null
                        : PersonalNumbers.masked(row.said().name()),
                row.said().code(),
                id,
                row.said().size() + row.related().size(),
                differences,
                problems);
    }

    /** Whether a value is words that people write freely. */
    static boolean isWords(FactValue value) {
        return value instanceof FactValue.Words || value instanceof FactValue.Codes;
    }
}
