package org.lingqu.policy.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.database.Latest;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.whatif.FigureText;
import org.lingqu.engine.policy.whatif.GroupChange;
import org.lingqu.engine.policy.whatif.PolicyBaseline;
import org.lingqu.engine.policy.whatif.PolicyChange;
import org.lingqu.engine.policy.whatif.Threshold;
import org.lingqu.engine.policy.whatif.ThresholdCurve;
import org.lingqu.engine.policy.whatif.Thresholds;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.Population;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.Places;
import org.lingqu.ui.NotFound;
import org.lingqu.whatif.CurveRange;
import org.lingqu.whatif.Grouping;
import org.lingqu.whatif.Settings;
import org.lingqu.whatif.Shift;
import org.lingqu.whatif.WhatIf;
import org.springframework.stereotype.Service;

/** Tries other figures of a policy on all enterprises. The same is done by {@code ./lingqu what-if} for a list. */
@Service
public final class Trials {

    /** Longer than any number is nothing that anybody typed. */
    private static final int LONGEST = 40;

    /** Asked for at once. */
    private static final int PART = 500;

    private final Opportunities opportunities;
    private final InstalledPack installed;
    private final Enterprises enterprises;
    private final Places places;
    private final Latest<PolicyPack, Settings> settings;
    private volatile @Nullable Decided decided;
    private final int threads = Math.max(1, Runtime.getRuntime().availableProcessors());

    /** A policy decided for everybody, to hold other figures against: officers try one policy again and again. */
    private record Decided(Policy policy, Population population, PolicyBaseline baseline) {}

    Trials(Opportunities opportunities, InstalledPack installed, Enterprises enterprises, Places places) {
        this.opportunities = opportunities;
        this.installed = installed;
        this.enterprises = enterprises;
        this.places = places;
        this.settings = new Latest<>(pack -> new Settings(pack, installed::text, enterprises.today()));
    }

    /** The same without figures that are typed as the file has them; by this every question has one address. */
    public TrialQuestion shortened(TrialQuestion question) {
        Thresholds thresholds = thresholds(question.policy());
        return question.with(others(question.first(), thresholds), others(question.second(), thresholds));
    }

    private static Map<String, String> others(Map<String, String> typed, Thresholds thresholds) {
        var others = new LinkedHashMap<String, String>();
        typed.forEach((name, text) -> {
            Optional<Threshold> figure = thresholds.called(name);
            if (figure.isEmpty() || !isAsItWas(figure.get(), text)) {
                others.put(name, text);
            }
        });
        return others;
    }

    private static boolean isAsItWas(Threshold figure, String text) {
        return FigureText.read(figure.withUnit(text), figure) instanceof FigureText.Fine fine
                && figure.value()
                        .filter(value -> value.compareTo(fine.value()) == 0)
                        .isPresent();
    }

