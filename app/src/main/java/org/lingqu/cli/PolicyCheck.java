package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lingqu.engine.policy.check.PolicyPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingqu policy check}: every problem of every file at once. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a folder of policy files, tries their examples and prints every problem with its line, code and advice.",
            "检查政策文件夹，运行其中的示例，一次列出全部问题。"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:no problems", "1:problems were found", "2:wrong usage"},
        footer = {"", "Example:", "  ./lingqu policy check policies"})
final class PolicyCheck implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "folder with facts.yaml and a folder for each region (default: policies)")
    private Path folder = Path.of("policies");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PolicyPack pack = PolicyFolder.read(folder, spec);
        PrintWriter out = spec.commandLine().getOut();
        pack.problems().forEach(out::println);
        int examples =
                pack.files().stream().mapToInt(file -> file.examples().size()).sum();
        out.printf(
                "%1$d 个文件，%2$d 项政策可用，%3$d 个示例，%4$d 个问题。"
                        + "%1$d files, %2$d sound policies, %3$d examples, %4$d problems%n",
                pack.files().size(),
                pack.policies().size(),
                examples,
                pack.problems().size());
        out.flush();
        return pack.problems().isEmpty() ? 0 : 1;
    }
}
