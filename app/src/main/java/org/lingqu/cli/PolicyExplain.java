package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lingqu.engine.policy.check.FirmFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.FirmDay;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.explain.DecisionJson;
import org.lingqu.engine.policy.explain.DecisionText;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.gap.Gap;
import org.lingqu.engine.policy.gap.Gaps;
import org.lingqu.engine.policy.pack.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingqu policy explain}: what a policy says of one firm, and why. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Decides a policy for one firm and says why: clauses, values, sources, what is missing, the gap.",
            "对一家企业判断一项政策并说明理由：条款、数据、来源、缺什么、差多少。"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:decided, whatever the answer", "1:the firm's file has problems", "2:wrong usage"},
        footer = {"", "Example:", "  ./lingqu policy explain cn/high-tech --firm firm.yaml --as-of 2026-05-01"})
final class PolicyExplain implements Callable<Integer> {

    @Parameters(paramLabel = "POLICY", description = "its id, such as cn/high-tech")
    private String id = "";

    @Option(
            names = "--firm",
            required = true,
            paramLabel = "FILE",
            description = "the firm as YAML; docs/policy-files.md describes it")
    private Path firm = Path.of("");

    @Option(names = "--json", description = "as JSON instead of text")
    private boolean json;

    @Mixin
    private PolicyVersion version = new PolicyVersion();

    @Mixin
    private PolicyFolder folder = new PolicyFolder();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(firm)) {
            throw new ParameterException(spec.commandLine(), "no such file: " + firm);
        }
        PolicyPack pack = folder.read(spec);
        Policy policy = version.find(pack, id, spec);
        FirmFile file = FirmFile.read(firm.toString(), Files.readString(firm), pack.facts());
        file.problems().forEach(spec.commandLine().getErr()::println);
        if (!file.problems().isEmpty() || file.firm().isEmpty()) {
            return 1;
        }
        explain(pack, policy, file.firm().get());
        return 0;
    }

    private void explain(PolicyPack pack, Policy policy, Firm who) {
        var interpreter = new Interpreter(pack.facts());
        LocalDate day = version.day();
        FirmDay on = interpreter.on(who, day);
        Decision decision = on.decide(policy);
        Optional<Gap> gap = policy.inForce(day) ? new Gaps(interpreter).on(on).of(policy) : Optional.empty();
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? DecisionJson.of(decision, gap) : DecisionText.of(decision, gap, pack.facts()));
        out.flush();
    }
}
