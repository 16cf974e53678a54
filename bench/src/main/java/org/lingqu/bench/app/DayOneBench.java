package org.lingqu.bench.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lingqu.LingquApplication;
import org.lingqu.account.Accounts;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.database.Folders;
import org.lingqu.demo.MadeRegion;
import org.lingqu.demo.RegionCsv;
import org.lingqu.demo.RegionParquet;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.job.JobRun;
import org.lingqu.job.JobState;
import org.lingqu.job.Jobs;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.Board;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.Standing;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.EnterpriseOrder;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.FirmLists;
import org.lingqu.registry.ListState;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The first day of an officer with a whole region: take all firms in, decide all policies, look for some, change one. */
@Command(
        name = "day-one",
        mixinStandardHelpOptions = true,
        description = {
            "Takes the firms of the made region in as an officer does (send, look, take), holds all policies against them, asks for",
            "pages of the list with filters and orders, tries other figures of a policy, and changes one firm's figure. The list",
            "is made once and kept."
        },
        footer = {"", "Example:", "  ./lingqu bench day-one --firms 1000000 --format parquet"})
public final class DayOneBench implements Callable<Integer> {

    private static final long SEED = 7;
    private static final String PASSWORD = "every number has a source";
    private static final int TRIALS = 9;

    /** How a list is sent. */
    enum Format {
        csv,
        parquet
    }

    @Option(names = "--firms", paramLabel = "N", description = "default 100000; the bars are for 1000000")
    private int firms = 100_000;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default csv")
    private Format format = Format.csv;

    @Option(names = "--data", paramLabel = "FOLDER", description = "default out/day-one", defaultValue = "out/day-one")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Option(names = "--pages", paramLabel = "N", description = "pages of the list that are asked for, default 400")
    private int pages = 400;

    @Option(
            names = "--keep",
            description =
                    "keeps what was taken in; run again, begins with a start over it, as a server does on its second day")
    private boolean keep;

