package org.lingqu.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.registry.ColumnMeaning.AnswerColumn;
import org.lingqu.registry.ColumnMeaning.FactColumn;
import org.lingqu.registry.ColumnMeaning.FirmCode;
import org.lingqu.registry.ColumnMeaning.FirmName;
import org.lingqu.registry.ColumnMeaning.Ignored;
import org.lingqu.registry.ColumnMeaning.PointsColumn;
import org.lingqu.registry.ColumnMeaning.TitleColumn;
import org.lingqu.registry.ColumnMeaning.Unclear;
import org.lingqu.sheet.SheetCell;
import org.lingqu.sheet.SheetRow;

/** Reads rows below a header of which it is known what each column holds. Safe for use by many threads. */
final class RowReader {

    private static final Advice DIGITS_LOST = new Advice(
            "代码被当作数字，Excel 已丢失末几位；请把该列设为文本后重新填写",
            "Excel destroyed the last digits of a code typed as a number; format the column as text and type the code again");

    private static final int LONGEST_SHOWN = 40;
    private static final int MOST_CODES = 10_000;
    private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "共计", "平均", "平均值", "总和");
    /** What people write where they have no code. */
    private static final Set<String> NO_CODE =
            Set.of("无", "暂无", "没有", "不详", "未知", "未办理", "待办理", "空", "-", "--", "—", "——", "/", "\\", "n/a", "null");

    private static final Set<String> NO_FIRM = Set.of("TOTALS_ROW", "HEADER_AGAIN", "CONTROL_SIGN");

    private final List<String> headers;
    private final ColumnMeaning[] meanings;
    private final @Nullable FactColumn[] facts;
    private final int[] names;
    private final int[] codeColumns;
    private final LocalDate asOf;
    private final ValueRules rules;
    private final Predicate<String> isHeader;
    private final Subject subject;
    /** Columns of parts and of their wholes, in pairs. */
    private final List<int[]> wholes = new ArrayList<>();
    /** The column by which numbers are checked; -1 where there is none. */
    private final int levelColumn;

    /** Columns that are not read and in which something stands; only ever set, so threads need not agree on when. */
    private final boolean[] unread;

    private final Plausibility.Columns plausibility;

    /** Codes are few and come again in every row. */
    private final List<Map<String, Cells.Taken>> codes = new ArrayList<>();

    /** @param proposals says whether words that stand where a name should are a header, and of what the rows speak */
    RowReader(List<String> headers, List<ColumnMeaning> meanings, LocalDate asOf, Headers proposals) {
        this.headers = headers;
        this.isHeader = proposals::isHeader;
        this.subject = proposals.subject();
        this.meanings = meanings.toArray(ColumnMeaning[]::new);
        this.names = IntStream.range(0, meanings.size())
                .filter(column -> meanings.get(column) instanceof FirmName)
                .toArray();
        this.codeColumns = IntStream.range(0, meanings.size())
                .filter(column -> meanings.get(column) instanceof FirmCode)
                .toArray();
        this.facts = meanings.stream()
                .map(each -> each instanceof FactColumn fact ? fact : null)
                .toArray(FactColumn[]::new);
        this.asOf = asOf;
        this.rules = proposals.rules();
        this.levelColumn = levelColumn();
        this.unread = new boolean[meanings.size()];
        this.plausibility = Plausibility.standard().of(facts);
        meanings.forEach(each -> codes.add(new ConcurrentHashMap<>()));
        findWholes();
    }

    private void findWholes() {
        for (int part = 0; part < facts.length; part++) {
            FactColumn column = facts[part];
            String name = column == null ? null : column.fact().partOf().orElse(null);
            for (int whole = 0; whole < facts.length && column != null && name != null; whole++) {
                FactColumn of = facts[whole];
                if (of != null && of.fact().name().equals(name) && of.year() == column.year()) {
                    wholes.add(new int[] {part, whole});
                }
            }
        }
    }

    /** Both are taken, because nobody knows which of the two is wrong. */
    private void remarkOnParts(SheetRow row, @Nullable FactValue[] values, List<CellProblem> problems) {
        for (int[] pair : wholes) {
            FactValue part = values[pair[0]];
            FactValue whole = values[pair[1]];
            if (part != null && whole != null && Exceeded.exceeds(part, whole)) {
                String of = headers.get(pair[1]).strip() + " "
                        + masked(row.cell(pair[1]).shown());
                problems.add(problem(
                        row,
                        pair[0],
                        CellProblem.PART_ABOVE_WHOLE,
                        new Advice(
                                "提示：大于" + of + "，两项都已读取，请核对",
                                "A remark: more than " + of + "; both were read, look at them")));
            }
        }
    }

    private int levelColumn() {
        Numbering numbering = subject.numbering();
        for (int column = 0; numbering != null && column < facts.length; column++) {
            FactColumn known = facts[column];
            if (known != null && known.fact().name().equals(numbering.level())) {
                return column;
            }
        }
        return -1;
    }

    /** What it says; a row that names no firm says nothing. */
    ReadRow read(SheetRow row) {
        var problems = new ArrayList<CellProblem>(0);
        String name = name(row, problems);
        String code = problems.isEmpty() ? code(row, problems) : null;
        var values = new @Nullable FactValue[meanings.length];
        if (name == null && code == null && isLeftOut(problems)) {
            return new ReadRow(row.number(), null, null, -1, -1, values, Map.of(), problems);
        }
        if (name == null && code == null) {
            problems.removeIf(problem -> problem.code().equals(Numbering.MISSING));
            problems.add(new CellProblem(
                    row.number(), 0, "", "ROW_WITHOUT_FIRM", masked(row.cell(0).shown()), subject.withoutName()));
            return new ReadRow(row.number(), null, null, -1, -1, values, Map.of(), problems);
        }
        if (code == null && subject.numbering() != null) { // nobody knows of which one it speaks
            return new ReadRow(row.number(), null, null, -1, -1, values, Map.of(), problems);
        }
        Map<String, TitleCells> titles = Map.of();
        List<SheetCell> cells = row.cells();
        for (int column = 0; column < Math.min(meanings.length, cells.size()); column++) {
            SheetCell cell = cells.get(column);
            if (cell.isEmpty()) {
                continue;
            }
            FactColumn known = facts[column];
            if (known != null) { // most columns; the others are told apart below
                values[column] = taken(take(cell, known, column), row, column, problems);
                continue;
            }
            switch (meanings[column]) {
                case FactColumn ignored -> {}
                case AnswerColumn ignored -> values[column] = taken(Cells.yesNo(cell), row, column, problems);
                case PointsColumn ignored -> values[column] = taken(Cells.points(cell), row, column, problems);
                case TitleColumn title -> {
                    titles = titles.isEmpty() ? new LinkedHashMap<>() : titles;
                    int at = column;
                    titles.computeIfAbsent(title.title(), each -> new TitleCells(asOf))
                            .put(title.part(), cell)
                            .ifPresent(refused -> problems.add(problem(row, at, refused.code(), refused.advice())));
                }
                case FirmName ignored -> {}
                case FirmCode ignored -> {}
                case Ignored ignored -> unread[column] = true;
                case Unclear ignored -> unread[column] = true;
            }
        }
        remarkOnParts(row, values, problems);
        plausibility.look(values, (column, doubt) -> problems.add(problem(row, column, doubt.code(), doubt.advice())));
        return new ReadRow(
                row.number(),
                name,
                code,
                name == null ? -1 : filled(names, row),
                code == null ? codeColumn(row) : columnOf(code, row),
                values,
                held(titles, row, problems),
                problems);
    }

    /** The first of some columns in which something stands; -1 where nothing does. */
    private static int filled(int[] columns, SheetRow row) {
        for (int column : columns) {
            if (!row.cell(column).isEmpty()) {
                return column;
            }
        }
        return -1;
    }

    /** Where a sound code stands: of several columns not always in the first that is filled. */
    private int columnOf(String code, SheetRow row) {
        for (int column : codeColumns) {
            if (codeColumns.length == 1
                    || CreditCode.spelled(row.cell(column).shown()).equals(code)) {
                return column;
            }
        }
        return codeColumn(row);
    }

    /** Where something stands that should be a code; -1 where nothing does. */
    private int codeColumn(SheetRow row) {
        for (int column : codeColumns) {
            if (!isWithoutCode(row.cell(column))) {
                return column;
            }
        }
        return -1;
    }

    /** Nothing, or the words for nothing. */
    private static boolean isWithoutCode(SheetCell cell) {
        return cell.isEmpty()
                || (cell instanceof SheetCell.Words(String text)
                        && text.length() <= 4
                        && NO_CODE.contains(Cells.fold(text)));
    }

    /** Whether a column is not read although something stands in it; known once all rows were read. */
    boolean isUnread(int column) {
        return unread[column];
    }

    private Cells.Taken take(SheetCell cell, FactColumn column, int place) {
        if (column.fact().type() != FactType.CODE || !(cell instanceof SheetCell.Words(String text))) {
            return Cells.take(cell, column.fact(), column.factor(), rules);
        }
        Map<String, Cells.Taken> known = codes.get(place);
        Cells.Taken taken = known.get(text);
        if (taken == null) {
            taken = Cells.take(cell, column.fact(), column.factor(), rules);
            if (known.size() < MOST_CODES) {
                known.put(text, taken);
            }
        }
        return taken;
    }

    private Map<String, List<TitleSpan>> held(
            Map<String, TitleCells> titles, SheetRow row, List<CellProblem> problems) {
        if (titles.isEmpty()) {
            return Map.of();
        }
        var held = new LinkedHashMap<String, List<TitleSpan>>();
        titles.forEach((title, cells) -> {
            if (cells.endsBeforeItBegins()) {
                problems.add(problem(
                        row,
                        lastColumn(title),
                        "ENDS_BEFORE_IT_BEGINS",
                        new Advice("到期日早于认定日期，请核对两个日期", "It ends before it begins; look at both days")));
            } else {
                cells.held().ifPresent(spans -> held.put(title, spans));
                if (cells.endsBefore(asOf)) {
                    problems.add(problem(
                            row,
                            lastColumn(title),
                            CellProblem.TITLE_EXPIRED,
                            new Advice(
                                    "提示：到期日早于数据的日期" + asOf + "，" + title + "已过期；已照读，请核对年份",
                                    "A remark: it ran out before " + asOf
                                            + ", the day that is spoken of; it was read, look at the year")));
                }
            }
        });
        return held;
    }

    private int lastColumn(String title) {
        for (int column = meanings.length - 1; column > 0; column--) {
            if (meanings[column] instanceof TitleColumn(String name, var part) && name.equals(title)) {
                return column;
            }
        }
        return 0;
    }

    private @Nullable FactValue taken(Cells.Taken taken, SheetRow row, int column, List<CellProblem> problems) {
        return switch (taken) {
            case Cells.Taken.Nothing ignored -> null;
            case Cells.Taken.Value value -> value.value();
            case Cells.Taken.Understood understood -> {
                problems.add(problem(row, column, understood.code(), understood.how()));
                yield understood.value();
            }
            case Cells.Taken.Refused refused -> {
                problems.add(problem(row, column, refused.code(), refused.advice()));
                yield null;
            }
        };
    }

    private static boolean isLeftOut(List<CellProblem> problems) {
        return problems.stream().anyMatch(problem -> NO_FIRM.contains(problem.code()));
    }

    /** The name; what stands there and is none is reported, and the row left out. */
    private @Nullable String name(SheetRow row, List<CellProblem> problems) {
        for (int column : names) {
            if (row.cell(column).isEmpty()) {
                continue;
            }
            String name = row.cell(column).shown();
            if (TOTALS.contains(NameKey.of(name))) {
                problems.add(problem(row, column, "TOTALS_ROW", subject.totals()));
                return null;
            }
            if (isHeader.test(name)) {
                problems.add(problem(row, column, "HEADER_AGAIN", subject.headerAgain()));
                return null;
            }
            if (name.chars().anyMatch(sign -> sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t')) {
                problems.add(problem(
                        row,
                        column,
                        "CONTROL_SIGN",
                        new Advice("名称中有看不见的控制字符，请重新填写", "The name holds signs that cannot be seen; type it again")));
                return null;
            }
            return name;
        }
        return null;
    }

    /** The code when it is one; a code with a fault is reported and not used. */
    private @Nullable String code(SheetRow row, List<CellProblem> problems) {
        Numbering numbering = subject.numbering();
        return numbering == null ? creditCode(row, problems) : number(row, numbering, problems);
    }

    /** The number when it is one; what is wrong with it is reported, as is that there is none. */
    private @Nullable String number(SheetRow row, Numbering numbering, List<CellProblem> problems) {
        int column = codeColumns.length == 0 ? 0 : codeColumns[0];
        for (int each : codeColumns) {
            if (!row.cell(each).isEmpty()) {
                column = each;
            }
        }
        boolean none = codeColumns.length == 0 || row.cell(column).isEmpty();
        if (!none && row.cell(column) instanceof SheetCell.Figure figure && figure.digitsLost()) {
            problems.add(problem(row, column, "NUMBER_FOR_CODE", DIGITS_LOST));
            return null;
        }
        NumberRead read = numbering.read(none ? "" : written(row.cell(column)), level(row), asOf);
        return switch (read) {
            case NumberRead.Wrong wrong -> {
                problems.add(problem(row, column, wrong.code(), wrong.advice()));
                yield null;
            }
            case NumberRead.Sound sound -> {
                if (sound.remark() != null) {
                    problems.add(problem(
                            row, column, sound.remark().code(), sound.remark().advice()));
                }
                yield sound.number();
            }
        };
    }

    private @Nullable String level(SheetRow row) {
        return levelColumn >= 0
                        && take(row.cell(levelColumn), Objects.requireNonNull(facts[levelColumn]), levelColumn)
                                instanceof Cells.Taken.Value(FactValue.Code(String level))
                ? level
                : null;
    }

    /** What was typed: of a number that ends in .0 Excel keeps no more than what stands before the dot. */
    private static String written(SheetCell cell) {
        if (cell instanceof SheetCell.Figure figure && !figure.percent()) {
            String shown = figure.value().stripTrailingZeros().toPlainString();
            return shown.length() == 12 && shown.indexOf('.') < 0 ? shown + ".0" : shown;
        }
        return cell.shown();
    }

    private @Nullable String creditCode(SheetRow row, List<CellProblem> problems) {
        for (int column : codeColumns) {
            if (isWithoutCode(row.cell(column))) {
                continue;
            }
            if (row.cell(column) instanceof SheetCell.Figure) {
                problems.add(problem(row, column, "NUMBER_FOR_CODE", DIGITS_LOST));
                continue;
            }
            String code = CreditCode.spelled(row.cell(column).shown());
            Fault fault = fault(code);
            if (fault == null) {
                return code;
            }
            problems.add(problem(row, column, fault.code(), fault.advice()));
        }
        return null;
    }

    private record Fault(String code, Advice advice) {}

    private static @Nullable Fault fault(String code) {
        return switch (CreditCode.check(code)) {
            case FINE -> null;
            case LENGTH ->
                new Fault(
                        "CODE_LENGTH",
                        new Advice(
                                "统一社会信用代码应为18位，这里是" + code.length() + "位",
                                "A credit code has 18 signs, this one has " + code.length()));
            case SIGN ->
                new Fault(
                        "CODE_SIGN",
                        new Advice(
                                "代码只用数字和大写字母，不用 I、O、S、V、Z；请对照营业执照",
                                "Credit codes use digits and capitals without I, O, S, V, Z"));
            case ORGANISATION_CHECK, CHECK ->
                new Fault(
                        "CODE_CHECK",
                        new Advice(
                                "校验位不符：有一位写错或两位颠倒；请对照营业执照",
                                "The check sign does not fit: a sign is wrong or two are swapped; compare with the licence"));
        };
    }

    private CellProblem problem(SheetRow row, int column, String code, Advice advice) {
        return new CellProblem(
                row.number(),
                column,
                headers.get(column),
                code,
                masked(row.cell(column).shown()),
                advice);
    }

    /** What a person typed into the wrong cell may be somebody's number. */
    static String masked(String value) {
        String shown = value;
        if (value.length() > LONGEST_SHOWN) {
            boolean half = Character.isHighSurrogate(value.charAt(LONGEST_SHOWN - 1));
            shown = value.substring(0, half ? LONGEST_SHOWN - 1 : LONGEST_SHOWN) + "…";
        }
        return shown.replaceAll("(?<![0-9])(1\\d{2})\\d{6}(\\d{2})(?![0-9])", "$1******$2")
                .replaceAll("(?<![0-9])(\\d{4})\\d{11}(\\d{2}[0-9Xx])(?![0-9A-Za-z])", "$1***********$2");
    }
}
