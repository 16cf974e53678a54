package org.lingqu.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.engine.policy.fact.TitleHeld;

/** 一企一档: everything held about one enterprise, put together from all that was said and not undone. Immutable. */
public final class FirmFile {

    private final Facts facts;
    private final @Nullable String code;
    private final @Nullable String name;
    private final SortedSet<String> formerKeys;
    private final Map<FactYear, Map<Supplier, Voice>> voices;
    private final SequencedMap<FactYear, Holding> holdings;
    private final TitlesSaid titles;
    private final SortedMap<String, Boolean> answers;
    private final SortedMap<String, BigDecimal> points;

    private FirmFile(List<Entry> counting, Facts facts) {
        this.facts = facts;
        code = latest(counting, said -> said.code());
        name = latest(counting, said -> said.name());
        formerKeys = formerKeys(counting, name);
        voices = voices(counting);
        holdings = Collections.unmodifiableSequencedMap(holdings(voices, facts));
        titles = TitlesSaid.of(counting);
        answers = settle(counting, Said::answers);
        points = settle(counting, Said::points);
    }

    /** @param entries all that was said about one enterprise, in any order; what was undone is left out here */
    public static FirmFile of(List<Entry> entries, Facts facts) {
        return new FirmFile(entries.stream().filter(Entry::counts).toList(), facts);
    }

