package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.dmn.DmnExport;
import org.lingqu.engine.policy.dmn.DmnModel;
import org.lingqu.engine.policy.pack.Policy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lingqu policy export-dmn}: a policy for other people's decision engines. */
@Command(
        name = "export-dmn",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a policy as a DMN 1.5 model that other decision engines load; docs/dmn-export.md tells what is in it.",
            "What a decision model cannot say is printed and stands in the file as annotations.",
            "把一项政策导出为 DMN 1.5 模型，供其他决策引擎使用；模型不能表达的内容会列出。"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:written",
            "1:written, but something has to be computed elsewhere and became an input; it is printed",
            "2:wrong usage"
        },
        footer = {"", "Example:", "  ./lingqu policy export-dmn cn/high-tech --out high-tech.dmn"})
final class PolicyExportDmn implements Callable<Integer> {

    @Parameters(paramLabel = "POLICY", description = "its id, such as cn/high-tech")
    private String id = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "where the model goes; replaced if there")
    private Path out = Path.of("");

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
        Policy policy = version.find(pack, id, spec);
        DmnModel model = DmnExport.of(policy, pack.facts());
        AsideFile.write(out, file -> Files.writeString(file, model.xml()));
        PrintWriter text = spec.commandLine().getOut();
        text.printf(
                "%s %s：%d 个输入，%d 个决策；模型在 %s%n",
                policy.title(),
                policy.fullName(),
                model.inputs().size(),
                model.decisions().size(),
                out);
        model.notes().forEach(note -> text.println("  " + note));
        text.flush();
        return model.elsewhere() == 0 ? 0 : 1;
    }
}
