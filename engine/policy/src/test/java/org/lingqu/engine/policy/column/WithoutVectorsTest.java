package org.lingqu.engine.policy.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A JVM started without the incubator module decides all the same. */
class WithoutVectorsTest {

    private static final long SEED = 11;

    @Test
    void aJvmWithoutTheModuleGivesTheSameFindings() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutVectorsTest.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(Kernels.best()).isInstanceOf(VectorKernels.class);
        assertThat(said.strip()).isEqualTo("PlainKernels " + findings());
    }

    /** The child's part. */
    public static void main(String[] arguments) {
        System.out.println(Kernels.best().getClass().getSimpleName() + " " + findings());
    }

    private static String findings() {
        var random = new Random(SEED);
        FirmColumns firms = RandomColumns.of(random, 3000);
        var nodes = new RandomNodes(random);
        List<Node.Test> tests =
                IntStream.range(0, 120).mapToObj(i -> nodes.test(3)).toList();
        Findings findings = new Plan(tests, List.of(), firms.ranges()).run(firms, 1);
        var text = new StringBuilder();
        for (int i = 0; i < tests.size(); i++) {
            int test = i;
            int hash = IntStream.range(0, firms.count())
                    .map(firm -> findings.truth(test, firm).name().charAt(0))
                    .reduce(7, (sum, truth) -> sum * 31 + truth);
            text.append(Integer.toHexString(hash)).append(' ');
        }
        return text.toString().strip();
    }
}
