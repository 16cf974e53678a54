package org.lingqu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lingqu.demo.MadeRegion;
import org.lingqu.demo.OfficerList;
import org.lingqu.demo.RegionCsv;
import org.lingqu.demo.RegionParquet;
import org.lingqu.demo.RightsList;
import org.lingqu.engine.policy.fact.Facts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingqu make-region}: the demonstration region as files. */
@Command(
        name = "make-region",
        mixinStandardHelpOptions = true,
        description = {
            "Makes up the firms of 灵渠市, a city that does not exist, and what is around them: the same seed gives the"
                    + " same files.",
            "Five years of figures with gaps and mistakes as real lists have them, titles, parks, platforms, teams,"
                    + " alliances.",
            "生成演示区域“灵渠市”的企业和创新主体，供试用、测试和测速；企业和数字均为虚构。"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:made", "1:the files cannot be written", "2:wrong usage"},
        footer = {
            "",
            "Example:",
            "  ./lingqu make-region --firms 20000 --seed 7 --out out/region",
            "  ./lingqu match --firms out/region/firms.parquet --as-of 2026-06-30 --out out/answers.xlsx"
        })
final class MakeRegionCommand implements Callable<Integer> {

    /** As many as an officer looks after. */
    private static final int LISTED = 500;

    @Option(names = "--firms", paramLabel = "N", description = "how many records of firms (default 20000)")
    private int count = 20_000;

    @Option(names = "--seed", paramLabel = "N", description = "another number, another region (default 7)")
    private long seed = 7;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the files; made if missing")
    private Path out = Path.of("");

    @Option(names = "--parquet-only", description = "firms.parquet and nothing else, for large regions")
    private boolean parquetOnly;

    @Option(names = "--without-mistakes", description = "gaps, but no mistakes")
    private boolean clean;

    @Mixin
    private PolicyFolder folder = new PolicyFolder();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        long begun = System.nanoTime();
        MadeRegion region = region();
        Facts facts = folder.read(spec).facts();
        Files.createDirectories(out);
        RegionParquet.write(region, facts, out.resolve("firms.parquet"));
        if (!parquetOnly) {
            RegionCsv.firms(region, facts, out.resolve("firms.csv"));
            RegionCsv.parties(region, out.resolve("parties.csv"));
            RegionCsv.relations(region, out.resolve("relations.csv"));
            RegionCsv.rights(region, out.resolve("rights.csv"));
            RegionCsv.planted(
                    RightsList.write(region, LISTED, out.resolve("rights-list.xlsx")),
                    out.resolve("rights-list-mistakes.csv"));
            RegionCsv.mistakes(region, out.resolve("mistakes.csv"));
            RegionCsv.planted(
                    OfficerList.write(region, LISTED, out.resolve("officers-list.xlsx")),
                    out.resolve("officers-list-mistakes.csv"));
        }
        PrintWriter text = spec.commandLine().getOut();
        text.printf("%d 家企业，种子 %d，基准日 %s，用时 %.1f 秒%n", count, seed, MadeRegion.AS_OF, seconds(begun));
        text.printf(
                "./lingqu match --firms %s --as-of %s --out answers.xlsx%n",
                out.resolve("firms.parquet"), MadeRegion.AS_OF);
        text.flush();
        return 0;
    }

    private MadeRegion region() {
        try {
            MadeRegion region = MadeRegion.of(seed, count);
            return clean ? region.withoutMistakes() : region;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
