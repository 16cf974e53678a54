package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.lingqu.backup.BackupProblem;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./lingqu} starts, after the shell script has seen to a JDK and a build. */
@Command(
        name = "lingqu",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "灵渠 Lingqu: a region's innovation policy, from messy pages to cited answers.",
            "",
            "Start with ./lingqu demo. 先运行 ./lingqu demo。"
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AuditCommand.class,
            BackupCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            MakeRegionCommand.class,
            MatchCommand.class,
            PolicyCommand.class,
            PrepareCommand.class,
            ReadCommand.class,
            ReindexCommand.class,
            RestoreCommand.class,
            ServeCommand.class,
            WhatIfCommand.class,
            CommandLine.HelpCommand.class
        },
        footer = {
            "",
            "For those who build Lingqu:",
            "  test    compiles with every check on and runs all tests",
            "  bench   makes the figures of docs/ again",
            "  format  formats the sources",
            "",
            "./lingqu help COMMAND tells more about each, with an example."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:something was refused or failed; the output says what",
            "2:wrong usage",
            "3:no JDK 25 was found",
            "4:the build failed"
        })
public final class Lingqu {

    /** All that can go wrong for reasons of usage: what picocli answers to an unknown option. */
    static final int USAGE = CommandLine.ExitCode.USAGE;

    private Lingqu() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int status = run(out, err, arguments);
        out.flush();
        System.exit(status);
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Lingqu())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(110)
                .registerConverter(LocalDate.class, new DayText())
                .setExecutionExceptionHandler(Lingqu::failed)
                .setParameterExceptionHandler(Lingqu::misused)
                .execute(arguments);
    }

    /** The mistake and where help is: a whole page of options would push the mistake out of sight. */
    private static int misused(CommandLine.ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(mistake.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(mistake, err);
        if (command.getSubcommands().isEmpty()) {
            err.println("用法见 usage: ./" + command.getCommandSpec().qualifiedName() + " --help");
        } else {
            command.usage(err);
        }
        return USAGE;
    }

    /** A file that cannot be read or written is the user's business and no stack trace; anything else is ours. */
    private static int failed(Exception problem, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (problem instanceof Refusal || problem instanceof BackupProblem) {
            command.getErr().println(problem.getMessage());
            return 1;
        }
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException port) {
                command.getErr()
                        .println("端口 " + port.getPort() + " 已被占用，请换一个：--port  ·  port " + port.getPort()
                                + " is taken, choose another with --port");
                return 1;
            }
        }
        if (!(problem instanceof IOException)) {
            throw problem;
        }
        command.getErr().println("无法读写文件 cannot be read or written: " + problem.getMessage());
        return 1;
    }
}
