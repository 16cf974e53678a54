package org.lingqu.engine.policy.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lingqu.engine.policy.yaml.Yaml;

/** Walks over a policy file and names every figure that can be changed. What docs/policy-files.md says of names is done here. */
final class ThresholdFinder {

    private static final List<String> LIMITS = List.of("at-least", "above", "at-most", "below");
    private static final List<String> GROUPS = List.of("all", "any", "none");

    private final Literals reader;
    private final List<Found> found = new ArrayList<>();
    /** Which figures a definition has, so that a criterion that only names the definition can name them too. */
    private final Map<String, List<Found>> definitions = new LinkedHashMap<>();
    /** Second names that criteria give to figures of definitions. */
    private final Map<Threshold, List<String>> lent = new LinkedHashMap<>();

    private ThresholdFinder(Literals reader) {
        this.reader = reader;
    }

    /** @param facts names of facts, for conditions to be read as the checker reads them */
    static List<Found> in(Yaml root, Set<String> facts) {
        if (!(root instanceof Yaml.Mapping policy)) {
            return List.of();
        }
        var names = new LinkedHashSet<>(facts);
        names.addAll(List.of("元", "万元", "亿元", "基准日", "上年末", "得分"));
        items(policy, "parameters").forEach(one -> text(one, "label").ifPresent(names::add));
        entries(policy, "definitions").forEach(entry -> names.add(entry.key().text()));
        var finder = new ThresholdFinder(new Literals(names));
        finder.policy(policy);
        return finder.found.stream().map(finder::withLentNames).toList();
    }

    private Found withLentNames(Found one) {
        List<String> more = lent.getOrDefault(one.threshold(), List.of());
        if (more.isEmpty()) {
            return one;
        }
        Threshold threshold = one.threshold();
        var all = new ArrayList<>(threshold.alsoCalled());
        all.addAll(more);
        return new Found(
                new Threshold(
                        threshold.name(),
                        all,
                        threshold.value(),
                        threshold.unit(),
                        threshold.context(),
                        threshold.says(),
                        threshold.line()),
                one.literals(),
                one.parameter());
    }

    private void policy(Yaml.Mapping policy) {
        items(policy, "parameters").forEach(this::parameter);
        entries(policy, "definitions").forEach(this::definition);
        policy.get("audience").flatMap(ThresholdFinder::mapping).ifPresent(this::criterion);
        items(policy, "criteria").forEach(this::criterion);
        policy.get("score").flatMap(ThresholdFinder::mapping).ifPresent(score -> line(score, "score"));
        items(policy, "benefits").forEach(this::benefit);
        int stacking = 0;
        for (Yaml.Mapping together : items(policy, "stacking")) {
            var own = owner("stacking-" + ++stacking, together);
            number(own, "cap", together, "cap");
            keep(own);
        }
    }

    private void parameter(Yaml.Mapping parameter) {
        String id = text(parameter, "id").orElse("");
        String label = text(parameter, "label").orElse("");
        boolean money = text(parameter, "kind").filter("money"::equals).isPresent();
        Optional<Literal> written = parameter
                .get("value")
                .flatMap(ThresholdFinder::scalar)
                .flatMap(scalar -> reader.of(scalar).stream().findFirst());
        MoneyUnit unit = written.map(Literal::unit).orElse(money ? MoneyUnit.TEN_THOUSAND : MoneyUnit.NONE);
        var threshold = new Threshold(
                id,
                label.isEmpty() ? List.of() : List.of(label),
                written.map(Literal::value),
                unit,
                label,
                text(parameter, "says").orElse(label),
                parameter.place().line());
        found.add(new Found(threshold, List.of(), parameter));
    }

    private void definition(Yaml.Entry entry) {
        String name = entry.key().text();
        var own = new OwnerFigures(name, name, reader);
        scalar(entry.value()).ifPresent(scalar -> own.numbers(OwnerFigures.VALUES, scalar));
        mapping(entry.value()).ifPresent(own::table);
        definitions.put(name, keep(own));
    }

