package org.lingqu.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.registry.ColumnMeaning.FactColumn;
import org.lingqu.registry.ColumnMeaning.FirmCode;
import org.lingqu.registry.ColumnMeaning.FirmName;
import org.lingqu.registry.ColumnMeaning.Ignored;
import org.lingqu.registry.ColumnMeaning.TitleColumn;
import org.lingqu.registry.ColumnMeaning.Unclear;
import org.lingqu.sheet.SheetCell;
import org.lingqu.sheet.SheetRow;
import org.lingqu.sheet.Sheets;
import org.lingqu.sheet.UnreadableSheet;

/**
 * Reads an officer's own list of firms. Every cell becomes a fact with its source, or a problem with its place; a problem
 * leaves the fact unknown. A row without a firm, or with one that was already read, is left out and said so.
 */
public final class FirmSheet {

    /** Titles, notes and empty rows that may stand above the header. */
    private static final int HEADER_WITHIN = 15;

    /** Gets firms as they are read. */
    public interface Use {
        void firm(Firm firm, int row);
    }

    /**
     * What was read.
     *
     * @param headers as they stand in the sheet; two rows of headers are joined
     * @param meanings one for each header
     * @param firms how many firms were read
     * @param problems in the order of the sheet
     */
    public record Report(
            List<String> headers, List<ColumnMeaning> meanings, int headerRow, int firms, List<CellProblem> problems) {

        public Report {
            headers = List.copyOf(headers);
            meanings = List.copyOf(meanings);
            problems = List.copyOf(problems);
        }

        /** Whether firms can be told apart at all. */
        public boolean namesFirms() {
            return meanings.stream().anyMatch(meaning -> meaning instanceof FirmName || meaning instanceof FirmCode);
        }
    }

    private final Headers proposals;
    private final ColumnMapping mapping;
    private final LocalDate asOf;
    private final String source;
    private final Use use;

    private final List<SheetRow> above = new ArrayList<>();
    private final List<CellProblem> problems = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private List<String> headers = List.of();
    private List<ColumnMeaning> meanings = List.of();
    private int headerRow;
    private int firms;

    private FirmSheet(Headers proposals, ColumnMapping mapping, LocalDate asOf, String source, Use use) {
        this.proposals = proposals;
        this.mapping = mapping;
        this.asOf = asOf;
        this.source = source;
        this.use = use;
    }

    /**
     * Reads a list.
     *
     * @param sheet name of the sheet, empty for the first visible one
     * @param asOf the day the list speaks of: a title that is merely said to be held is held on that day
     */
    public static Report read(
            Path file, String sheet, Headers proposals, ColumnMapping mapping, LocalDate asOf, Use use)
            throws IOException, UnreadableSheet {
        Path name = Objects.requireNonNull(file.getFileName());
        var reader = new FirmSheet(proposals, mapping, asOf, name.toString(), use);
        Sheets.read(file, sheet, row -> {
            reader.row(row);
            return true;
        });
        reader.finishHeader();
        return new Report(reader.headers, reader.meanings, reader.headerRow, reader.firms, reader.problems);
    }

    private void row(SheetRow row) {
        if (headerRow > 0) {
            firm(row);
            return;
        }
        above.add(row);
        if (above.size() == HEADER_WITHIN) {
            finishHeader();
        }
    }

