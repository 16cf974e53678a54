package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.diff.Difference;
import org.lingqu.engine.policy.diff.PolicyDiff;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.PolicyId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingqu policy diff}: what changed between two versions, and for whom of the firms in their examples. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two versions of a policy: what changed, and for which of the example firms the answer changes.",
            "比较一项政策的两个版本：改了什么，示例企业中谁受益、谁受损。"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:compared", "2:wrong usage"},
        footer = {"", "Example:", "  ./lingqu policy diff cn/specialised-sme 2022 2026"})
final class PolicyDiffCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "POLICY", description = "its id")
    private String id = "";

    @Parameters(index = "1", paramLabel = "BEFORE", description = "the earlier version, or another policy's id@version")
    private String before = "";

    @Parameters(index = "2", paramLabel = "AFTER", description = "the later version, or another policy's id@version")
    private String after = "";

    @Mixin
    private PolicyFolder folder = new PolicyFolder();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PolicyPack pack = folder.read(spec);
        Policy old = find(pack, before);
        Policy now = find(pack, after);
        PrintWriter out = spec.commandLine().getOut();
        out.println(old.fullName() + " → " + now.fullName());
        for (Difference difference : PolicyDiff.of(old, now)) {
            out.println(difference.part() + (difference.id().isEmpty() ? "" : "　" + difference.id()));
            out.println("  - " + (difference.before().isEmpty() ? "（无）" : difference.before()));
            out.println("  + " + (difference.after().isEmpty() ? "（无）" : difference.after()));
        }
        turns(pack, old, now, out);
        out.flush();
        return 0;
    }

    private Policy find(PolicyPack pack, String name) {
        int at = name.indexOf('@');
        return PolicyFolder.find(
                pack,
                at < 0 ? id : name.substring(0, at),
                at < 0 ? name : name.substring(at + 1),
                LocalDate.EPOCH,
                spec);
    }

    /** Every example firm is asked both versions on the first day of the later one, so that only the rule differs. */
    private static void turns(PolicyPack pack, Policy old, Policy now, PrintWriter out) {
        LocalDate oldDay = old.validity().to() == null
                ? now.validity().from()
                : old.validity().to();
        List<PolicyDiff.Turn> turns = PolicyDiff.turns(
                old,
                oldDay,
                now,
                now.validity().from(),
                firms(pack, old.id(), now.id()),
                new Interpreter(pack.facts()));
        out.println("示例企业中结论改变的：" + turns.size());
        for (PolicyDiff.Turn turn : turns) {
            out.println("  " + turn.firm().name() + "：" + turn.before().kind().chinese() + " → "
                    + turn.after().kind().chinese());
        }
    }

    private static List<Firm> firms(PolicyPack pack, PolicyId first, PolicyId second) {
        List<Firm> firms = new ArrayList<>();
        for (PolicyFile file : pack.files()) {
            boolean asked = file.policy().stream()
                    .map(Policy::id)
                    .flatMap(Stream::of)
                    .anyMatch(id -> id.equals(first) || id.equals(second));
            if (asked) {
                file.examples().forEach(example -> firms.add(new Firm(example.name(), example.name(), example.firm())));
            }
        }
        return firms;
    }
}