    private void criterion(Yaml.Mapping criterion) {
        var own = owner(text(criterion, "id").orElse(""), criterion);
        number(own, OwnerFigures.VALUES, criterion, "require");
        for (String limit : LIMITS) {
            number(own, OwnerFigures.VALUES, criterion, limit);
            criterion.get(limit).flatMap(ThresholdFinder::mapping).ifPresent(own::table);
        }
        number(own, "when", criterion, "when");
        Optional<Yaml.Mapping> some = criterion.get("some").flatMap(ThresholdFinder::mapping);
        some.ifPresent(inner -> number(own, "count", inner, "count"));
        if (keep(own).isEmpty()) {
            lend(criterion);
        }
        GROUPS.forEach(group -> items(criterion, group).forEach(this::criterion));
        some.ifPresent(inner -> items(inner, "of").forEach(this::criterion));
    }

    /** {@code rd-ratio.1} reaches the first figure of the table that rd-ratio only names. */
    private void lend(Yaml.Mapping criterion) {
        String id = text(criterion, "id").orElse("");
        var mentioned = new LinkedHashSet<String>();
        var keys = new ArrayList<>(LIMITS);
        keys.addFirst("require");
        keys.forEach(key -> criterion
                .get(key)
                .flatMap(ThresholdFinder::scalar)
                .ifPresent(scalar -> mentioned.addAll(reader.mentioned(scalar))));
        for (String name : mentioned) {
            for (Found one : definitions.getOrDefault(name, List.of())) {
                var own = new ArrayList<String>();
                own.add(one.threshold().name());
                own.addAll(one.threshold().alsoCalled());
                List<String> names = lent.computeIfAbsent(one.threshold(), key -> new ArrayList<>());
                own.stream()
                        .map(known -> id + known.substring(name.length()))
                        .filter(free -> lent.values().stream().noneMatch(known -> known.contains(free)))
                        .forEach(names::add);
            }
        }
    }

    private void line(Yaml.Mapping line, String id) {
        var own = owner(id, line);
        number(own, "of", line, "of");
        own.table(line);
        number(own, OwnerFigures.VALUES, line, "points");
        line.get("judged").ifPresent(judged -> own.ends(OwnerFigures.VALUES, judged, "由专家评分 "));
        for (Yaml.Mapping one : items(line, "cases")) {
            String condition = text(one, "if").orElse("");
            number(own, "if", one, "if");
            one.get("points").ifPresent(points -> own.ends(OwnerFigures.VALUES, points, condition + " → "));
            one.get("otherwise").ifPresent(points -> own.ends(OwnerFigures.VALUES, points, "其他情形 → "));
        }
        number(own, "max", line, "max");
        number(own, "cap", line, "cap");
        keep(own);
        items(line, "items").forEach(part -> line(part, text(part, "id").orElse("")));
        int alternative = 0;
        for (Yaml.Mapping part : items(line, "best-of")) {
            line(part, id + "-" + ++alternative);
        }
    }

    private void benefit(Yaml.Mapping benefit) {
        var own = owner(text(benefit, "id").orElse(""), benefit);
        number(own, OwnerFigures.VALUES, benefit, "amount");
        number(own, "cap", benefit, "cap");
        number(own, "when", benefit, "when");
        keep(own);
    }

    private OwnerFigures owner(String id, Yaml.Mapping owner) {
        return new OwnerFigures(
                id, text(owner, "says").or(() -> text(owner, "label")).orElse(id.equals("score") ? "总分" : ""), reader);
    }

    private static void number(OwnerFigures own, String kind, Yaml.Mapping map, String key) {
        map.get(key).flatMap(ThresholdFinder::scalar).ifPresent(scalar -> own.numbers(kind, scalar));
    }

    private List<Found> keep(OwnerFigures own) {
        List<Found> named = own.named();
        found.addAll(named);
        return named;
    }

    private static List<Yaml.Mapping> items(Yaml.Mapping map, String key) {
        return map.get(key).orElse(null) instanceof Yaml.Sequence list
                ? list.items().stream().flatMap(item -> mapping(item).stream()).toList()
                : List.of();
    }

    private static List<Yaml.Entry> entries(Yaml.Mapping map, String key) {
        return map.get(key)
                .flatMap(ThresholdFinder::mapping)
                .map(Yaml.Mapping::entries)
                .orElse(List.of());
    }

    private static Optional<String> text(Yaml.Mapping map, String key) {
        return map.get(key)
                .flatMap(ThresholdFinder::scalar)
                .map(scalar -> scalar.text().strip());
    }

    private static Optional<Yaml.Scalar> scalar(Yaml yaml) {
        return yaml instanceof Yaml.Scalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    private static Optional<Yaml.Mapping> mapping(Yaml yaml) {
        return yaml instanceof Yaml.Mapping map ? Optional.of(map) : Optional.empty();
    }
}
