package org.lingqu.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.match.Answer;
import org.lingqu.match.Match;
import org.lingqu.match.MatchBook;
import org.lingqu.match.MatchCsv;
import org.lingqu.match.Summary;
import picocli.CommandLine.Model.CommandSpec;

/** Every firm of a list decided with all reasons, and written as a workbook or CSV. */
final class MatchRun {

    private static final int BATCH = 512;

    private final Match match;
    private final List<Policy> policies;
    private final LocalDate asOf;
    private final CommandSpec spec;

    MatchRun(Match match, List<Policy> policies, LocalDate asOf, CommandSpec spec) {
        this.match = match;
        this.policies = policies;
        this.asOf = asOf;
        this.spec = spec;
    }

    private interface Use {
        void accept(List<Answer> answers) throws IOException;
    }

    Summary decide(FirmList.Read read, Path target) throws IOException {
        var sums = new Summary();
        AsideFile.write(target, file -> {
            if (target.toString().endsWith(".csv")) {
                csv(read, file, sums);
            } else {
                book(read, file, sums);
            }
        });
        return sums;
    }

    private void book(FirmList.Read read, Path file, Summary sums) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                var book = new MatchBook(stream, policies, asOf, sums)) {
            each(read.firms(), answers -> {
                sums.add(answers);
                book.add(answers.getFirst().firm(), answers);
            });
            book.problems(read.report().problems());
        }
    }

    private void csv(FirmList.Read read, Path file, Summary sums) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            var csv = new MatchCsv(writer);
            each(read.firms(), answers -> {
                sums.add(answers);
                csv.add(answers);
            });
        }
    }

    private void each(List<Firm> firms, Use use) throws IOException {
        var progress = new Progress(spec.commandLine().getErr());
        for (int start = 0; start < firms.size(); start += BATCH) {
            List<Firm> batch = firms.subList(start, Math.min(firms.size(), start + BATCH));
            for (List<Answer> answers : batch.parallelStream().map(match::of).toList()) {
                use.accept(answers);
            }
            progress.show("比对 deciding", start + batch.size(), firms.size());
        }
    }

    /** A line a policy. */
    static String words(Summary sums, LocalDate asOf) {
        var text = new StringBuilder("%d 家企业，基准日 %s%n".formatted(sums.firms(), asOf));
        sums.lines()
                .forEach((policy, line) -> text.append("  %s（%s）：符合 %d，不符合 %d，缺少数据 %d，需人工确认 %d，不适用 %d，差一步 %d%n"
                        .formatted(
                                policy.title(),
                                policy.version(),
                                line.count(Finding.Kind.MET),
                                line.count(Finding.Kind.NOT_MET),
                                line.count(Finding.Kind.UNKNOWN),
                                line.count(Finding.Kind.MANUAL),
                                line.count(Finding.Kind.NOT_APPLICABLE),
                                line.oneStepAway())));
        if (sums.conflicting() > 0) {
            text.append("  %d 家企业填报的数据与推算的不一致，见结果中的“填报核对”  %d firms supplied what contradicts%n"
                    .formatted(sums.conflicting(), sums.conflicting()));
        }
        return text.toString();
    }
}
