package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--as-of", paramLabel = "DATE", description = "the version in force on this day (default: today)")
    private @Nullable LocalDate day;

    @Option(names = "--version-of", paramLabel = "VERSION", description = "this version instead of the one in force")
    private @Nullable String version;

    @Mixin
    private PolicyFolder folder = new PolicyFolder();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PolicyPack pack = folder.read(spec);
        LocalDate on = day == null ? LocalDate.now(ZoneId.systemDefault()) : day;
        Policy policy = PolicyFolder.find(pack, id, version, on, spec);
        DmnModel model = DmnExport.of(policy, pack.facts());
        write(model.xml());
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

    /** Beside the target first, so that a run that is broken off leaves no half a model. */
    private void write(String xml) throws IOException {
        Path target = out.toAbsolutePath();
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
        try {
            Files.writeString(unfinished, xml);
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
