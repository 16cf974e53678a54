package org.lingqu.registry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Supplier;

/**
 * What somebody says, held against a file: what of it is new, and what differs.
 *
 * @param news what its source has not said before
 * @param differences from what counts now
 */
record Comparison(Said news, List<Difference> differences) {

    /** Of what one source says with the file as it is. */
    static Comparison of(FirmFile file, Supplier source, Said said) {
        var differences = new ArrayList<Difference>();
        String name = news(file.name().orElse(null), said.name());
        if (name != null) {
            differences.add(new Difference("名称", file.name().orElse(null), null, name, false));
        }
        var values = new TreeMap<FactYear, FactValue>();
        said.values().forEach((key, value) -> {
            Optional<FactValue> before = file.said(source, key);
            if (before.isPresent() && SameValue.same(before.get(), value)) {
                return;
            }
            values.put(key, value);
            file.holding(key)
                    .filter(held -> held.from().source() == source
                            ? !SameValue.same(held.value(), value)
                            : !file.agrees(held, value))
                    .ifPresent(held -> differences.add(new Difference(
                            key.toString(),
                            FactWords.of(held.value()),
                            held.from().source(),
                            FactWords.of(value),
                            held.from().source() != source)));
        });
        var titles = new TreeMap<String, List<TitleSpan>>();
        said.titles().forEach((title, spans) -> {
            Optional<TitleWord> before = file.titlesSaid().before(source, title);
            if (before.isPresent() && covers(before.get().spans(), spans)) {
                return;
            }
            titles.put(title, spans);
            TitleWord held = file.titlesSaid().counting().get(title);
            if (held != null && !covers(held.spans(), spans)) {
                Supplier from = held.from().source();
                boolean conflict = (from == Supplier.FIRM) != (source == Supplier.FIRM);
                differences.add(new Difference(title, words(held.spans()), from, words(spans), conflict));
            }
        });
        var answers = new TreeMap<>(said.answers());
        answers.entrySet()
                .removeIf(answer -> answer.getValue().equals(file.answers().get(answer.getKey())));
        var points = new TreeMap<>(said.points());
        points.entrySet().removeIf(given -> {
            BigDecimal held = file.points().get(given.getKey());
            return held != null && held.compareTo(given.getValue()) == 0;
        });
        String code = said.code() == null || said.code().equals(file.code().orElse(null)) ? null : said.code();
        return new Comparison(Said.of(name, code, values, titles, answers, points), List.copyOf(differences));
    }

    private static @Nullable String news(@Nullable String before, @Nullable String now) {
        boolean same = now == null || (before != null && NameKey.of(before).equals(NameKey.of(now)));
        return same ? null : now;
    }

    /** A list that says no more than "held on that day" says nothing new where the days are known; "none" is news unless known. */
    private static boolean covers(List<TitleSpan> held, List<TitleSpan> said) {
        return said.isEmpty()
                ? held.isEmpty()
                : said.stream()
                        .allMatch(span -> held.contains(span)
                                || (span.from().equals(span.to())
                                        && held.stream().anyMatch(each -> each.contains(span.from()))));
    }

    private static String words(List<TitleSpan> spans) {
        return spans.isEmpty()
                ? "无"
                : String.join(
                        "、",
                        spans.stream()
                                .map(span -> span.from() + "—" + (span.to() == null ? "长期" : span.to()))
                                .toList());
    }

    RowOutcome outcome() {
        if (differences.stream().anyMatch(Difference::conflict)) {
            return RowOutcome.CONFLICT;
        }
        return news.isEmpty() ? RowOutcome.UNCHANGED : RowOutcome.CHANGED;
    }
}
