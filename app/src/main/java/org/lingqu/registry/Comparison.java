package org.lingqu.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.column.ColumnNames;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Supplier;

/**
 * What somebody says, held against a file: what of it is new, and what differs.
 *
 * @param news what its source has not said before
 * @param differences from what counts now
 */
record Comparison(Said news, List<Difference> differences) {

    /**
     * Of what one source says with the file as it is.
     *
     * @param saidOn the day that it speaks of
     */
    static Comparison of(FirmFile file, Supplier source, LocalDate saidOn, Said said) {
        var differences = new ArrayList<Difference>();
        String name = news(file.name().orElse(null), said.name());
        if (name != null) {
            differences.add(
                    new Difference("名称", file.name().orElse(null), null, name, false, Difference.Effect.REPLACED));
        }
        String code = said.code() == null || said.code().equals(file.code().orElse(null)) ? null : said.code();
        if (code != null) {
            differences.add(file.code()
                    .map(held ->
                            new Difference(Subject.CREDIT_CODE, held, null, code, false, Difference.Effect.REPLACED))
                    .orElseGet(() -> added(Subject.CREDIT_CODE, code)));
        }
        var values = new TreeMap<FactYear, FactValue>();
        said.values().forEach((key, value) -> {
            Optional<FactValue> before = file.said(source, key);
            if (before.isPresent() && SameValue.same(before.get(), value)) {
                return;
            }
            values.put(key, value);
            differences.add(difference(file, source, saidOn, key, value));
        });
        var titles = new TreeMap<String, List<TitleSpan>>();
        said.titles().forEach((title, spans) -> {
            Optional<TitleWord> before = file.titlesSaid().before(source, title);
            if (before.isPresent() && covers(before.get().spans(), spans)) {
                return;
            }
            titles.put(title, spans);
            differences.add(difference(file.titlesSaid().counting().get(title), source, saidOn, title, spans));
        });
        var answers = new TreeMap<>(said.answers());
        answers.entrySet()
                .removeIf(answer -> answer.getValue().equals(file.answers().get(answer.getKey())));
        answers.forEach((item, yes) -> differences.add(added(ColumnNames.answer(item), yes ? "是" : "否")));
        var points = new TreeMap<>(said.points());
        points.entrySet().removeIf(given -> {
            BigDecimal held = file.points().get(given.getKey());
            return held != null && held.compareTo(given.getValue()) == 0;
        });
        points.forEach((item, given) -> differences.add(added(ColumnNames.judgement(item), given.toPlainString())));
        return new Comparison(Said.of(name, code, values, titles, answers, points), List.copyOf(differences));
    }

    private static Difference added(String what, String now) {
        return new Difference(what, null, null, now, false, Difference.Effect.ADDED);
    }

    private static Difference difference(
            FirmFile file, Supplier source, LocalDate saidOn, FactYear key, FactValue value) {
        Fact fact = file.fact(key);
        String now = FactWords.told(fact, value);
        Holding held = file.holding(key).orElse(null);
        if (held == null) {
            return added(key.toString(), now);
        }
        boolean own = held.from().source() == source;
        boolean agrees = own ? SameValue.same(held.value(), value) : file.agrees(held, value);
        return new Difference(
                key.toString(),
                FactWords.told(fact, held.value()),
                held.from().source(),
                now,
                !own && !agrees,
                agrees ? Difference.Effect.CONFIRMED : Precedence.effect(fact, source, saidOn, held.from()));
    }

    private static Difference difference(
            @Nullable TitleWord held, Supplier source, LocalDate saidOn, String title, List<TitleSpan> spans) {
        if (held == null) {
            return added(title, words(spans));
        }
        Supplier from = held.from().source();
        boolean agrees = covers(held.spans(), spans);
        boolean claim = source == Supplier.FIRM && from != Supplier.FIRM; // offices go before the firm, all alike
        boolean later = saidOn.isBefore(held.from().saidOn()) && (source == Supplier.FIRM) == (from == Supplier.FIRM);
        return new Difference(
                title,
                words(held.spans()),
                from,
                words(spans),
                !agrees && (from == Supplier.FIRM) != (source == Supplier.FIRM),
                agrees
                        ? Difference.Effect.CONFIRMED
                        : claim
                                ? Difference.Effect.BESIDE
                                : later ? Difference.Effect.OLDER : Difference.Effect.REPLACED);
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
