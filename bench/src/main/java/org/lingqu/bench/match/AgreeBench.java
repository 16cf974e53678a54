package org.lingqu.bench.match;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.lingqu.engine.policy.agreement.Agreement;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lingqu bench agree}: the interpreter and the columns decide the same random pairs. */
@Command(
        name = "agree",
        mixinStandardHelpOptions = true,
        description = {
            "Decides random rules over random firms, and the pack with policies made of it over firms put together from its",
            "examples, some of them moved to a border and one unit short of it: twice, by the interpreter and in columns.",
            "Counts differences; of a policy of the pack in the whole, its audience, every criterion and every title."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:no difference", "1:a difference; it is printed with its seed"},
        footer = {"", "Example:", "  ./lingqu bench agree --pairs 10000000"})
public final class AgreeBench implements Callable<Integer> {

    private static final int RULES = 200;
    private static final int FIRMS = 1000;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            description = "how many (rule or policy, firm) pairs at least, half of them of the pack (default 10000000)")
    private long pairs = 10_000_000;

    @Option(names = "--seed", paramLabel = "N", description = "of the first round; the next ones count up (default 1)")
    private long seed = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PolicyPack pack = PackReader.read(Path.of(System.getProperty("lingqu.home", "."), "policies"));
        long rounds = (pairs / 2 + (long) RULES * FIRMS - 1) / ((long) RULES * FIRMS);
        long start = System.nanoTime();
        Agreement random = LongStream.range(seed, seed + rounds)
                .parallel()
                .mapToObj(round -> Agreement.of(round, RULES, FIRMS))
                .reduce(Agreement::plus)
                .orElseThrow();
        print("random rules", random, rounds, start);
        long second = System.nanoTime();
        List<PackAgreement.Result> results = LongStream.range(seed, seed + rounds)
                .parallel()
                .mapToObj(round -> PackAgreement.of(pack, round, RULES, FIRMS))
                .toList();
        Agreement real = results.stream()
                .map(PackAgreement.Result::agreement)
                .reduce(Agreement::plus)
                .orElseThrow();
        print("the pack", real, rounds, second);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%,d of its firms lie on a border or one unit short of it%n",
                results.stream().mapToLong(PackAgreement.Result::onBorders).sum());
        Agreement all = random.plus(real);
        all.first().ifPresent(out::println);
        return all.differences() == 0 ? 0 : 1;
    }

    private void print(String what, Agreement found, long rounds, long start) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s: %,d pairs, seeds %d to %d: %d differences (%,d met, %,d unknown, %,d second looks) in %.0f s%n",
                what,
                found.pairs(),
                seed,
                seed + rounds - 1,
                found.differences(),
                found.met(),
                found.unknown(),
                found.secondLooks(),
                (System.nanoTime() - start) / 1e9);
        out.flush();
    }
}
