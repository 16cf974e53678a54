package org.lingqu.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.whatif.GroupChange;
import org.lingqu.engine.policy.whatif.PolicyChange;
import org.lingqu.engine.policy.whatif.ThresholdCurve;
import org.lingqu.engine.policy.whatif.Thresholds;
import org.lingqu.whatif.CurveRange;
import org.lingqu.whatif.Grouping;
import org.lingqu.whatif.Settings;
import org.lingqu.whatif.WhatIf;
import org.lingqu.whatif.WhatIfBook;
import org.lingqu.whatif.WhatIfCsv;
import org.lingqu.whatif.WhatIfJson;
import org.lingqu.whatif.WhatIfText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lingqu what-if}: figures of policies changed, over all firms of a list. */
@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description = {
            "试算：改动政策中的数值，看哪些企业新增符合、哪些不再符合、要多少钱。",
            "Changes figures of policies and tells who gains, who loses and what it costs.",
            "",
            "企业的称号以名单为准，不随试算变化。Titles are those of the list; a change does not alter them."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:done, but cells, columns or policies were left out; each is reported",
            "2:wrong usage: every mistake is told, nothing is tried"
        },
        footer = {
            "",
            "Examples:",
            "  ./lingqu what-if --list cn/high-tech",
            "  ./lingqu what-if --firms firms.xlsx --as-of 2026-06-30 --set cn/high-tech.rd-ratio.1=4.5%% --out r.xlsx",
            "  ./lingqu what-if --firms firms.xlsx --as-of 2026-06-30 --curve cn/high-tech.rd-ratio.1 --out curve.xlsx",
            "  ./lingqu what-if --firms firms.xlsx --as-of 2026-06-30 --curve cn/high-tech.rd-ratio.1=3%%..6%%/0.1%%"
        })
final class WhatIfCommand implements Callable<Integer> {

    @Option(
            names = "--list",
            paramLabel = "POLICY",
            description = "列出一项政策中可以改的数值及其地址  all figures of a policy with their addresses")
    private @Nullable String listed;

    @Option(
            names = "--set",
            paramLabel = "ADDRESS=VALUE",
            description = "改动一个数值，可重复；金额要写单位  changes one figure; may be repeated; money with its unit")
    private List<String> sets = List.of();

    @Option(
            names = "--curve",
            paramLabel = "ADDRESS[=FROM..TO[/STEP]]",
            description = "一个数值取各种值时的企业数和金额，可重复  firms and money at every value of a figure")
    private List<String> curves = List.of();

    @Option(
            names = "--by",
            split = "[,，]",
            paramLabel = "FACT",
            description = "按哪些列分组（默认行业代码、企业规模、园区、注册地中名单有的）  group by these columns")
    private List<String> by = List.of();

