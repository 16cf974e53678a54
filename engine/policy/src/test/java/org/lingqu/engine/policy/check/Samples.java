package org.lingqu.engine.policy.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.FactsFile;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;

/** The dictionary of the pack, and policies and firms from text. */
public final class Samples {

    private static final Facts FACTS = load();

    private Samples() {}

    public static Facts facts() {
        return FACTS;
    }

    private static Facts load() {
        try {
            return FactsFile.read("facts.yaml", Files.readString(Path.of("../../policies/facts.yaml")))
                    .facts();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A policy with this body; its examples are left to the caller. */
    public static Policy policy(String body) {
        String head = """
                policy: cn/sample
                version: "1"
                title: 示例
                english: Sample
                document: 示〔2026〕1号
                region: "000000"
                valid: {from: 2000-01-01}
                """;
        PolicyFile file = new PolicyReader(FACTS).read("policies/cn/sample.yaml", head + body);
        List<PolicyProblem> problems = file.problems().stream()
                .filter(p -> p.code() != org.lingqu.engine.policy.ProblemCode.NO_EXAMPLES)
                .toList();
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.toString());
        }
        return file.policy().orElseThrow();
    }

    /** One criterion that requires a condition. */
    public static Policy requiring(String condition) {
        return policy("criteria:\n  - id: a\n    article: 一\n    require: >-\n      " + condition + "\n");
    }

    public static Firm firm(String facts) {
        FirmFile file = FirmFile.read("firm.yaml", "id: x\n" + facts, FACTS);
        if (!file.problems().isEmpty()) {
            throw new AssertionError(file.problems().toString());
        }
        return file.firm().orElseThrow();
    }
}
