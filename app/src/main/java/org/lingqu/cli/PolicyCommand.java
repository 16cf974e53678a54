package org.lingqu.cli;

import picocli.CommandLine.Command;

/** {@code lingqu policy}: all that is done with policy files. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"Checks, shows, explains and compares policy files.", "检查、查看、解释、比较政策文件。"},
        subcommands = {
            PolicyCheck.class,
            PolicyShow.class,
            PolicyExplain.class,
            PolicyDiffCommand.class,
            TckCommand.class
        })
final class PolicyCommand {}
