package org.lingqu.engine.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.pack.Clause;
import org.lingqu.engine.policy.pack.Combination;
import org.lingqu.engine.policy.pack.Confidence;
import org.lingqu.engine.policy.pack.Criterion;
import org.lingqu.engine.policy.rule.Comparison;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.yaml.Fields;
import org.lingqu.engine.policy.yaml.Place;
import org.lingqu.engine.policy.yaml.Yaml;

/** Reads criteria: conditions, questions and groups of them. */
final class CriterionReader {

    private static final Map<String, Combination> GROUPS =
            Map.of("all", Combination.ALL, "any", Combination.ANY, "none", Combination.NONE);
    private static final Map<String, Comparison> LIMITS = Map.of(
            "at-least", Comparison.AT_LEAST,
            "above", Comparison.GREATER,
            "at-most", Comparison.AT_MOST,
            "below", Comparison.LESS);
    private final Draft draft;

    CriterionReader(Draft draft) {
        this.draft = draft;
    }

    List<Criterion> all(List<Yaml> items, Clause outer) {
        return items.stream().map(item -> one(item, outer)).toList();
    }

    Criterion one(Yaml yaml, Clause outer) {
        var fields = draft.fields(yaml, Phrase.of("一个条件", "a criterion"));
        String id = draft.id(fields);
        Clause clause = draft.clause(fields, outer);
        Optional<Condition> when = fields.scalar("when").map(draft::conditionOrUnreadable);
        Criterion criterion = body(fields, id, clause, when);
        fields.close();
        return criterion;
    }

    private Criterion body(Fields fields, String id, Clause clause, Optional<Condition> when) {
        List<String> kinds = new ArrayList<>(List.of("require", "ask", "all", "any", "none", "some"));
        kinds.removeIf(key -> !fields.has(key));
        if (kinds.size() != 1) {
            draft.report(
                    fields.place(),
                    ProblemCode.MISSING_KEY,
                    Phrase.of(
                            "每个条件只能有 require、ask、all、any、none、some 中的一个；现在{0}",
                            "a criterion has exactly one of require, ask, all, any, none, some; found {0}",
                            kinds.isEmpty()
                                    ? new Phrase("一个也没有", "none")
                                    : new Phrase("有 " + String.join("、", kinds), String.join(" and ", kinds))));
        }
        return switch (kinds.isEmpty() ? "" : kinds.getFirst()) {
            case "require" -> check(fields, id, clause, when);
            case "ask" -> ask(fields, id, clause, when);
            case "some" -> some(fields, id, clause, when);
            case "all", "any", "none" -> {
                String key = kinds.getFirst();
                yield group(id, clause, when, GROUPS.getOrDefault(key, Combination.ALL), 0, parts(fields, key, clause));
            }
            default -> new Criterion.Check(id, clause, when, Unreadable.CONDITION, "");
        };
    }

    private List<Criterion> parts(Fields fields, String key, Clause clause) {
        List<Yaml> items = fields.items(key);
        if (items.isEmpty()) {
            draft.report(
                    fields.place(),
                    ProblemCode.NO_CRITERIA,
                    Phrase.of("「{0}」里没有列出条件", "\"{0}\" lists no criteria", key));
        }
        return all(items, clause);
    }

    private Criterion group(
            String id, Clause clause, Optional<Condition> when, Combination how, int count, List<Criterion> parts) {
        return parts.isEmpty()
                ? new Criterion.Check(id, clause, when, Unreadable.CONDITION, "")
                : new Criterion.Group(id, clause, when, how, count, parts);
    }

    private Criterion some(Fields fields, String id, Clause clause, Optional<Condition> when) {
        Fields inner =
                draft.fields(fields.yaml("some").orElseThrow(), Phrase.of("「count」和「of」", "\"count\" and \"of\""));
        int count = inner.count("count").orElse(0);
        List<Criterion> parts = parts(inner, "of", clause);
        if (count < 1 || count > parts.size()) {
            draft.report(
                    inner.place(),
                    ProblemCode.WRONG_VALUE,
                    Phrase.of(
                            "「count」写 {0} 条中要满足几条，现在是「{1}」",
                            "\"count\" is how many of the {0} have to hold, found {1}", parts.size(), count));
        }
        inner.close();
        return group(id, clause, when, Combination.AT_LEAST, count, parts);
    }

    private Criterion ask(Fields fields, String id, Clause clause, Optional<Condition> when) {
        String item = draft.item(id);
        String question = fields.text("ask");
        draft.questions().put(item, question);
        return new Criterion.Ask(id, clause, when, item, question);
    }