    /** Chooses the header among the first rows and reads those below it. */
    private void finishHeader() {
        if (headerRow > 0 || above.isEmpty()) {
            return;
        }
        HeaderRows header = HeaderRows.among(above, label -> !(mapping.meaning(label, proposals) instanceof Ignored));
        headers = header.labels();
        headerRow = header.last();
        meanings = meanings();
        above.clear();
        header.below().forEach(this::firm);
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

    private void firm(SheetRow row) {
        String name = name(row);
        String code = code(row);
        if (name == null && code == null) {
            problems.add(new CellProblem(
                    row.number(),
                    0,
                    "",
                    "ROW_WITHOUT_FIRM",
                    row.cell(0).shown(),
                    new Advice(
                            "这一行没有企业名称和统一社会信用代码，未读取；若是合并单元格，请取消合并后逐行填写",
                            "Write the firm's name or its credit code; the row was left out")));
            return;
        }
        String id = Objects.requireNonNull(code == null ? name : code);
        Integer earlier = seen.putIfAbsent(id, row.number());
        if (earlier != null) {
            problems.add(new CellProblem(
                    row.number(),
                    0,
                    "",
                    "FIRM_TWICE",
                    id,
                    new Advice(
                            "与第" + earlier + "行是同一家企业，本行未读取；请合并两行",
                            "Row " + earlier + " has the same firm; join the two rows. This one was left out")));
            return;
        }
        var facts = FirmFacts.builder();
        var titles = new LinkedHashMap<String, TitleCells>();
        for (int column = 0; column < meanings.size(); column++) {
            switch (meanings.get(column)) {
                case FactColumn fact -> fact(facts, row, column, fact);
                case TitleColumn title -> title(titles, row, column, title);
                case FirmName ignored -> {}
                case FirmCode ignored -> {}
                case Ignored ignored -> {}
                case Unclear ignored -> {}
            }
        }
        titles.values().forEach(title -> title.addTo(facts));
        firms++;
        use.firm(new Firm(id, name == null ? id : name, facts.build()), row.number());
    }

    private void title(Map<String, TitleCells> titles, SheetRow row, int column, TitleColumn meaning) {
        titles.computeIfAbsent(meaning.title(), title -> new TitleCells(title, asOf))
                .put(meaning.part(), row.cell(column), source(row.number(), column))
                .ifPresent(refused -> problem(row, column, refused.code(), refused.advice()));
    }

    private @Nullable String name(SheetRow row) {
        for (int column = 0; column < meanings.size(); column++) {
            if (meanings.get(column) instanceof FirmName && !row.cell(column).isEmpty()) {
                return row.cell(column).shown();
            }
        }
        return null;
    }

    /** The code when it is one; a code with a fault is reported and not used. */
    private @Nullable String code(SheetRow row) {
        for (int column = 0; column < meanings.size(); column++) {
            if (!(meanings.get(column) instanceof FirmCode) || row.cell(column).isEmpty()) {
                continue;
            }
            if (row.cell(column) instanceof SheetCell.Figure) {
                problem(
                        row,
                        column,
                        "NUMBER_FOR_CODE",
                        new Advice(
                                "代码被当作数字，Excel 已丢失末几位；请把该列设为文本后重新填写",
                                "Excel destroyed the last digits of a code typed as a number; format the column as text and type the code again"));
                continue;
            }
            String code = Normalizer.normalize(row.cell(column).shown(), Normalizer.Form.NFKC)
                    .replaceAll("[\\s-]", "")
                    .toUpperCase(Locale.ROOT);
            switch (CreditCode.check(code)) {
                case FINE -> {
                    return code;
                }
                case LENGTH ->
                    problem(
                            row,
                            column,
                            "CODE_LENGTH",
                            new Advice(
                                    "统一社会信用代码应为18位，这里是" + code.length() + "位",
                                    "A credit code has 18 signs, this one has " + code.length()));
                case SIGN ->
                    problem(
                            row,
                            column,
                            "CODE_SIGN",
                            new Advice(
                                    "代码只用数字和大写字母，不用 I、O、S、V、Z；请对照营业执照",
                                    "Credit codes use digits and capitals without I, O, S, V, Z"));
                case ORGANISATION_CHECK, CHECK ->
                    problem(
                            row,
                            column,
                            "CODE_CHECK",
                            new Advice(
                                    "校验位不符：有一位写错或两位颠倒；请对照营业执照",
                                    "The check sign does not fit: a sign is wrong or two are swapped; compare with the licence"));
            }
        }
        return null;
    }

    private void fact(FirmFacts.Builder facts, SheetRow row, int column, FactColumn meaning) {
        switch (Cells.take(row.cell(column), meaning.fact(), meaning.factor())) {
            case Cells.Taken.Nothing ignored -> {}
            case Cells.Taken.Value value ->
                facts.put(meaning.fact().name(), meaning.year(), value.value(), source(row.number(), column));
            case Cells.Taken.Refused refused -> problem(row, column, refused.code(), refused.advice());
        }
    }

    private String source(int row, int column) {
        return source + " " + SheetRow.letters(column) + row;
    }

    private void problem(SheetRow row, int column, String code, Advice advice) {
        problems.add(new CellProblem(
                row.number(),
                column,
                headers.get(column),
                code,
                masked(row.cell(column).shown()),
                advice));
    }

    /** What a person typed into the wrong cell may be somebody's number. */
    private static String masked(String value) {
        String shown = value.length() > 40 ? value.substring(0, 40) + "…" : value;
        return shown.replaceAll("(?<![0-9])(1\\d{2})\\d{6}(\\d{2})(?![0-9])", "$1******$2")
                .replaceAll("(?<![0-9])(\\d{4})\\d{11}(\\d{2}[0-9Xx])(?![0-9A-Za-z])", "$1***********$2");
    }
}
