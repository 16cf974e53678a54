package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.explain.PolicyText;
import org.lingqu.engine.policy.pack.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingqu policy show}: a policy as a person reads it, or the list of all. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {"Shows a policy, or lists all of them.", "查看一项政策，或列出全部政策。"},
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:shown", "2:wrong usage"},
        footer = {"", "Examples:", "  ./lingqu policy show", "  ./lingqu policy show cn/high-tech"})
final class PolicyShow implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "POLICY", description = "its id, such as cn/high-tech")
    private @Nullable String id;

    @Option(names = "--version-of", paramLabel = "VERSION", description = "this version instead of the one in force")
    private @Nullable String version;

    @Option(names = "--as-of", paramLabel = "DATE", description = "in force on this day (default: today)")
    private @Nullable LocalDate day;

    @Mixin
    private PolicyFolder folder = new PolicyFolder();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PolicyPack pack = folder.read(spec);
        PrintWriter out = spec.commandLine().getOut();
        if (id == null) {
            list(pack.policies(), out);
        } else {
            LocalDate on = day == null ? LocalDate.now(java.time.ZoneId.systemDefault()) : day;
            out.print(PolicyText.of(PolicyFolder.find(pack, id, version, on, spec)));
        }
        out.flush();
        return 0;
    }

    private static void list(List<Policy> policies, PrintWriter out) {
        for (Policy policy : policies) {
            out.println(policy.fullName() + "  " + policy.title() + "  "
                    + policy.validity().from() + " – "
                    + (policy.validity().to() == null ? "" : policy.validity().to()));
        }
    }
}
