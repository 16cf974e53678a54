package org.lingqu.engine.policy.feel.tck;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lingqu.engine.policy.feel.dmn.Element;
import org.lingqu.engine.policy.feel.dmn.Model;
import org.lingqu.engine.policy.feel.dmn.ModelEvaluator;
import org.lingqu.engine.policy.feel.dmn.Node;
import org.lingqu.engine.policy.feel.dmn.XmlReader;
import org.lingqu.engine.policy.feel.tck.TckReport.Outcome;
import org.lingqu.engine.policy.feel.value.Comparing;
import org.lingqu.engine.policy.feel.value.Value;
import org.lingqu.engine.policy.feel.value.ValueText;

/**
 * Evaluates the suite's models and compares results. Numbers agree when they differ by less than a hundred-millionth, as the
 * suite's own runners have it; everything else must be equal.
 */
public final class TckRunner {

    private static final BigDecimal TOLERANCE = new BigDecimal("1E-8");

    /** Runs every folder below {@code root} that holds a model. */
    public TckReport run(Path root) throws IOException {
        List<TckReport.Folder> folders = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path folder : paths.filter(Files::isDirectory).sorted().toList()) {
                List<Path> models = files(folder, ".dmn");
                if (!models.isEmpty()) {
                    folders.add(new TckReport.Folder(root.relativize(folder).toString(), folder(folder, models)));
                }
            }
        }
        return new TckReport(folders);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Element xml(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return XmlReader.read(stream);
        }
    }

    private static List<Outcome> folder(Path folder, List<Path> files) throws IOException {
        List<Path> names = new ArrayList<>();
        List<Model> models = models(files, names);
        List<Outcome> outcomes = new ArrayList<>();
        for (Path test : files(folder, ".xml")) {
            Element testCases = xml(test);
            String modelName = Optional.ofNullable(testCases.childText("modelName"))
                    .map(String::strip)
                    .orElse("");
            Model model = models.stream()
                    .filter(candidate -> names.get(models.indexOf(candidate))
                            .getFileName()
                            .toString()
                            .equals(modelName))
                    .findFirst()
                    .orElse(models.getFirst());
            for (TckCase testCase : TckReader.cases(testCases)) {
                outcomes.add(outcome(testCase, model, models));
            }
        }
        return outcomes;
    }

    /** Models in an order in which each comes after those it imports. */
    private static List<Model> models(List<Path> files, List<Path> order) throws IOException {
        List<Model> models = new ArrayList<>();
        List<Path> waiting = new ArrayList<>(files);
        Set<String> namespaces = new HashSet<>();
        for (Path file : files) {
            namespaces.add(xml(file).attribute("namespace"));
        }
        int patience = files.size() * files.size() + 1;
        while (!waiting.isEmpty()) {
            Path file = waiting.removeFirst();
            Element definitions = xml(file);
            boolean ready = definitions.children("import").stream()
                    .map(imported -> imported.attribute("namespace"))
                    .filter(namespaces::contains)
                    .allMatch(wanted ->
                            models.stream().anyMatch(model -> model.namespace().equals(wanted)));
            if (ready || patience-- <= 0) {
                models.add(Model.of(definitions, models));
                order.add(file);
            } else {
                waiting.add(file);
            }
        }
        return models;
    }

    private static Outcome outcome(TckCase testCase, Model model, List<Model> models) {
        for (TckCase.Expected expected : testCase.expected()) {
            Optional<Node> node = node(testCase, expected, model);
            if (node.isEmpty()) {
                return new Outcome.Failed(
                        testCase.id(), expected.name(), ValueText.of(expected.value()), "no such node");
            }
            if (node.get().usesForeignFunction()) {
                return new Outcome.NotCovered(testCase.id(), "calls a Java function");
            }
            Value actual = value(testCase, expected, node.get(), models);
            if (!agrees(expected.value(), actual)) {
                return new Outcome.Failed(
                        testCase.id(), expected.name(), ValueText.of(expected.value()), ValueText.of(actual));
            }
        }
        return new Outcome.Passed(testCase.id());
    }

    private static Optional<Node> node(TckCase testCase, TckCase.Expected expected, Model model) {
        return testCase.invocable().isEmpty()
                ? model.byName(expected.name(), Set.of(Node.Kind.DECISION))
                : model.byName(
                        testCase.invocable(), Set.of(Node.Kind.SERVICE, Node.Kind.KNOWLEDGE, Node.Kind.DECISION));
    }

    private static Value value(TckCase testCase, TckCase.Expected expected, Node node, List<Model> models) {
        ModelEvaluator evaluator = new ModelEvaluator(models);
        if (node.kind() == Node.Kind.DECISION) {
            return evaluator.decision(node, testCase.inputs());
        }
        Value result = evaluator.invoke(node, testCase.inputs());
        // A service with several outputs gives a context of them.
        boolean several = result instanceof Value.Context(Map<String, Value> entries)
                && entries.containsKey(expected.name())
                && testCase.expected().size() >= 1
                && node.outputs() > 1;
        return several && result instanceof Value.Context(Map<String, Value> entries)
                ? entries.getOrDefault(expected.name(), Value.Null.NULL)
                : result;
    }

    static boolean agrees(Value expected, Value actual) {
        if (expected instanceof Value.Num(BigDecimal a) && actual instanceof Value.Num(BigDecimal b)) {
            return a.subtract(b).abs().compareTo(TOLERANCE) < 0;
        }
        if (expected instanceof Value.Items(List<Value> a) && actual instanceof Value.Items(List<Value> b)) {
            return a.size() == b.size()
                    && java.util.stream.IntStream.range(0, a.size()).allMatch(i -> agrees(a.get(i), b.get(i)));
        }
        if (expected instanceof Value.Context(Map<String, Value> a)
                && actual instanceof Value.Context(Map<String, Value> b)) {
            return a.keySet().equals(b.keySet())
                    && a.entrySet().stream()
                            .allMatch(
                                    entry -> agrees(entry.getValue(), b.getOrDefault(entry.getKey(), Value.Null.NULL)));
        }
        return Comparing.same(expected, actual) && !(expected instanceof Value.Function);
    }
}
