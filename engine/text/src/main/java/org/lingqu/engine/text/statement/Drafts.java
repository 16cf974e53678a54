package org.lingqu.engine.text.statement;

import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.statement.period.Period;

/** Begins statements with what the discourse knows. */
final class Drafts {

    private static final Set<String> FLOWS = Vocabulary.set("flows.txt");
    private static final Set<String> GAINS = Vocabulary.set("gains.txt");

    private Drafts() {}

    /** A time as it suits an indicator: what flows is counted over the year, not at its end. */
    private static @Nullable Period period(String name, Clause clause, Discourse discourse) {
        Period period = discourse.period;
        Period epoch = discourse.epoch;
        boolean named = clause.tokens().stream().anyMatch(t -> t instanceof Token.Time);
        if (period == null) {
            return epoch;
        }
        if (discourse.epochNamed && epoch != null && isGained(name, clause)) {
            return epoch;
        }
        if (!named
                && epoch != null
                && period.endYear() == epoch.endYear()
                && period.from().length() == 4) {
            return isGained(name, clause) ? epoch : period.end();
        }
        if (discourse.yearEnd && !named && flows(name)) {
            return Period.year(period.endYear());
        }
        if (discourse.until && !period.isRange() && period.to().length() > 4 && isFlowing(clause)) {
            discourse.period = new Period("%04d-01".formatted(period.endYear()), period.to());
            discourse.until = false;
            return discourse.period;
        }
        return period;
    }

    /** The verb of gaining that a name begins with, 新增 of 新增五星级饭店数; empty when there is none. */
    static String gain(String name) {
        return GAINS.stream()
                .filter(name::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** Whether an indicator is counted over a time. */
    static boolean flows(String name) {
        return FLOWS.stream().anyMatch(name::contains);
    }

    private static boolean isGained(String name, Clause clause) {
        String raw = clause.text().substring(clause.start(), clause.end()).strip();
        return GAINS.stream().anyMatch(raw::startsWith)
                || clause.has(Cue.ANNUAL)
                || clause.has(Cue.CUMULATIVE)
                || GAINS.stream().anyMatch(name::startsWith);
    }

    private static boolean isFlowing(Clause clause) {
        String head = clause.text().substring(clause.start(), clause.end());
        return clause.has(Cue.CUMULATIVE) || head.contains("实现") || head.contains("完成") || head.contains("新增");
    }

    static Draft begin(String name, Clause clause, int start, int end, Discourse discourse) {
        int at = start;
        while (at < end - 1 && "，,、。；;：: 　和及与".indexOf(clause.text().charAt(at)) >= 0) {
            at++;
        }
        Draft draft = new Draft(name, at, end);
        draft.region = discourse.region;
        draft.regionFrom = discourse.regionFrom;
        draft.period = period(name, clause, discourse);
        discourse.said();
        draft.status = discourse.status;
        draft.saidBy = discourse.speaker;
        return draft;
    }
}