    private Criterion check(Fields fields, String id, Clause clause, Optional<Condition> when) {
        Yaml.Scalar require = fields.needScalar("require").orElse(null);
        List<String> limits =
                LIMITS.keySet().stream().filter(fields::has).sorted().toList();
        if (require == null) {
            return new Criterion.Check(id, clause, when, Unreadable.CONDITION, "");
        }
        unsure(clause, require);
        if (limits.isEmpty()) {
            Condition condition = draft.condition(require).orElse(Unreadable.CONDITION);
            return new Criterion.Check(
                    id, clause, when, condition, require.text().strip());
        }
        String key = limits.getFirst();
        Condition condition = limited(fields, key, require).orElse(Unreadable.CONDITION);
        String limit = fields.yaml(key).map(CriterionReader::words).orElse("");
        String text = require.text().strip() + " "
                + LIMITS.getOrDefault(key, Comparison.AT_LEAST).sign() + " " + limit;
        return new Criterion.Check(id, clause, when, condition, text);
    }

    private static String words(Yaml limit) {
        return switch (limit) {
            case Yaml.Scalar scalar -> scalar.text().strip();
            case Yaml.Mapping table ->
                table.get("bands").map(bands -> "按档：" + bandWords(bands)).orElse("");
            case Yaml.Sequence list -> "";
        };
    }

    private static String bandWords(Yaml bands) {
        if (!(bands instanceof Yaml.Mapping map)) {
            return "";
        }
        List<String> words = new ArrayList<>();
        for (Yaml.Entry entry : map.entries()) {
            String value = entry.value() instanceof Yaml.Scalar scalar ? scalar.text() : "";
            words.add(entry.key().text() + " → " + value);
        }
        return String.join("；", words);
    }

    private Optional<Condition> limited(Fields fields, String key, Yaml.Scalar require) {
        Typed subject = draft.compile(require);
        Optional<Typed.Num> limit = fields.yaml(key).flatMap(this::limit);
        if (subject instanceof Typed.Broken || limit.isEmpty()) {
            return Optional.empty();
        }
        Comparison comparison = LIMITS.getOrDefault(key, Comparison.AT_LEAST);
        if (subject instanceof Typed.Points points) {
            return Optional.of(new Condition.CompareRange(
                    points.term(), comparison, limit.get().term()));
        }
        if (!(subject instanceof Typed.Num number)) {
            draft.report(
                    require.place(),
                    ProblemCode.WRONG_TYPE,
                    Phrase.of(
                            "有「{0}」时「require」要写数值；现在是{1}",
                            "beside \"{0}\", \"require\" is a number; found {1}", key, subject.says()));
            return Optional.empty();
        }
        if (!Comparisons.fits(number, limit.get())) {
            draft.report(
                    require.place(),
                    ProblemCode.WRONG_UNIT,
                    Phrase.of(
                            "「{0}」是{1}，界限却是{2}",
                            "\"{0}\" is {1}, its limit is {2}",
                            require.text(),
                            number.unit().says(),
                            limit.get().unit().says()));
            return Optional.empty();
        }
        return Optional.of(
                new Condition.Compare(number.term(), comparison, limit.get().term()));
    }

    private Optional<Typed.Num> limit(Yaml yaml) {
        if (yaml instanceof Yaml.Scalar scalar) {
            return draft.number(scalar);
        }
        var fields =
                draft.fields(yaml, Phrase.of("数值，或带「of」和「bands」的分档表", "a number or a table with \"of\" and \"bands\""));
        Optional<BandTable> table = new BandReader(draft).read(fields);
        fields.close();
        return table.map(t -> new Typed.Num(t.from(), t.unit()));
    }

    /** A figure that we are unsure of is a parameter, so that somebody can set it. */
    private void unsure(Clause clause, Yaml.Scalar require) {
        boolean named = draft.parameters().stream().anyMatch(require.text()::contains);
        boolean digit = require.text().chars().anyMatch(c -> c >= '1' && c <= '9');
        if (clause.confidence() == Confidence.U && digit && !named) {
            Place place = require.place();
            draft.report(
                    place,
                    ProblemCode.UNSURE_CONSTANT,
                    Phrase.of(
                            "把握程度为 U：请把数字写到「parameters」里，这里改用它的「label」，不写「{0}」",
                            "confidence U: put the figure under \"parameters\" and use its label instead of \"{0}\"",
                            require.text()));
        }
    }
}
