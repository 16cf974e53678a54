package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.column.ColumnBuilder;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.store.FirmTable;
import org.lingqu.engine.policy.store.ParquetFirms;
import org.lingqu.registry.CellProblem;
import org.lingqu.registry.ColumnMapping;
import org.lingqu.registry.FirmSheet;
import org.lingqu.registry.Headers;
import org.lingqu.sheet.UnreadableSheet;

/**
 * The firms of a file as columns.
 *
 * @param names in the order of the rows, as the ids
 * @param problems how many cells or columns could not be taken
 */
record MatchFirms(List<String> ids, List<String> names, FirmColumns columns, int problems) {

    private static final int SHOWN = 20;

    static MatchFirms read(
            Path file,
            String sheet,
            @Nullable Path mapping,
            PolicyPack pack,
            LocalDate asOf,
            int threads,
            PrintWriter err)
            throws IOException, UnreadableSheet, SQLException {
        if (file.toString().endsWith(".parquet")) {
            FirmTable table = ParquetFirms.read(file, threads);
            table.left().forEach(left -> err.println("left out: " + left));
            return new MatchFirms(
                    table.ids(), table.ids(), table.columns(), table.left().size());
        }
        return sheet(file, sheet, mapping == null ? Path.of(file + ".columns.yaml") : mapping, pack, asOf, err);
    }

    private static MatchFirms sheet(
            Path file, String sheet, Path mapping, PolicyPack pack, LocalDate asOf, PrintWriter err)
            throws IOException, UnreadableSheet {
        Set<String> titles = pack.policies().stream()
                .flatMap(policy -> policy.titles().stream())
                .collect(Collectors.toSet());
        var mistakes = new ArrayList<PolicyProblem>();
        ColumnMapping said = Files.exists(mapping)
                ? ColumnMapping.read(mapping.toString(), Files.readString(mapping), pack.facts(), titles, mistakes)
                : ColumnMapping.none();
        mistakes.forEach(mistake -> err.println(mistake));
        var firms = new ArrayList<Firm>();
        FirmSheet.Report report = FirmSheet.read(
                file, sheet, new Headers(pack.facts(), titles, asOf), said, asOf, (firm, row) -> firms.add(firm));
        if (!Files.exists(mapping)) {
            Files.writeString(mapping, ColumnMapping.write(report.headers(), report.meanings()));
            err.println("What the columns mean was written to " + mapping + "; correct it there and run again.");
        }
        report.problems().stream().limit(SHOWN).forEach(problem -> err.println(line(problem)));
        if (report.problems().size() > SHOWN) {
            err.printf("… and %d more problems%n", report.problems().size() - SHOWN);
        }
        return new MatchFirms(
                firms.stream().map(Firm::id).toList(),
                firms.stream().map(Firm::name).toList(),
                ColumnBuilder.of(firms),
                report.problems().size() + mistakes.size());
    }

    private static String line(CellProblem problem) {
        return problem.cell() + " " + problem.header() + " " + problem.code() + ": \"" + problem.value() + "\" "
                + problem.advice();
    }
}
