package org.lingqu.engine.policy.diff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.Interpreter;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.pack.Grant;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.pack.Score;
import org.lingqu.engine.policy.pack.Validity;

/** Compares two versions: the words that changed, and the firms for which the answer changes. */
public final class PolicyDiff {

    private PolicyDiff() {}

    /** Everything that differs, in the order of the files. */
    public static List<Difference> of(Policy before, Policy after) {
        List<Difference> found = new ArrayList<>();
        one("名称", before.title(), after.title(), found);
        one("文件", before.document(), after.document(), found);
        one("有效期", days(before.validity()), days(after.validity()), found);
        one("称号", titles(before), titles(after), found);
        compare("条件", criteria(before), criteria(after), found);
        compare("评分", scores(before), scores(after), found);
        compare("支持", benefits(before), benefits(after), found);
        return found;
    }

    /** What the two versions say of a firm. */
    public record Turn(Firm firm, Finding before, Finding after) {}

    /** Firms for which the two versions say different things, each asked on a day of its own validity. */
    public static List<Turn> turns(
            Policy before, LocalDate day, Policy after, LocalDate laterDay, List<Firm> firms, Interpreter interpreter) {
        List<Turn> turns = new ArrayList<>();
        for (Firm firm : firms) {
            Finding old = interpreter.decide(before, firm, day).outcome();
            Finding now = interpreter.decide(after, firm, laterDay).outcome();
            if (old.kind() != now.kind()) {
                turns.add(new Turn(firm, old, now));
            }
        }
        return turns;
    }

    private static void one(String part, String before, String after, List<Difference> into) {
        if (!before.equals(after)) {
            into.add(new Difference(part, "", before, after));
        }
    }

    private static void compare(
            String part, Map<String, String> before, Map<String, String> after, List<Difference> into) {
        Set<String> ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (String id : ids) {
            String old = before.getOrDefault(id, "");
            String now = after.getOrDefault(id, "");
            if (!old.equals(now)) {
                into.add(new Difference(part, id, old, now));
            }
        }
    }

    private static String days(Validity validity) {
        return validity.from() + (validity.to() == null ? " 起" : " 至 " + validity.to());
    }

    private static String titles(Policy policy) {
        return policy.grants().stream().map(PolicyDiff::title).collect(Collectors.joining("；"));
    }

    private static String title(Grant grant) {
        return grant.title() + "，" + grant.lastingWords();
    }

    private static Map<String, String> criteria(Policy policy) {
        Map<String, String> words = new LinkedHashMap<>();
        policy.audience().ifPresent(audience -> criteria(audience, words));
        criteria(policy.criteria(), words);
        return words;
    }

    private static void criteria(Criterion criterion, Map<String, String> into) {
        String words = switch (criterion) {
            case Criterion.Check check -> said(check.clause().says(), check.expression());
            case Criterion.Ask ask -> "人工：" + ask.question();
            case Criterion.Group group ->
                said(
                        group.clause().says(),
                        group.combination().chinese() + "："
                                + group.parts().stream()
                                        .map(part -> part.clause().says().isEmpty()
                                                ? part.id()
                                                : part.clause().says())
                                        .collect(Collectors.joining("、")));
        };
        into.put(criterion.id(), words);
        if (criterion instanceof Criterion.Group group) {
            group.parts().forEach(part -> criteria(part, into));
        }
    }

    /** What the document says, and what is computed where that is something else. */
    private static String said(String says, String computed) {
        return says.isEmpty() || says.equals(computed) ? computed : says + "（" + computed + "）";
    }

    private static Map<String, String> scores(Policy policy) {
        Map<String, String> words = new LinkedHashMap<>();
        policy.score().ifPresent(score -> scores(score, words));
        return words;
    }

    private static void scores(Score score, Map<String, String> into) {
        String words = score.parts().isEmpty() ? RangeWords.of(score.range()) : RangeWords.cap(score.range());
        into.put(score.id(), score.label() + words);
        score.parts().forEach(part -> scores(part, into));
    }

    private static Map<String, String> benefits(Policy policy) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Benefit benefit : policy.benefits()) {
            words.put(benefit.id(), benefit.clause().says() + "：" + benefit.expression());
        }
        return words;
    }
}
