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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            "Starts the application on a fresh data folder, lets officers confirm, correct, reject and import, and"
                    + " kills it",
            "(kill -9) at random moments, also while it starts. Afterwards nothing that it had confirmed may be"
                    + " missing."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:nothing was lost", "1:something was lost or is damaged", "2:wrong usage"},
        footer = {"", "Example:", "  ./lingqu bench crash --kills 200"})
public final class CrashBench implements Callable<Integer> {

    private static final Pattern STATEMENT = Pattern.compile("/library/statements/(\\d+)[\"?#]");
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

    private final CrashLedger ledger = new CrashLedger();
    private final List<Long> starts = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        PrintWriter out = spec.commandLine().getOut();
        Path data = folder == null ? Files.createTempDirectory("lingqu-crash") : folder;
        out.printf(
                "%d kills, %d writes/s asked for, seed %d, data in %s, %s%n",
                kills, rate, seed, data, Running.isPrepared() ? "prepared" : "not prepared");
        var random = new Random(seed);
        List<Long> statements = statements(data);
        long begun = System.nanoTime();
        for (int kill = 1; kill <= kills; kill++) {
            life(data, statements, random);
            if (kill % 10 == 0) {
                out.printf(
                        "%d kills, %d writes confirmed, %d unconfirmed when struck down, %d refused, %d s%n",
                        kill,
                        ledger.confirmed(),
                        ledger.unconfirmedCount(),
                        ledger.refusedCount(),
                        TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
            }
        }
        int resumed = unfinished(data);
        settle(data);
        List<String> problems = new CrashCheck(data, ledger).problems();
        starts.sort(null);
        out.printf(
                "%n%d kills, %d writes confirmed, %d unconfirmed; %d jobs resumed at the end; start median %.1f s%n",
                kills,
                ledger.confirmed(),
                ledger.unconfirmedCount(),
                resumed,
                starts.isEmpty() ? 0 : starts.get(starts.size() / 2) / 1e3);
        problems.forEach(problem -> out.println("LOST  " + problem));
        out.printf("%d confirmed writes lost or damaged%n", problems.size());
        if (problems.isEmpty() && folder == null) {
            Folders.remove(data);
        }
        return problems.isEmpty() ? 0 : 1;
    }

    /** Lets it fill its folder, and picks statements to review. */
    private static List<Long> statements(Path data) throws IOException, InterruptedException {
        try (Running running = Running.begin(data);
                Officer officer = new Officer(running.address())) {
            officer.signIn("officer", Running.password(data, "officer"));
            Matcher found = STATEMENT.matcher(officer.get("/library/statements").body());
            var all = new ArrayList<Long>();
            while (found.find()) {
                all.add(Long.parseLong(found.group(1)));
            }
            return all.stream().distinct().toList();
        }
    }

    /** From a start to a blow. */
    private void life(Path data, List<Long> statements, Random random) throws IOException, InterruptedException {
        Running running =
                Running.begin(data, "-XX:TieredStopAtLevel=1"); // it does not live long enough to be optimised
        if (random.nextInt(AT_START) == 0 && !starts.isEmpty()) {
            Thread.sleep(random.nextLong(Math.max(1, starts.getLast())));
            running.kill();
            return;
        }
        String address = running.address();
        starts.add(running.age().toMillis());
        try (Officer officer = new Officer(address);
                CrashWriter writer = new CrashWriter(officer, ledger, statements, random)) {
            officer.signIn("officer", Running.password(data, "officer"));
            int before = ledger.confirmed();
            long next = System.nanoTime();
            long end = next + LONGEST_WAIT.toNanos();
            boolean begun = false;
            while (next < end) {
                writer.write();
                next += TimeUnit.SECONDS.toNanos(1) / rate;
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                if (!begun && ledger.confirmed() > before) {
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
                Officer officer = new Officer(running.address());
                CrashWriter writer = new CrashWriter(officer, ledger, List.of(), new Random(seed))) {
            officer.signIn("officer", Running.password(data, "officer"));
            quiet(data);
            for (long order : ledger.untaken()) {
                writer.take(order);
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