    @Option(names = "--as-of", paramLabel = "DATE", description = "基准日，如 2026-06-30  the day of the decisions")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "结果：.xlsx 全部，.csv 有变化的企业  .xlsx with everything, .csv with the firms that change")
    private @Nullable Path out;

    @Option(names = "--json", description = "在屏幕上输出 JSON  prints one JSON object instead of text")
    private boolean json;

    @Option(names = "--threads", paramLabel = "N", description = "默认全部处理器  default: all processors")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private FirmList list = new FirmList();

    @Mixin
    private PolicyFolder folder = new PolicyFolder();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PolicyPack pack = folder.read(spec);
        LocalDate day = asOf == null ? LocalDate.now(ZoneId.systemDefault()) : asOf;
        var settings = new Settings(pack, folder.path(), day);
        if (listed != null) {
            return list(listed, settings);
        }
        List<Settings.Problem> problems = usage();
        for (String set : sets) {
            settings.set(set);
        }
        var ofCurves = new ArrayList<Settings.Problem>();
        var ranges = new ArrayList<CurveRange>();
        for (String curve : curves) {
            CurveRange.read(curve, settings, ofCurves).ifPresent(ranges::add);
        }
        List<WhatIf.Changed> changed = settings.changed();
        problems.addAll(settings.problems());
        problems.addAll(ofCurves);
        if (refused(problems)) {
            return Lingqu.USAGE;
        }
        MatchFirms firms = MatchFirms.read(list, pack, day, threads, spec);
        List<Grouping> groupings = by.isEmpty()
                ? Grouping.usual(firms.columns())
                : Grouping.named(by, firms.columns(), pack.facts(), problems);
        if (refused(problems)) {
            return Lingqu.USAGE;
        }
        write(run(pack, day, firms, changed, ranges, groupings));
        return firms.problems() == 0 ? 0 : 1;
    }

    /** What is wrong with the command itself; told together with what is wrong with the figures. */
    private List<Settings.Problem> usage() {
        var problems = new ArrayList<Settings.Problem>();
        if (asOf == null) {
            problems.add(new Settings.Problem(
                    "NO_DATE", "--as-of", "缺少基准日，如 --as-of 2026-06-30。Say the day of the decisions."));
        }
        if (sets.isEmpty() && curves.isEmpty()) {
            problems.add(new Settings.Problem(
                    "NOTHING_ASKED",
                    "",
                    "说明改什么：--set 地址=数值，或 --curve 地址；--list 政策 列出全部地址。Say what to change: --set, --curve or --list."));
        }
        list.problem(out).ifPresent(problems::add);
        if (out != null && !out.toString().endsWith(".xlsx") && !out.toString().endsWith(".csv")) {
            problems.add(new Settings.Problem(
                    "OUT_FORMAT", out.toString(), "--out 以 .xlsx 或 .csv 结尾。--out ends in .xlsx or .csv."));
        }
        return problems;
    }

    private boolean refused(List<Settings.Problem> problems) {
        if (problems.isEmpty()) {
            return false;
        }
        PrintWriter err = spec.commandLine().getErr();
        problems.forEach(err::println);
        err.printf("%d 处要改，没有试算；用法见 --help。%d to mend, nothing was tried.%n", problems.size(), problems.size());
        return true;
    }

    private int list(String policy, Settings settings) throws IOException {
        Optional<Thresholds> thresholds = settings.ofPolicy(policy);
        if (thresholds.isEmpty()) {
            refused(settings.problems());
            return Lingqu.USAGE;
        }
        PrintWriter text = spec.commandLine().getOut();
        if (json) {
            WhatIfJson.list(policy, thresholds.get(), text);
            text.println();
        } else {
            text.print(WhatIfText.list(policy, thresholds.get()));
        }
        text.flush();
        return 0;
    }

    private WhatIf run(
            PolicyPack pack,
            LocalDate day,
            MatchFirms firms,
            List<WhatIf.Changed> changed,
            List<CurveRange> ranges,
            List<Grouping> groupings) {
        var progress = new Progress(spec.commandLine().getErr());
        var outcomes = new ArrayList<WhatIf.Outcome>();
        for (WhatIf.Changed one : changed) {
            PolicyChange change =
                    PolicyChange.of(one.before(), one.after(), firms.columns(), day, pack.facts(), threads);
            var groups = new LinkedHashMap<Grouping, List<GroupChange>>();
            groupings.forEach(grouping -> groups.put(grouping, change.groups(List.of(grouping.by()))));
            outcomes.add(new WhatIf.Outcome(one, change, groups));
            progress.show("试算 trying", outcomes.size(), changed.size());
        }
        var drawn = new ArrayList<WhatIf.Curve>();
        for (CurveRange range : ranges) {
            Settings.Place place = range.place();
            var curve = new ThresholdCurve(firms.columns(), day, pack.facts(), threads);
            drawn.add(new WhatIf.Curve(
                    place.address(),
                    place.policy(),
                    place.threshold(),
                    curve.of(
                            place.thresholds(),
                            place.threshold(),
                            range.values(),
                            done -> progress.show(
                                    "曲线 curve", done, range.values().size()))));
        }
        return new WhatIf(day, new WhatIf.Firms(firms.ids(), firms.names()), outcomes, drawn);
    }

    private void write(WhatIf whatIf) throws IOException {
        Path target = out;
        if (target != null) {
            AsideFile.write(target, file -> {
                if (target.toString().endsWith(".csv")) {
                    try (Writer writer = Files.newBufferedWriter(file)) {
                        WhatIfCsv.write(whatIf, writer);
                    }
                } else {
                    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
                        WhatIfBook.write(whatIf, stream);
                    }
                }
            });
        }
        PrintWriter text = spec.commandLine().getOut();
        if (json) {
            WhatIfJson.write(whatIf, text);
            text.println();
        } else {
            text.print(WhatIfText.of(whatIf));
            if (target != null) {
                text.println("结果在 the result is in " + target);
            }
        }
        text.flush();
    }
}