    private static <T> @Nullable T latest(List<Entry> entries, Function<Said, @Nullable T> part) {
        return entries.stream()
                .sorted(Precedence.LATEST)
                .map(entry -> part.apply(entry.said()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static SortedSet<String> formerKeys(List<Entry> entries, @Nullable String now) {
        var keys = new TreeSet<String>();
        for (Entry entry : entries) {
            if (entry.said().name() != null) {
                keys.add(NameKey.of(entry.said().name()));
            }
        }
        if (now != null) {
            keys.remove(NameKey.of(now));
        }
        return Collections.unmodifiableSortedSet(keys);
    }

    /** What each source says of a value now; null when it has withdrawn it. */
    private record Voice(Entry entry, @Nullable FactValue value) {}

    private static Map<FactYear, Map<Supplier, Voice>> voices(List<Entry> entries) {
        var voices = new TreeMap<FactYear, Map<Supplier, Voice>>();
        for (Entry entry : entries.stream().sorted(Precedence.LATEST).toList()) {
            entry.said().values().forEach((key, value) -> hear(voices, key, new Voice(entry, value)));
            entry.said().withdrawn().forEach(key -> hear(voices, key, new Voice(entry, null)));
        }
        return voices;
    }

    private static SequencedMap<FactYear, Holding> holdings(Map<FactYear, Map<Supplier, Voice>> voices, Facts facts) {
        var holdings = new TreeMap<FactYear, Holding>();
        voices.forEach((key, bySource) -> weigh(key, bySource, facts).ifPresent(held -> holdings.put(key, held)));
        return holdings;
    }

    /** The first to be heard of a source is what it said last. */
    private static void hear(Map<FactYear, Map<Supplier, Voice>> voices, FactYear key, Voice voice) {
        voices.computeIfAbsent(key, each -> new EnumMap<>(Supplier.class))
                .putIfAbsent(voice.entry().source(), voice);
    }

    private static Optional<Holding> weigh(FactYear key, Map<Supplier, Voice> bySource, Facts facts) {
        Fact fact = facts.get(key.fact());
        var order = Precedence.of(fact);
        var standing = bySource.values().stream()
                .filter(voice -> voice.value() != null)
                .sorted((one, other) -> order.compare(one.entry(), other.entry()))
                .toList();
        if (standing.isEmpty()) {
            return Optional.empty();
        }
        var different = new ArrayList<Holding.Different>();
        FactValue counts = value(standing.getFirst());
        for (Voice voice : standing.subList(1, standing.size())) {
            if (!SameValue.agree(fact, counts, value(voice))) {
                different.add(new Holding.Different(value(voice), voice.entry()));
            }
        }
        return Optional.of(new Holding(key, counts, standing.getFirst().entry(), different));
    }

    private static FactValue value(Voice voice) {
        return java.util.Objects.requireNonNull(voice.value());
    }

    /** Answers and points, which only offices give: what was said last counts, whoever said it, unless it was taken back since. */
    private static <T> SortedMap<String, T> settle(List<Entry> entries, Function<Said, SortedMap<String, T>> part) {
        var settled = new TreeMap<String, T>();
        var reopened = new HashSet<String>();
        for (Entry entry : entries.stream().sorted(Precedence.LATEST).toList()) {
            part.apply(entry.said()).forEach((item, given) -> {
                if (!reopened.contains(item)) {
                    settled.putIfAbsent(item, given);
                }
            });
            reopened.addAll(entry.said().reopened());
        }
        return Collections.unmodifiableSortedMap(settled);
    }

    /** 统一社会信用代码; empty while nobody has said one. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** Its name; empty only where nothing counts. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Other names that were said of it, as they are compared ({@link NameKey}). */
    public SortedSet<String> formerKeys() {
        return formerKeys;
    }

    /** Values by fact and year. */
    public SequencedMap<FactYear, Holding> holdings() {
        return holdings;
    }

    /** One of them. */
    public Optional<Holding> holding(FactYear key) {
        return Optional.ofNullable(holdings.get(key));
    }

    /** What the dictionary says of a value's fact; null where it has lost it. */
    @Nullable Fact fact(FactYear key) {
        return facts.get(key.fact());
    }

    /** Whether a source that says a value agrees with what counts; see {@link SameValue#agree}. */
    boolean agrees(Holding held, FactValue value) {
        return SameValue.agree(facts.get(held.of().fact()), held.value(), value);
    }

    /** What one source says of a value now; empty when it has said nothing or withdrawn it. */
    public Optional<FactValue> said(Supplier source, FactYear key) {
        Voice voice = voices.getOrDefault(key, Map.of()).get(source);
        return voice == null ? Optional.empty() : Optional.ofNullable(voice.value());
    }

    /** Values for which sources disagree. */
    public List<Holding> conflicts() {
        return holdings.values().stream().filter(Holding::isConflict).toList();
    }

    /** Titles that count by name; an empty list says that it is not held. What the firm alone claims is not among them. */
    public SortedMap<String, List<TitleSpan>> titles() {
        return titles.spans();
    }

    /** Who says what about titles. */
    public TitlesSaid titlesSaid() {
        return titles;
    }

    /** Whether a title is held on a day; empty when nobody has said anything about it that counts. */
    public Optional<Boolean> holds(String title, LocalDate day) {
        return Optional.ofNullable(titles.spans().get(title))
                .map(spans -> spans.stream().anyMatch(span -> span.contains(day)));
    }

    /** Answers to questions that only people can answer. */
    public SortedMap<String, Boolean> answers() {
        return answers;
    }

    /** Points that experts gave to judged items. */
    public SortedMap<String, BigDecimal> points() {
        return points;
    }

    /** Whether nothing counts any more: every entry was undone. */
    public boolean isEmpty() {
        return name == null && code == null && holdings.isEmpty() && titles.isEmpty();
    }

    /**
     * As policies see it.
     *
     * @param id what the caller knows it by
     */
    public Firm firm(String id) {
        var facts = FirmFacts.builder();
        holdings.values()
                .forEach(held -> facts.put(held.of().fact(), held.of().year(), held.value(), source(held.from())));
        titles.spans().forEach((title, spans) -> {
            facts.titleKnown(title);
            spans.forEach(span -> facts.title(new TitleHeld(title, span.from(), span.to(), "")));
        });
        answers.forEach(facts::answer);
        points.forEach(facts::judgement);
        return new Firm(id, name == null ? id : name, facts.build());
    }

    /** As decisions name it, in Chinese; the page of the enterprise says the rest. */
    private static String source(Entry entry) {
        String who = switch (entry.source()) {
            case FIRM -> "企业填报";
            case TAX -> "税务";
            case STATISTICS -> "统计";
            case MARKET_REGULATION -> "市场监管";
            case INTELLECTUAL_PROPERTY -> "知识产权";
            case SCIENCE -> "科技";
            case INDUSTRY -> "工信";
            case EXPERT -> "专家";
            case OTHER -> "其他部门";
        };
        return who + " " + entry.saidOn();
    }
}