    @Option(names = "--again", description = "at last looks at the same list once more, of which nothing is new")
    private boolean again;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private long begun;
    private long busy;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Files.createDirectories(data);
        Path file = data.resolve("firms-" + firms + "." + format);
        Path kept = data.resolve("kept-" + firms);
        Path folder = keep && Files.exists(kept) ? kept : Files.createTempDirectory(data, "base");
        boolean isTakenIn = folder.equals(kept);
        try (ConfigurableApplicationContext context = start(folder)) {
            if (!Files.exists(file)) {
                make(file, context.getBean(InstalledPack.class).facts());
                out.printf("made %s; run again for the memory of what is measured alone%n", file);
            }
            out.printf("%d firms, %s of %d MB%n", firms, format, Files.size(file) >> 20);
            if (!isTakenIn) {
                takeIn(context, file, out);
            }
            decide(context, out);
            ask(context, out);
            change(context, out);
            if (again) {
                lookAt(context, file, "looked at once more", out);
            }
            out.printf("largest resident memory %d MB; base %d MB%n", resident(), size(folder) >> 20);
            isTakenIn = true;
        } finally {
            if (!keep || !isTakenIn) {
                Folders.remove(folder);
            } else if (!folder.equals(kept)) {
                Files.move(folder, kept);
            }
        }
        return 0;
    }

    private static ConfigurableApplicationContext start(Path folder) {
        var application = new SpringApplication(LingquApplication.class);
        application.setDefaultProperties(
                Map.of("lingqu.data", folder.toString(), "server.address", "127.0.0.1", "server.port", 0));
        return application.run();
    }

    private void make(Path file, Facts facts) throws IOException {
        MadeRegion region = MadeRegion.of(SEED, firms);
        Path unfinished = file.resolveSibling("unfinished-" + file.getFileName());
        switch (format) {
            case csv -> RegionCsv.firms(region, facts, unfinished);
            case parquet -> RegionParquet.write(region, facts, unfinished);
        }
        Files.move(unfinished, file);
    }

    private void takeIn(ConfigurableApplicationContext context, Path file, PrintWriter out)
            throws IOException, InterruptedException {
        FirmLists lists = context.getBean(FirmLists.class);
        FirmListImport list = lookAt(context, file, "looked at", out);
        begin();
        if (!lists.take(Actor.SYSTEM, list)) {
            throw new IllegalStateException("it cannot be taken in: " + list.refusal());
        }
        await(lists, context.getBean(Jobs.class), list, ListState.TAKEN);
        tell("taken in", out);
    }

    private FirmListImport lookAt(ConfigurableApplicationContext context, Path file, String what, PrintWriter out)
            throws IOException, InterruptedException {
        FirmLists lists = context.getBean(FirmLists.class);
        FirmListImport list;
        begin();
        try (InputStream content = Files.newInputStream(file)) {
            list = lists.send(
                    Actor.SYSTEM,
                    "firms." + format,
                    content,
                    "",
                    Supplier.SCIENCE,
                    context.getBean(Enterprises.class).today());
        }
        tell("sent", out);
        begin();
        list = await(lists, context.getBean(Jobs.class), list, ListState.LOOKED);
        tell(what, out);
        out.printf("  %s%n", list.counts());
        return list;
    }

    private static FirmListImport await(FirmLists lists, Jobs jobs, FirmListImport list, ListState state)
            throws InterruptedException {
        while (true) {
            FirmListImport now = lists.byId(list.id()).orElseThrow();
            JobRun job = jobs.byId(Objects.requireNonNull(now.run())).orElseThrow();
            if (job.state() == JobState.FAILED) {
                throw new IllegalStateException(job.message());
            }
            if (now.state() == state && job.state().isOver()) {
                return now;
            }
            Thread.sleep(20);
        }
    }

    private void decide(ConfigurableApplicationContext context, PrintWriter out) {
        begin();
        Board board = context.getBean(Opportunities.class).board();
        tell("all policies over them", out);
        out.printf("  %d policies, %d enterprises%n", board.policies().size(), board.enterprises());
    }

    private void ask(ConfigurableApplicationContext context, PrintWriter out) throws IOException, InterruptedException {
        Accounts accounts = context.getBean(Accounts.class);
        if (accounts.byLogin("officer").isEmpty()) {
            accounts.create(Actor.SYSTEM, "officer", "李专员", Role.OFFICER.name(), null, PASSWORD, false);
        }
        String address = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/";
        try (var officer = new Officer(address)) {
            officer.signIn("officer", PASSWORD);
            List<String> questions = questions();
            for (String question : questions) {
                page(officer, question); // so that nothing is asked for the first time
            }
            var nanos = new long[questions.size()];
            for (int i = 0; i < nanos.length; i++) {
                long start = System.nanoTime();
                page(officer, questions.get(i));
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            out.printf(
                    "%d pages of the list, filtered and sorted, one after the other: median %.1f ms, p99 %.1f ms, longest %.0f"
                            + " ms%n",
                    nanos.length,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[(int) Math.ceil(0.99 * nanos.length) - 1] / 1e6,
                    nanos[nanos.length - 1] / 1e6);
            tryOut(officer, out);
        }
    }

    /** 高新技术企业 with another share of R&D each time, as the page of it: who gains, who loses, what it costs, a curve. */
    private static void tryOut(Officer officer, PrintWriter out) throws IOException, InterruptedException {
        var nanos = new long[TRIALS];
        for (int i = 0; i < TRIALS; i++) {
            long start = System.nanoTime();
            page(officer, "/policies/cn/high-tech/what-if?a.rd-ratio.1=0.0" + (40 + i));
            nanos[i] = System.nanoTime() - start;
        }
        double first = nanos[0] / 1e6;
        Arrays.sort(nanos);
        out.printf(
                "a what-if, page and all: the first %.0f ms, median %.0f ms, longest %.0f ms%n",
                first, nanos[TRIALS / 2] / 1e6, nanos[TRIALS - 1] / 1e6);
    }

    private static void page(Officer officer, String question) throws IOException, InterruptedException {
        int status = officer.get(question).statusCode();
        if (status != 200) {
            throw new IllegalStateException(question + " answers " + status);
        }
    }

    private List<String> questions() {
        var random = new Random(SEED);
        List<EnterpriseOrder> orders = List.of(EnterpriseOrder.values());
        var all = new ArrayList<String>();
        for (int i = 0; i < pages; i++) {
            var parts = new ArrayList<String>();
            parts.add("sort=" + orders.get(random.nextInt(orders.size())));
            add(
                    parts,
                    random,
                    "words=" + encoded(List.of("科技", "灵渠", "9145", "食品").get(random.nextInt(4))));
            add(parts, random, "region=" + List.of("456902", "456971", "456900").get(random.nextInt(3)));
            add(parts, random, "industry=" + List.of("39", "3", "C", "65").get(random.nextInt(4)));
            add(parts, random, "size=" + encoded(List.of("中型", "小型", "微型").get(random.nextInt(3))));
            add(parts, random, "title=" + encoded("高新技术企业"));
            add(parts, random, "min=" + random.nextInt(3000));
            add(parts, random, "page=" + (1 + random.nextInt(40)));
            all.add("/enterprises?" + String.join("&", parts));
        }
        return all;
    }

    private static void add(List<String> parts, Random random, String part) {
        if (random.nextInt(3) == 0) {
            parts.add(part);
        }
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private void change(ConfigurableApplicationContext context, PrintWriter out) {
        Enterprises enterprises = context.getBean(Enterprises.class);
        Opportunities opportunities = context.getBean(Opportunities.class);
        Enterprise firm = enterprises
                .find(Actor.SYSTEM, EnterpriseFilter.all(enterprises.today()), EnterpriseOrder.REVENUE, 1000, 1)
                .getFirst();
        long slowest = 0;
        for (int i = 0; i < 20; i++) {
            int version =
                    enterprises.byId(Actor.SYSTEM, firm.id()).orElseThrow().rowVersion();
            long start = System.nanoTime();
            enterprises.type(
                    Actor.SYSTEM,
                    firm.id(),
                    version,
                    Supplier.TAX,
                    enterprises.today(),
                    "2025年研发费用（万元）",
                    Integer.toString(100 + i),
                    null);
            Map<?, Standing> standings = opportunities.board().standings(firm.id());
            slowest = Math.max(slowest, System.nanoTime() - start);
            if (standings.isEmpty()) {
                throw new IllegalStateException("nothing is decided about " + firm.id());
            }
        }
        out.printf("a changed figure until its opportunities: slowest of 20 %.0f ms%n", slowest / 1e6);
    }

    private void begin() {
        begun = System.nanoTime();
        busy = processor();
    }

    private void tell(String what, PrintWriter out) {
        out.printf(
                "%s: %.1f s, %.1f s of the processor; resident %d MB%n",
                what, (System.nanoTime() - begun) / 1e9, (processor() - busy) / 1e9, status("VmRSS:"));
        out.flush();
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long resident() {
        return status("VmHWM:");
    }

    /** In MB; 0 where the system does not say. */
    private static long status(String line) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(each -> each.startsWith(line))
                            .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")))
                            .findAny()
                            .orElse(0)
                    >> 10;
        } catch (IOException e) {
            return 0;
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
