package org.lingqu.engine.policy.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.check.PolicyReader;
import org.lingqu.engine.policy.yaml.Yaml;
import org.lingqu.engine.policy.yaml.YamlReader;
import org.lingqu.engine.policy.yaml.YamlReading;
import org.lingqu.engine.policy.yaml.YamlText;

/**
 * The figures of one policy file that can be changed, and the policy with other figures in it. A changed file is read and
 * checked like any other, so that bands which no longer meet are found before anybody is decided by them.
 */
public final class Thresholds {

    private final String file;
    private final String policy;
    private final @Nullable Yaml root;
    private final PolicyPack pack;
    private final List<Found> found;

    private Thresholds(String file, String policy, @Nullable Yaml root, PolicyPack pack, List<Found> found) {
        this.file = file;
        this.policy = policy;
        this.root = root;
        this.pack = pack;
        this.found = found;
    }

    /**
     * Reads the figures of a file; none of a file that is no policy.
     *
     * @param pack that the file belongs to
     * @param file the path as people know it, see {@link PolicyReader#read(String, String)}
     */
    public static Thresholds of(String file, String text, PolicyPack pack) {
        return switch (YamlReader.read(file, text)) {
            case YamlReading.Refused ignored -> new Thresholds(file, "", null, pack, List.of());
            case YamlReading.Read(Yaml root) ->
                new Thresholds(
                        file,
                        id(root),
                        root,
                        pack,
                        ThresholdFinder.in(
                                root, java.util.Set.copyOf(pack.facts().names())));
        };
    }

    private static String id(Yaml root) {
        return root instanceof Yaml.Mapping map && map.get("policy").orElse(null) instanceof Yaml.Scalar scalar
                ? scalar.text().strip()
                : "";
    }

    /** In the order of the file. */
    public List<Threshold> all() {
        return found.stream().map(Found::threshold).toList();
    }

    /** Every name there is, second names too. */
    public List<String> names() {
        var names = new ArrayList<String>();
        all().forEach(one -> {
            names.add(one.name());
            names.addAll(one.alsoCalled());
        });
        return names;
    }

    /** The figure of a name. */
    public Optional<Threshold> called(String name) {
        return all().stream().filter(one -> one.isCalled(name)).findFirst();
    }

    /**
     * The policy with other figures in it; everything wrong with that is among its problems.
     *
     * @param values 元 for money
     */
    public PolicyFile with(Map<Threshold, BigDecimal> values) {
        if (root == null) {
            throw new IllegalStateException(file + " is no policy");
        }
        var settings = new HashMap<String, String>();
        var texts = new IdentityHashMap<Yaml.Scalar, String>();
        rewrite(values, settings, texts);
        return new PolicyReader(pack, settings).read(file, replaced(root, texts));
    }

    /**
     * The text of the file with another value of one figure, everything else as somebody wrote it.
     *
     * @param text that this was read from
     * @param value 元 for money
     * @return empty where the figure does not stand in the text as it is read (escaped or put together over lines)
     */
    public Optional<String> written(String text, Threshold threshold, BigDecimal value) {
        Found one = found.stream()
                .filter(each -> each.threshold().equals(threshold))
                .findFirst()
                .orElseThrow();
        if (one.parameter() != null) {
            return Optional.of(new YamlText(text).with(one.parameter(), "value", expression(threshold, value)));
        }
        var texts = new IdentityHashMap<Yaml.Scalar, String>();
        rewrite(Map.of(threshold, value), new HashMap<>(), texts);
        List<String> wanted = scalars(replaced(Objects.requireNonNull(root), texts));
        return written(text, one.literals(), value)
                .filter(changed -> YamlReader.read(file, changed) instanceof YamlReading.Read(Yaml now)
                        && scalars(now).equals(wanted));
    }

    /** All words of a file in their order. */
    private static List<String> scalars(Yaml yaml) {
        return switch (yaml) {
            case Yaml.Scalar scalar -> List.of(scalar.text());
            case Yaml.Sequence list ->
                list.items().stream().flatMap(item -> scalars(item).stream()).toList();
            case Yaml.Mapping map ->
                map.entries().stream()
                        .flatMap(entry -> Stream.concat(Stream.of(entry.key().text()), scalars(entry.value()).stream()))
                        .toList();
        };
    }

    private static Optional<String> written(String text, List<Literal> literals, BigDecimal value) {
        List<Literal> fromTheEnd = literals.stream()
                .sorted(Comparator.comparing(
                                (Literal literal) -> literal.scalar().place())
                        .thenComparingInt(Literal::start)
                        .reversed())
                .toList();
        Optional<String> changed = Optional.of(text);
        for (Literal literal : fromTheEnd) {
            changed = changed.flatMap(before -> new YamlText(before)
                    .replaced(literal.scalar(), literal.start(), literal.end(), literal.rewritten(value)));
        }
        return changed;
    }

    private void rewrite(
            Map<Threshold, BigDecimal> values, Map<String, String> settings, Map<Yaml.Scalar, String> texts) {
        var changes = new ArrayList<Map.Entry<Literal, BigDecimal>>();
        for (Found one : found) {
            BigDecimal value = values.get(one.threshold());
            if (value != null && one.literals().isEmpty()) {
                settings.put(policy + "#" + one.threshold().name(), expression(one.threshold(), value));
            } else if (value != null) {
                one.literals().forEach(literal -> changes.add(Map.entry(literal, value)));
            }
        }
        // from the end of a text to its beginning, so that places stay true
        changes.sort(Comparator.comparingInt((Map.Entry<Literal, BigDecimal> change) ->
                        change.getKey().start())
                .reversed());
        for (var change : changes) {
            Literal literal = change.getKey();
            String text = texts.getOrDefault(literal.scalar(), literal.scalar().text());
            texts.put(
                    literal.scalar(),
                    text.substring(0, literal.start())
                            + literal.rewritten(change.getValue())
                            + text.substring(literal.end()));
        }
    }

    private static String expression(Threshold threshold, BigDecimal value) {
        String number = threshold.unit().fromBase(value).toPlainString();
        return threshold.unit().isMoney() ? number + " * " + threshold.unit().chinese() : number;
    }

    private static Yaml replaced(Yaml yaml, Map<Yaml.Scalar, String> texts) {
        return switch (yaml) {
            case Yaml.Scalar scalar -> replaced(scalar, texts);
            case Yaml.Sequence(var place, var items) ->
                new Yaml.Sequence(
                        place, items.stream().map(item -> replaced(item, texts)).toList());
            case Yaml.Mapping(var place, var entries) ->
                new Yaml.Mapping(
                        place,
                        entries.stream()
                                .map(entry ->
                                        new Yaml.Entry(replaced(entry.key(), texts), replaced(entry.value(), texts)))
                                .toList());
        };
    }

    private static Yaml.Scalar replaced(Yaml.Scalar scalar, Map<Yaml.Scalar, String> texts) {
        String text = texts.get(scalar);
        return text == null ? scalar : new Yaml.Scalar(scalar.place(), text, scalar.quoted(), scalar.block());
    }
}