    private Thresholds thresholds(Policy policy) {
        try {
            return settings().ofPolicy(policy.fullName()).orElseThrow(NotFound::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Settings settings() {
        return settings.of(installed.pack()).fresh(enterprises.today());
    }

    /** One variant as it was typed. */
    private static final class Variant {
        private final Map<Threshold, TrialFigure.Typed> typed = new LinkedHashMap<>();
        private final List<Settings.Problem> problems = new ArrayList<>();
        private WhatIf.@Nullable Changed changed;

        Map<Threshold, BigDecimal> values() {
            var values = new LinkedHashMap<Threshold, BigDecimal>();
            typed.forEach((figure, each) -> {
                BigDecimal value = each.value();
                if (value != null) {
                    values.put(figure, value);
                }
            });
            return values;
        }
    }

    /**
     * Tries it.
     *
     * @param firstName what the first variant is called where there are two; the second likewise
     */
    public TrialAnswer answer(TrialQuestion question, String firstName, String secondName) {
        try {
            Thresholds thresholds = thresholds(question.policy());
            Variant first = read(question.policy(), question.first(), thresholds, question.two() ? firstName : "");
            Variant second = read(question.policy(), question.second(), thresholds, secondName);
            var problems = new LinkedHashSet<>(first.problems);
            problems.addAll(second.problems);
            Map<Threshold, CurveRange> sliders = ranges(question.policy(), thresholds);
            var figures = new ArrayList<TrialFigure>();
            for (Threshold figure : thresholds.all()) {
                figures.add(new TrialFigure(
                        figure, slider(figure, sliders.get(figure)), typed(first, figure), typed(second, figure)));
            }
            Population population = opportunities.population();
            WhatIf whatIf = problems.isEmpty() ? tried(question, thresholds, first, second, sliders, population) : null;
            return new TrialAnswer(figures, List.copyOf(problems), whatIf, population);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Around the value of each figure that has one. */
    private Map<Threshold, CurveRange> ranges(Policy policy, Thresholds thresholds) throws IOException {
        Settings settings = settings();
        var ranges = new LinkedHashMap<Threshold, CurveRange>();
        for (Threshold figure : thresholds.all()) {
            CurveRange.read(policy.fullName() + "." + figure.name(), settings, new ArrayList<>())
                    .ifPresent(range -> ranges.put(figure, range));
        }
        return ranges;
    }

    private static TrialFigure.Typed typed(Variant variant, Threshold figure) {
        TrialFigure.Typed typed = variant.typed.get(figure);
        return typed == null ? TrialFigure.Typed.nothing(figure) : typed;
    }

    private static TrialFigure.@Nullable Slider slider(Threshold figure, @Nullable CurveRange range) {
        if (range == null || range.values().size() < 2) {
            return null;
        }
        List<BigDecimal> values = range.finer();
        BigDecimal least = figure.unit().fromBase(values.getFirst());
        BigDecimal next = figure.unit().fromBase(values.get(1));
        return new TrialFigure.Slider(least, figure.unit().fromBase(values.getLast()), next.subtract(least));
    }

    private Variant read(Policy policy, Map<String, String> figures, Thresholds thresholds, String name)
            throws IOException {
        var variant = new Variant();
        Settings settings = settings();
        for (Map.Entry<String, String> each : figures.entrySet()) {
            Optional<Threshold> figure = thresholds.called(each.getKey());
            String text = each.getValue();
            if (figure.isEmpty()) {
                variant.problems.add(new Settings.Problem(
                        "UNKNOWN_THRESHOLD", each.getKey(), "该政策没有这个参数。This policy has no such figure."));
                continue;
            }
            String typed = figure.get().withUnit(text.substring(0, Math.min(LONGEST, text.length())));
            int before = settings.problems().size();
            settings.set(policy.fullName() + "." + figure.get().name() + "=" + typed);
            List<Settings.Problem> found = settings.problems().stream()
                    .skip(before)
                    .map(problem -> new Settings.Problem(problem.code(), text, problem.advice()))
                    .toList();
            BigDecimal value =
                    FigureText.read(typed, figure.get()) instanceof FigureText.Fine fine ? fine.value() : null;
            variant.typed.put(figure.get(), new TrialFigure.Typed(text, value, found));
            variant.problems.addAll(found);
        }
        int before = settings.problems().size();
        List<WhatIf.Changed> changed = settings.changed(name);
        settings.problems().stream().skip(before).forEach(variant.problems::add);
        variant.changed = changed.isEmpty() ? new WhatIf.Changed(policy, policy, List.of(), name) : changed.getFirst();
        return variant;
    }

    private WhatIf tried(
            TrialQuestion question,
            Thresholds thresholds,
            Variant first,
            Variant second,
            Map<Threshold, CurveRange> ranges,
            Population population) {
        var outcomes = new ArrayList<WhatIf.Outcome>();
        List<Grouping> groupings = population.groupings(places);
        outcomes.add(outcome(Objects.requireNonNull(first.changed), population, groupings));
        if (question.two()) {
            outcomes.add(outcome(Objects.requireNonNull(second.changed), population, groupings));
        }
        List<WhatIf.Curve> curve = chosen(question, thresholds, first, ranges)
                .map(figure -> curve(question, thresholds, figure, first, second, ranges, population))
                .stream()
                .toList();
        return new WhatIf(population.asOf(), new WhatIf.Firms(List.of(), List.of()), outcomes, curve);
    }

    private WhatIf.Outcome outcome(WhatIf.Changed changed, Population population, List<Grouping> groupings) {
        PolicyChange change = baseline(changed.before(), population).with(changed.after(), threads);
        var groups = new LinkedHashMap<Grouping, List<GroupChange>>();
        groupings.forEach(grouping -> groups.put(grouping, change.groups(List.of(grouping.by()))));
        return new WhatIf.Outcome(changed, change, groups);
    }

    /** The last one is kept; it is for these columns only, and a board that changed has others. */
    @SuppressWarnings("ReferenceEquality")
    private PolicyBaseline baseline(Policy policy, Population population) {
        Decided known = decided;
        if (known == null || known.policy() != policy || known.population() != population) {
            known = new Decided(
                    policy,
                    population,
                    PolicyBaseline.of(policy, population.firms(), population.asOf(), installed.facts(), threads));
            decided = known;
        }
        return known.baseline();
    }

    /** From one version to another on all enterprises, both decided on the same day, so that only the rules differ. */
    public TrialAnswer compared(Policy before, Policy after) {
        Population population = opportunities.population();
        WhatIf.Outcome outcome =
                outcome(new WhatIf.Changed(before, after, List.of(), ""), population, population.groupings(places));
        return new TrialAnswer(
                List.of(),
                List.of(),
                new WhatIf(population.asOf(), new WhatIf.Firms(List.of(), List.of()), List.of(outcome), List.of()),
                population);
    }

    /** The figure asked for; else the first that was changed, else the first that has a value. */
    private static Optional<Threshold> chosen(
            TrialQuestion question, Thresholds thresholds, Variant first, Map<Threshold, CurveRange> ranges) {
        return thresholds
                .called(question.curve())
                .or(() -> first.values().keySet().stream().findFirst())
                .or(() -> ranges.keySet().stream().findFirst())
                .filter(ranges::containsKey);
    }

    private WhatIf.Curve curve(
            TrialQuestion question,
            Thresholds thresholds,
            Threshold figure,
            Variant first,
            Variant second,
            Map<Threshold, CurveRange> ranges,
            Population population) {
        CurveRange range = Objects.requireNonNull(ranges.get(figure));
        Map<Threshold, BigDecimal> others = new LinkedHashMap<>(first.values());
        var typed = new ArrayList<BigDecimal>();
        Optional.ofNullable(others.remove(figure)).ifPresent(typed::add);
        Optional.ofNullable(second.values().get(figure)).ifPresent(typed::add);
        ThresholdCurve curve = curves(question.policy(), population);
        return new WhatIf.Curve(
                question.policy().id() + "." + figure.name(),
                question.policy(),
                figure,
                curve.inOnePass(thresholds, others, figure, with(range.finer(), typed))
                        .orElseGet(
                                () -> curve.of(thresholds, others, figure, with(range.values(), typed), done -> {})));
    }

    private static List<BigDecimal> with(List<BigDecimal> values, List<BigDecimal> more) {
        var all = new TreeSet<>(values);
        all.addAll(more);
        return List.copyOf(all);
    }

    private ThresholdCurve curves(Policy policy, Population population) {
        return ThresholdCurve.over(baseline(policy, population), population.asOf(), installed.facts(), threads);
    }

    /**
     * How many enterprises there are at every place of the slider of one figure, the others as typed.
     *
     * @param name of the figure
     * @param second whether the others are those of the second variant
     * @return empty where something typed is wrong, the figure has no slider, or each value would have to be decided on its own
     */
    public Optional<WhatIf.Curve> beside(TrialQuestion question, String name, boolean second) {
        try {
            Thresholds thresholds = thresholds(question.policy());
            Threshold figure = thresholds.called(name).orElseThrow(NotFound::new);
            CurveRange range = ranges(question.policy(), thresholds).get(figure);
            Variant variant = read(question.policy(), second ? question.second() : question.first(), thresholds, "");
            if (range == null || !variant.problems.isEmpty()) {
                return Optional.empty();
            }
            Map<Threshold, BigDecimal> others = new LinkedHashMap<>(variant.values());
            others.remove(figure);
            return curves(question.policy(), opportunities.population())
                    .inOnePass(thresholds, others, figure, range.finer())
                    .map(result -> new WhatIf.Curve(
                            question.policy().id() + "." + figure.name(), question.policy(), figure, result));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with the names of those whose answer changes, for a file; nobody else is named. */
    public WhatIf named(WhatIf whatIf, Population population) {
        var rows = new TreeSet<Integer>();
        whatIf.outcomes()
                .forEach(outcome -> Arrays.stream(outcome.change().changed()).forEach(rows::add));
        List<Long> changed =
                rows.stream().map(row -> population.enterprise(row)).toList();
        var known = new HashMap<Long, Enterprise>();
        for (int from = 0; from < changed.size(); from += PART) {
            known.putAll(enterprises.byIds(changed.subList(from, Math.min(from + PART, changed.size()))));
        }
        String[] ids = new String[population.firms().count()];
        String[] names = new String[ids.length];
        Arrays.fill(ids, "");
        Arrays.fill(names, "");
        rows.forEach(row -> Optional.ofNullable(known.get(population.enterprise(row)))
                .ifPresent(enterprise -> {
                    ids[row] = enterprise.known();
                    names[row] = enterprise.name();
                }));
        return new WhatIf(
                whatIf.asOf(),
                new WhatIf.Firms(Arrays.asList(ids), Arrays.asList(names)),
                whatIf.outcomes(),
                whatIf.curve());
    }

    /** Some of the enterprises whose answer shifts, as the page names them. */
    public List<Enterprise> some(WhatIf.Outcome outcome, Shift shift, Population population, int most) {
        List<Long> ids = shift.firms(outcome.change()).stream()
                .limit(most)
                .map(row -> population.enterprise(row))
                .toList();
        Map<Long, Enterprise> known = enterprises.byIds(ids);
        return ids.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /** The version of a policy that a trial begins with: the one asked for, else that in force, else the newest. */
    public Policy version(String id, String version) {
        LocalDate today = enterprises.today();
        List<Policy> versions = installed.pack().policies().stream()
                .filter(policy -> policy.id().toString().equals(id))
                .toList();
        return versions.stream()
                .filter(each ->
                        version.isEmpty() ? each.inForce(today) : each.version().equals(version))
                .findFirst()
                .or(() -> version.isEmpty() && !versions.isEmpty() ? Optional.of(versions.getLast()) : Optional.empty())
                .orElseThrow(NotFound::new);
    }
}
