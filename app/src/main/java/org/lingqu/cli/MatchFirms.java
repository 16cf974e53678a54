package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.column.ColumnBuilder;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.store.FirmTable;
import org.lingqu.engine.policy.store.ParquetFirms;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The firms of a list as columns.
 *
 * @param names in the order of the rows, as the ids
 * @param problems how many cells or columns could not be taken
 */
record MatchFirms(List<String> ids, List<String> names, FirmColumns columns, int problems) {

    static MatchFirms read(FirmList list, PolicyPack pack, LocalDate asOf, int threads, CommandSpec spec)
            throws IOException {
        if (list.isParquet(spec)) {
            return parquet(list, threads, spec);
        }
        FirmList.Read read = list.read(pack, asOf, spec);
        list.print(read.report().problems(), "", spec);
        return new MatchFirms(
                read.firms().stream().map(Firm::id).toList(),
                read.firms().stream().map(Firm::name).toList(),
                ColumnBuilder.of(read.firms()),
                read.report().problems().size());
    }

    private static MatchFirms parquet(FirmList list, int threads, CommandSpec spec) throws IOException {
        try {
            FirmTable table = ParquetFirms.read(list.file(spec), threads);
            PrintWriter err = spec.commandLine().getErr();
            table.left().forEach(left -> err.println("未读取 left out: " + left));
            return new MatchFirms(
                    table.ids(), table.ids(), table.columns(), table.left().size());
        } catch (SQLException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    list.file(spec) + "：不是能读的 Parquet 文件 not a Parquet file that can be read: " + e.getMessage(),
                    e);
        }
    }
}
