package org.lingqu.engine.policy.whatif;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lingqu.engine.policy.yaml.Yaml;

/** The figures of one thing of a policy file (a criterion, a line, a benefit), numbered kind by kind as they come. */
final class OwnerFigures {

    /** Figures without a kind: the limits themselves. */
    static final String VALUES = "";

    private record Figure(List<Literal> literals, String end, String context) {}

    private final String id;
    private final String says;
    private final Literals reader;
    private final Map<String, List<Figure>> kinds = new LinkedHashMap<>();

    OwnerFigures(String id, String says, Literals reader) {
        this.id = id;
        this.says = says;
        this.reader = reader;
    }

    /** The numbers of an expression, each a figure of its own. */
    void numbers(String kind, Yaml.Scalar scalar) {
        reader.of(scalar)
                .forEach(number ->
                        add(kind, new Figure(List.of(number), "", scalar.text().strip())));
    }

    /** One number, or the least and the most of what may be judged. */
    void ends(String kind, Yaml yaml, String context) {
        switch (yaml) {
            case Yaml.Scalar scalar ->
                reader.of(scalar)
                        .forEach(number -> add(
                                kind,
                                new Figure(
                                        List.of(number),
                                        "",
                                        context + scalar.text().strip())));
            case Yaml.Sequence list -> {
                List<Literal> numbers = list.items().stream()
                        .filter(Yaml.Scalar.class::isInstance)
                        .flatMap(item -> reader.of((Yaml.Scalar) item).stream())
                        .toList();
                if (numbers.size() == 2) {
                    add(kind, new Figure(List.of(numbers.getFirst()), "low", context + "最低"));
                    add(kind, new Figure(List.of(numbers.getLast()), "high", context + "最高"));
                } else {
                    numbers.forEach(number -> add(kind, new Figure(List.of(number), "", context)));
                }
            }
            case Yaml.Mapping ignored -> {}
        }
    }

    /** The values of a table band by band, and its borders from the lowest up, each wherever it stands. */
    void table(Yaml.Mapping table) {
        if (!(table.get("bands").orElse(null) instanceof Yaml.Mapping bands)) {
            return;
        }
        var borders = new TreeMap<BigDecimal, List<Literal>>();
        for (Yaml.Entry band : bands.entries()) {
            ends(VALUES, band.value(), band.key().text().strip() + " → ");
            reader.ofBand(band.key())
                    .forEach(border -> borders.computeIfAbsent(border.value(), key -> new ArrayList<>())
                            .add(border));
        }
        borders.values()
                .forEach(places -> add(
                        "border",
                        new Figure(
                                places,
                                "",
                                String.join(
                                        "；",
                                        places.stream()
                                                .map(place ->
                                                        place.scalar().text().strip())
                                                .toList()))));
    }

    private void add(String kind, Figure figure) {
        kinds.computeIfAbsent(kind, key -> new ArrayList<>()).add(figure);
    }

    /** All of them with their names. */
    List<Found> named() {
        var found = new ArrayList<Found>();
        kinds.forEach((kind, figures) -> {
            String stem = kind.isEmpty() ? id : id + "." + kind;
            long count = figures.stream()
                    .filter(figure -> !figure.end.equals("high"))
                    .count();
            int number = 0;
            for (Figure figure : figures) {
                number += figure.end.equals("high") ? 0 : 1;
                String end = figure.end.isEmpty() ? "" : "." + figure.end;
                String numbered = stem + "." + number + end;
                String bare = stem + end;
                boolean only = count == 1;
                String name = only && !kind.isEmpty() ? bare : numbered;
                List<String> others = !only ? List.of() : List.of(name.equals(bare) ? numbered : bare);
                found.add(found(name, others, figure));
            }
        });
        return found;
    }

    private Found found(String name, List<String> others, Figure figure) {
        Literal first = figure.literals.getFirst();
        return new Found(
                new Threshold(
                        name,
                        others,
                        Optional.of(first.value()),
                        first.unit(),
                        figure.context,
                        says,
                        first.scalar().place().line()),
                figure.literals);
    }
}
