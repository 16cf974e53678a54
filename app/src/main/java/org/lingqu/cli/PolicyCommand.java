package org.lingqu.cli;

import picocli.CommandLine.Command;

/** {@code lingqu policy}: all that is done with policy files. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {"Checks, shows, explains, compares and exports policy files.", "检查、查看、解释、比较、导出政策文件。"},
        subcommands = {
            PolicyCheck.class,
            PolicyShow.class,
            PolicyExplain.class,
            PolicyDiffCommand.class,
            PolicyExportDmn.class,
            TckCommand.class
        })
final class PolicyCommand {}
