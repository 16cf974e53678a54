package org.lingqu.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.lingqu.bench.app.CrashBench;
import org.lingqu.bench.app.DayOneBench;
import org.lingqu.bench.app.ImportBench;
import org.lingqu.bench.app.ServeBench;
import org.lingqu.bench.app.StartBench;
import org.lingqu.bench.dmn.DmnBench;
import org.lingqu.bench.match.AgreeBench;
import org.lingqu.bench.match.DiskBench;
import org.lingqu.bench.match.ExplainBench;
import org.lingqu.bench.match.MatchBench;
import org.lingqu.bench.match.WhatIfBench;
import org.lingqu.bench.search.SearchBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./lingqu bench}: every figure in {@code docs/} comes from one of these. */
@Command(
        name = "lingqu bench",
        mixinStandardHelpOptions = true,
        description = "Measures Lingqu, where it can side by side with named peers.",
        subcommands = {
            GoldBench.class,
            GovPagesBench.class,
            HostileBench.class,
            MainContentBench.class,
            ReadBench.class,
            AgreeBench.class,
            CrashBench.class,
            DiskBench.class,
            DayOneBench.class,
            DmnBench.class,
            ExplainBench.class,
            ImportBench.class,
            MatchBench.class,
            WhatIfBench.class,
            SearchBench.class,
            ServeBench.class,
            StartBench.class,
            CommandLine.HelpCommand.class
        },
        footer = {"", "Example:", "  ./lingqu bench read"})
public final class Bench {

    private Bench() {}

    /** Runs one measurement and ends the process with its exit status. */
    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = new CommandLine(new Bench())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(110)
                .execute(arguments);
        out.flush();
        System.exit(status);
    }
}
