package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.registry.CellProblem;
import org.lingqu.registry.ColumnMapping;
import org.lingqu.registry.FirmSheet;
import org.lingqu.registry.Headers;
import org.lingqu.sheet.UnreadableSheet;
import org.lingqu.whatif.Settings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The list of firms that a command works on, and what its columns mean. */
final class FirmList {

    private static final int SHOWN_PROBLEMS = 20;

    @Option(
            names = "--firms",
            paramLabel = "FILE",
            description = "企业名单：.xlsx 或 .csv（中文表头），或 .parquet  the list of firms")
    private @Nullable Path file;

    @Option(
            names = "--sheet",
            paramLabel = "NAME",
            description = "工作表名（默认第一个可见的表）  sheet of the workbook (default: the first visible one)",
            defaultValue = "")
    private String sheet = "";

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "列的含义（默认在名单旁：名单.columns.yaml）  what columns mean (default: beside the list)")
    private @Nullable Path mappingFile;

    /**
     * A list as it was read.
     *
     * @param rows Excel's row of each firm
     */
    record Read(List<Firm> firms, List<Integer> rows, FirmSheet.Report report) {}

    /** @throws ParameterException if no list was named or there is none */
    Path file(CommandSpec spec) {
        if (file == null) {
            throw new ParameterException(
                    spec.commandLine(), "缺少 --firms 企业名单。Name the list of firms: --firms firms.xlsx");
        }
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "没有这个文件 no such file: " + file);
        }
        return file;
    }

    /** What is wrong with the names of the list and of the result, before anything is read. */
    Optional<Settings.Problem> problem(@Nullable Path out) {
        if (file == null) {
            return Optional.of(
                    new Settings.Problem("NO_LIST", "--firms", "缺少企业名单，如 --firms firms.xlsx。Name the list of firms."));
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of(new Settings.Problem("NO_SUCH_FILE", file.toString(), "没有这个文件。There is no such file."));
        }
        return out != null && isSame(file, out)
                ? Optional.of(new Settings.Problem(
                        "OUT_OVER_LIST",
                        out.toString(),
                        "会覆盖名单，请换一个文件名。It would overwrite the list; name another file."))
                : Optional.empty();
    }

    private static boolean isSame(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    boolean isParquet(CommandSpec spec) {
        return isParquet(file(spec));
    }

    static boolean isParquet(Path file) {
        return file.toString().endsWith(".parquet");
    }

    /** @throws ParameterException if a result would be written over the list */
    void requireOther(Path out, CommandSpec spec) {
        if (isSame(file(spec), out)) {
            throw new ParameterException(
                    spec.commandLine(), "--out 会覆盖名单，请换一个文件名。--out would overwrite the list; name another file");
        }
    }

    /**
     * Reads a workbook or CSV.
     *
     * @throws ParameterException if it is no list that can be read, with all that is wrong
     */
    Read read(PolicyPack pack, LocalDate asOf, CommandSpec spec) throws IOException {
        var firms = new ArrayList<Firm>();
        var rows = new ArrayList<Integer>();
        FirmSheet.Report report = each(pack, asOf, spec, (firm, row) -> {
            firms.add(firm);
            rows.add(row);
        });
        return new Read(firms, rows, report);
    }

    /** As {@link #read}, firm by firm: the list may be longer than memory. Refused lists are refused when firms were given already. */
    FirmSheet.Report each(PolicyPack pack, LocalDate asOf, CommandSpec spec, FirmSheet.Use use) throws IOException {
        Path list = file(spec);
        Path meanings = mapping(spec);
        Set<String> titles = pack.titles();
        var problems = new ArrayList<PolicyProblem>();
        boolean known = Files.isRegularFile(meanings);
        ColumnMapping mapping = known
                ? ColumnMapping.read(meanings.toString(), Files.readString(meanings), pack.facts(), titles, problems)
                : ColumnMapping.none();
        PrintWriter err = spec.commandLine().getErr();
        if (!problems.isEmpty()) {
            problems.forEach(err::println);
            throw new ParameterException(
                    spec.commandLine(),
                    "%s 有 %d 处问题，改好再运行，或删去该文件重新判断各列。Correct the %d problems, or delete the file to have columns proposed again."
                            .formatted(meanings, problems.size(), problems.size()));
        }
        FirmSheet.Report report = read(list, new Headers(pack.facts(), titles, asOf), mapping, asOf, spec, use);
        if (report.headers().stream().allMatch(String::isEmpty)) {
            throw new ParameterException(
                    spec.commandLine(), list + "：EMPTY_LIST：表是空的，没有表头。The sheet is empty; it has no header");
        }
        if (!known) {
            Files.writeString(meanings, ColumnMapping.write(report.headers(), report.meanings()));
            err.println("列的含义已记入 " + meanings + "，请核对。What columns mean is kept there; look it over.");
        }
        requireNames(report, list, meanings, spec);
        if (report.firms() == 0) {
            err.printf("表头（第 %d 行）下面没有企业。No firms stand below the header.%n", report.headerRow());
        }
        return report;
    }

    private FirmSheet.Report read(
            Path list, Headers headers, ColumnMapping mapping, LocalDate asOf, CommandSpec spec, FirmSheet.Use use)
            throws IOException {
        try {
            return FirmSheet.read(list, sheet, headers, mapping, asOf, use);
        } catch (UnreadableSheet e) {
            throw new ParameterException(
                    spec.commandLine(), list + ": " + e.code() + ": " + e.getMessage() + "; " + e.advice(), e);
        }
    }

    private static void requireNames(FirmSheet.Report report, Path list, Path meanings, CommandSpec spec) {
        if (!report.namesFirms()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s：没有一列是企业名称或统一社会信用代码（表头取自第 %d 行）；请在 %s 中指明。No column holds the firms' names or credit codes; the header was taken from row %d."
                            .formatted(list, report.headerRow(), meanings, report.headerRow()));
        }
    }

    private Path mapping(CommandSpec spec) {
        Path list = file(spec);
        return mappingFile != null ? mappingFile : list.resolveSibling(list.getFileName() + ".columns.yaml");
    }

    /** What could not be taken over, the first of it. */
    void print(List<CellProblem> problems, String whereTheRest, CommandSpec spec) {
        PrintWriter err = spec.commandLine().getErr();
        Path name = file(spec).getFileName();
        problems.stream().limit(SHOWN_PROBLEMS).forEach(problem -> err.println(name + ":" + problem));
        if (problems.size() > SHOWN_PROBLEMS) {
            err.printf(
                    "还有 %d 个问题%s。%d more.%n",
                    problems.size() - SHOWN_PROBLEMS, whereTheRest, problems.size() - SHOWN_PROBLEMS);
        }
    }
}
