package org.lingqu.engine.policy.dmn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.lingqu.engine.policy.dmn.DmnInput.Source;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.feel.syntax.Expression;
import org.lingqu.engine.policy.feel.syntax.Mentions;
import org.lingqu.engine.policy.rule.NumberTerm;

/** The inputs and decisions of a model as they are asked for; equal figures are one decision. */
final class Graph {

    /** The as-of date. */
    static final String DAY = "基准日";

    private final Facts facts;
    private final Map<String, String> labels;
    private final SequencedMap<Source, DmnInput> inputs = new LinkedHashMap<>();
    private final List<DmnDecision> decisions = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<Figure, String> figures = new HashMap<>();
    private int unnamed;

    private record Figure(NumberTerm term, Supposition supposition) {}

    /** @param labels what judged items and questions are called, by item */
    Graph(Facts facts, Map<String, String> labels) {
        this.facts = facts;
        this.labels = Map.copyOf(labels);
    }

    List<DmnInput> inputs() {
        return List.copyOf(inputs.sequencedValues());
    }

    List<DmnDecision> decisions() {
        return List.copyOf(decisions);
    }

    private String unique(String wanted) {
        String word = Words.word(wanted);
        String name = word;
        for (int i = 2; !taken.add(name); i++) {
            name = word + "_" + i;
        }
        return name;
    }

    Guarded day() {
        return Guarded.known(Trees.name(input(new Source.Day(), DAY, DAY, "判断所依据的日期，必须给出", DmnType.DATE)));
    }

    String fact(FactRef ref) {
        Fact fact = facts.get(ref.fact());
        String description = fact == null ? "" : String.join("；", List.of(fact.english(), fact.meaning(), fact.unit()));
        DmnType type = fact == null ? DmnType.CODE : DmnType.of(fact.type());
        return input(new Source.OfFact(ref), ref.toString(), ref.toString(), description, type);
    }

    String title(String title) {
        return input(new Source.OfTitle(title), "称号_" + title, "称号：" + title, "这一称号在基准日是否有效；不知道为 null", DmnType.YES_NO);
    }

    String answer(String item) {
        return input(
                new Source.OfAnswer(item), "人工_" + shortly(item), "人工确认：" + label(item), "尚未确认为 null", DmnType.YES_NO);
    }

    String judgement(String item) {
        return input(
                new Source.OfJudgement(item),
                "评分_" + shortly(item),
                "专家评分：" + label(item),
                "尚未评分为 null",
                DmnType.NUMBER);
    }

    private String label(String item) {
        return labels.getOrDefault(item, item);
    }

    /** Items carry their policy's id in front; within a model the rest names them. */
    private static String shortly(String item) {
        return item.substring(item.lastIndexOf('#') + 1);
    }

    String parameter(String parameter) {
        return input(
                new Source.OfParameter(parameter),
                "参数_" + parameter,
                "参数：" + parameter,
                "文件未定的数值；不知道为 null",
                DmnType.NUMBER);
    }

    String elsewhere(String place, String label, String reason, DmnType type) {
        return input(new Source.Elsewhere(place), "外算_" + place, label, "须由其他系统计算后给出：" + reason, type);
    }

    private String input(Source source, String wanted, String label, String description, DmnType type) {
        return inputs.computeIfAbsent(source, key -> new DmnInput(unique(wanted), label, description, type, source))
                .name();
    }

    /** Adds a decision, which may read only what is there already. */
    String decision(String wanted, String label, String description, DmnType type, Expression logic) {
        String name = unique(wanted);
        decisions.add(new DmnDecision(name, label, description, type, logic, requirements(logic)));
        return name;
    }

    /** A figure that may be unknown, as a decision of its own. */
    String figure(NumberTerm term, Supposition supposition, String wanted, String label, Expression logic) {
        var figure = new Figure(term, supposition);
        String known = figures.get(figure);
        if (known != null) {
            return known;
        }
        String name = decision(
                (wanted.isEmpty() ? "中间值_" + ++unnamed : wanted) + supposition.suffix(),
                label,
                "",
                DmnType.NUMBER,
                logic);
        figures.put(figure, name);
        return name;
    }

    /** A part of a condition that has to be asked in two ways. */
    String part(Supposition supposition, Expression logic) {
        return decision("中间判断_" + ++unnamed + supposition.suffix(), "条件的一部分", "", DmnType.YES_NO, logic);
    }

    private Set<String> requirements(Expression logic) {
        Set<String> known = new HashSet<>();
        inputs.values().forEach(input -> known.add(input.name()));
        decisions.forEach(decision -> known.add(decision.name()));
        var found = new LinkedHashSet<String>();
        names(logic, known, found);
        return Collections.unmodifiableSequencedSet(found);
    }

    private static void names(Expression logic, Set<String> known, Set<String> into) {
        if (logic instanceof Expression.Name name && known.contains(name.name())) {
            into.add(name.name());
        }
        Mentions.children(logic).forEach(part -> names(part, known, into));
    }
}
