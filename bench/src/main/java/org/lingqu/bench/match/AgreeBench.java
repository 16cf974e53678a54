package org.lingqu.bench.match;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.lingqu.engine.policy.agreement.Agreement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./lingqu bench agree}: the interpreter and the columns decide the same random pairs. */
@Command(
        name = "agree",
        mixinStandardHelpOptions = true,
        description =
                "Decides random rules over random firms twice, by the interpreter and in columns, and counts differences.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:no difference", "1:a difference; it is printed with its seed"},
        footer = {"", "Example:", "  ./lingqu bench agree --pairs 10000000"})
public final class AgreeBench implements Callable<Integer> {

    private static final int RULES = 200;
    private static final int FIRMS = 1000;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            description = "how many (rule, firm) pairs at least (default 10000000)")
    private long pairs = 10_000_000;

    @Option(names = "--seed", paramLabel = "N", description = "of the first round; the next ones count up (default 1)")
    private long seed = 1;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        long rounds = (pairs + (long) RULES * FIRMS - 1) / ((long) RULES * FIRMS);
        long start = System.nanoTime();
        Agreement all = LongStream.range(seed, seed + rounds)
                .parallel()
                .mapToObj(round -> Agreement.of(round, RULES, FIRMS))
                .reduce(Agreement::plus)
                .orElseThrow();
        out.printf(
                Locale.ROOT,
                "%,d pairs, seeds %d to %d: %d differences (%,d met, %,d unknown, %,d second looks) in %.0f s%n",
                all.pairs(),
                seed,
                seed + rounds - 1,
                all.differences(),
                all.met(),
                all.unknown(),
                all.secondLooks(),
                (System.nanoTime() - start) / 1e9);
        all.first().ifPresent(out::println);
        return all.differences() == 0 ? 0 : 1;
    }
}
