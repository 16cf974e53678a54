package org.lingqu.jobs;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./lingqu job}: what exceeds one machine. */
@Command(
        name = "lingqu job",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Runs the engines with Apache Spark, on this machine or a cluster.",
            "用 Apache Spark 处理超出一台机器的数据。"
        },
        subcommands = {MatchPoliciesCommand.class, MeasureCommand.class, CommandLine.HelpCommand.class})
public final class Jobs {

    private Jobs() {}

    /** Runs one job and ends the process with its exit status. */
    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = run(out, err, arguments);
        out.flush();
        System.exit(status);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Jobs())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(110)
                .execute(arguments);
    }
}
