package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.store.FirmReader;
import org.lingqu.engine.policy.store.FirmStream;
import org.lingqu.engine.policy.store.RegionMatch;
import org.lingqu.registry.FirmSheet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** All firms of a region into a Parquet file, block by block: memory does not grow with their number. */
final class RegionRun {

    private final FirmList list;
    private final List<Policy> policies;
    private final LocalDate asOf;
    private final int threads;
    private final CommandSpec spec;

    RegionRun(FirmList list, List<Policy> policies, LocalDate asOf, int threads, CommandSpec spec) {
        this.list = list;
        this.policies = policies;
        this.asOf = asOf;
        this.threads = threads;
        this.spec = spec;
    }

    /** Answers whether everything in the list could be taken; what could not is told. */
    boolean decide(PolicyPack pack, Path target) throws IOException {
        Files.createDirectories(Objects.requireNonNull(target.toAbsolutePath().getParent()));
        return list.isParquet(spec) ? parquet(target) : sheet(pack, target);
    }

    private boolean parquet(Path target) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        var progress = new Progress(err);
        Path file = list.file(spec);
        try (FirmReader reader = FirmReader.parquet(file, threads)) {
            print(
                    RegionMatch.run(
                            reader,
                            policies,
                            asOf,
                            target,
                            threads,
                            rows -> progress.show("比对 deciding", rows, reader.count())),
                    target);
            reader.left().forEach(left -> err.println("未读取 left out: " + left));
            err.flush();
            return reader.left().isEmpty();
        } catch (SQLException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    file + "：不是能读的 Parquet 文件 not a Parquet file that can be read: " + e.getMessage(),
                    e);
        }
    }

    private boolean sheet(PolicyPack pack, Path target) throws IOException {
        try (var stream = new FirmStream(policies, asOf, target, threads)) {
            FirmSheet.Report report = list.each(pack, asOf, spec, (firm, row) -> add(stream, firm));
            print(stream.finish(), target);
            list.print(report.problems(), "", spec);
            return report.problems().isEmpty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void add(FirmStream stream, Firm firm) {
        try {
            stream.add(firm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print(RegionMatch.Done done, Path target) {
        PrintWriter text = spec.commandLine().getOut();
        text.printf(
                "%d 家企业，%d 项政策，%d 个条件；结果在 the answers are in %s%n",
                done.firms(), done.policies(), done.criteria(), target);
        if (done.conflicting() > 0) {
            text.printf(
                    "%d 家企业填报的数据与推算的不一致，见以 #conflict 结尾的列  %d firms supplied what contradicts, see the columns ending in #conflict%n",
                    done.conflicting(), done.conflicting());
        }
        text.flush();
    }
}
