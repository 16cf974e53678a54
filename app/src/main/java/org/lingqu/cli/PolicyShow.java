package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.explain.PolicyText;
import org.lingqu.engine.policy.pack.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private PolicyVersion version = new PolicyVersion();

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
            out.print(PolicyText.of(version.find(pack, id, spec), pack.facts()));
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
