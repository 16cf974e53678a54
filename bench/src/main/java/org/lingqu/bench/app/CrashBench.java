package org.lingqu.bench.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Strikes the running application down again and again while officers write, and counts what it had confirmed and lost. */
@Command(
        name = "crash",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the application on a fresh data folder, lets officers review statements, take in pages and lists of",
            "enterprises, undo these, type figures, write, approve and publish policies, and kills it (kill -9) at",
            "random moments, also while it starts. Afterwards nothing that it had confirmed may be missing or there in part."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:nothing was lost", "1:something was lost or is damaged", "2:wrong usage"},
        footer = {"", "Example:", "  ./lingqu bench crash --kills 200"})
public final class CrashBench implements Callable<Integer> {

    /** From the first write that is confirmed on. */
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(2);
    /** Until the first write is confirmed. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    /** One blow in so many falls while the application starts. */
    private static final int AT_START = 10;

    @Option(names = "--kills", paramLabel = "N", description = "default 200")
    private int kills = 200;

    @Option(names = "--rate", paramLabel = "N", description = "writes a second that are asked for, default 50")
    private int rate = 50;

    @Option(names = "--seed", paramLabel = "N", description = "of the moments; default: another one each time")
    private long seed = new Random().nextLong();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "default: a new temporary folder, removed if all is well")
    private @Nullable Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private final CrashWriter.Counts counts = new CrashWriter.Counts();
    private final Map<CrashPart, Integer> parts = new LinkedHashMap<>();
    private final List<Long> starts = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        PrintWriter out = spec.commandLine().getOut();
        Path data = folder == null ? Files.createTempDirectory("lingqu-crash") : folder;
        out.printf(
                "%d kills, %d writes/s asked for, seed %d, data in %s, %s%n",
                kills, rate, seed, data, Running.isPrepared() ? "prepared" : "not prepared");
        var random = new Random(seed);
        begin(data);
        long begun = System.nanoTime();
        for (int kill = 1; kill <= kills; kill++) {
            life(data, random);
            if (kill % 10 == 0) {
                out.printf(
                        "%d kills, %s, %d s%n",
                        kill, writes(), TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
            }
        }
        int resumed = unfinished(data);
        settle(data);
        List<String> problems = new CrashCheck(data, parts.keySet()).problems();
        starts.sort(null);
        out.printf(
                "%n%d kills, %s; %d jobs resumed at the end; start median %.1f s%n",
                kills, writes(), resumed, starts.isEmpty() ? 0 : starts.get(starts.size() / 2) / 1e3);
        problems.forEach(problem -> out.println("LOST  " + problem));
        out.printf("%d confirmed writes lost or damaged%n", problems.size());
        if (problems.isEmpty() && folder == null) {
            Folders.remove(data);
        }
        return problems.isEmpty() ? 0 : 1;
    }

    private int confirmed() {
        return parts.keySet().stream().mapToInt(CrashPart::confirmed).sum();
    }

    private String writes() {
        String each = parts.keySet().stream()
                .map(part -> part.getClass()
                                .getSimpleName()
                                .substring("Crash".length())
                                .toLowerCase(Locale.ROOT) + " " + part.confirmed())
                .collect(Collectors.joining(", "));
        return "%d writes confirmed (%s), %d unconfirmed when struck down, %d refused"
                .formatted(
                        confirmed(),
                        each,
                        counts.unconfirmed().get(),
                        counts.refused().get());
    }

    /** Lets it fill its folder, and chooses what officers work on. */
    private void begin(Path data) throws IOException, InterruptedException {
        try (Running running = Running.begin(data);
                Officer officer = new Officer(running.address())) {
            officer.signIn("officer", Running.password(data, "officer"));
            parts.put(new CrashReviews(numbers(officer, "/library/statements")), 8);
            parts.put(new CrashImports(), 1);
            parts.put(new CrashFirms(numbers(officer, "/enterprises"), LocalDate.now(ZoneId.systemDefault())), 2);
            parts.put(new CrashDrafts(data.resolve("policies")), 1);
        }
    }

    private static List<Long> numbers(Officer officer, String list) throws IOException, InterruptedException {
        Matcher found = Pattern.compile(list + "/(\\d+)[\"?#]")
                .matcher(officer.get(list).body());
        var all = new LinkedHashSet<Long>();
        while (found.find()) {
            all.add(Long.parseLong(found.group(1)));
        }
        return List.copyOf(all);
    }

    /** Two that are signed in. */
    private static CrashPart.Officers officers(Path data, String address) throws IOException, InterruptedException {
        var officers = new CrashPart.Officers(new Officer(address), new Officer(address));
        officers.first().signIn("officer", Running.password(data, "officer"));
        officers.second().signIn("admin", Running.password(data, "admin"));
        return officers;
    }

    /** From a start to a blow. */
    private void life(Path data, Random random) throws IOException, InterruptedException {
        Running running =
                Running.begin(data, "-XX:TieredStopAtLevel=1"); // it does not live long enough to be optimised
        if (random.nextInt(AT_START) == 0 && !starts.isEmpty()) {
            Thread.sleep(random.nextLong(Math.max(1, starts.getLast())));
            running.kill();
            return;
        }
        String address = running.address();
        starts.add(running.age().toMillis());
        try (CrashPart.Officers officers = officers(data, address);
                CrashWriter writer = new CrashWriter(officers, parts, counts, random)) {
            int before = confirmed();
            long next = System.nanoTime();
            long end = next + LONGEST_WAIT.toNanos();
            boolean begun = false;
            while (next < end) {
                writer.write();
                next += TimeUnit.SECONDS.toNanos(1) / rate;
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                if (!begun && confirmed() > before) {
                    begun = true;
                    end = next + random.nextLong(LONGEST_LIFE.toNanos());
                }
            }
            running.kill();
        }
    }

    private static int unfinished(Path data) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("lingqu.db"));
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("select count(*) from job_run where state in ('WAITING', 'RUNNING')")) {
            return count.getInt(1);
        }
    }

    /** Starts it once more and lets it finish what it has begun. */
    private void settle(Path data) throws IOException, InterruptedException, SQLException {
        try (Running running = Running.begin(data);
                CrashPart.Officers officers = officers(data, running.address())) {
            quiet(data);
            for (CrashPart part : parts.keySet()) {
                part.settle(officers);
            }
            quiet(data);
        }
    }

    private static void quiet(Path data) throws InterruptedException, SQLException {
        long end = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (unfinished(data) > 0 && System.nanoTime() < end) {
            Thread.sleep(200);
        }
    }
}
