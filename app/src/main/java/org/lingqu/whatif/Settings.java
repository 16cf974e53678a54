package org.lingqu.whatif;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.whatif.FigureText;
import org.lingqu.engine.policy.whatif.Threshold;
import org.lingqu.engine.policy.whatif.Thresholds;
import org.lingqu.engine.policy.yaml.DidYouMean;

/**
 * What somebody asked to be changed: {@code cn/high-tech.rd-ratio.1=4.5%}. Everything wrong with it is collected; nothing is
 * tried as long as anything is.
 */
public final class Settings {

    /**
     * Something wrong with what was asked.
     *
     * @param code stable, upper case
     * @param seen as it was written
     * @param advice in Chinese, English behind it
     */
    public record Problem(String code, String seen, String advice) {
        @Override
        public String toString() {
            return code + ": “" + seen + "” " + advice;
        }
    }

    /** A figure and which policy's file it stands in. */
    public record Place(Policy policy, Thresholds thresholds, Threshold threshold) {
        /** {@code cn/high-tech.rd-ratio.1}. */
        public String address() {
            return policy.id() + "." + threshold.name();
        }
    }

    private final PolicyPack pack;
    private final Texts texts;
    private final LocalDate asOf;
    private final Map<String, Thresholds> read;
    private final SequencedMap<String, Trial> trials = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** The changes of one policy while they are collected. */
    private record Trial(Policy policy, Thresholds thresholds, SequencedMap<Threshold, BigDecimal> values) {}

    /** What the files of a pack say. */
    public interface Texts {
        /** @param file as the pack knows it, {@code policies/cn/high-tech.yaml} */
        String of(String file) throws IOException;
    }

    /** @param texts where the pack was read from; its files are read again */
    public Settings(PolicyPack pack, Texts texts, LocalDate asOf) {
        this(pack, texts, asOf, new ConcurrentHashMap<>());
    }

    private Settings(PolicyPack pack, Texts texts, LocalDate asOf, Map<String, Thresholds> read) {
        this.pack = pack;
        this.texts = texts;
        this.asOf = asOf;
        this.read = read;
    }

    /** Nothing set yet, of the same pack on some day; files that were read for these are not read once more. */
    public Settings fresh(LocalDate day) {
        return new Settings(pack, texts, day, read);
    }

    /** @param folder where the pack was read from; its files are read again */
    public Settings(PolicyPack pack, Path folder, LocalDate asOf) {
        this(pack, file -> Files.readString(beside(folder).resolve(file)), asOf);
    }

    /** Files are known by their paths from the folder that the pack lies in. */
    private static Path beside(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        return parent == null ? whole : parent;
    }

    /** Everything wrong so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Takes {@code ADDRESS=VALUE}. */
    public void set(String text) throws IOException {
        int equals = text.indexOf('=');
        if (equals < 0) {
            problems.add(
                    new Problem("NO_VALUE", text, "应写成 地址=数值，如 cn/high-tech.rd-ratio.1=4.5%。Write ADDRESS=VALUE."));
            return;
        }
        Optional<Place> place = find(text.substring(0, equals).strip());
        if (place.isEmpty()) {
            return;
        }
        Threshold threshold = place.get().threshold();
        switch (FigureText.read(text.substring(equals + 1), threshold)) {
            case FigureText.Refused(String code, String advice) -> problems.add(new Problem(code, text, advice));
            case FigureText.Fine(BigDecimal value) -> {
                Trial trial = trials.computeIfAbsent(
                        place.get().policy().fullName(),
                        key -> new Trial(place.get().policy(), place.get().thresholds(), new LinkedHashMap<>()));
                if (trial.values().putIfAbsent(threshold, value) != null) {
                    problems.add(new Problem(
                            "SET_TWICE",
                            text,
                            place.get().address() + " 已经设过一次，只留一个。This figure is set twice; keep one."));
                }
            }
        }
    }

    /** The figure of an address; a problem where there is none. */
    public Optional<Place> find(String address) throws IOException {
        int slash = address.indexOf('/');
        int dot = address.indexOf('.', slash + 1);
        String id = dot < 0 ? address : address.substring(0, dot);
        Optional<PolicyFile> file = file(id);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Policy policy = file.get().policy().orElseThrow();
        Thresholds thresholds = thresholds(file.get());
        String name = dot < 0 ? "" : address.substring(dot + 1);
        Optional<Threshold> found = thresholds.called(name);
        if (found.isEmpty()) {
            problems.add(new Problem(
                    "UNKNOWN_THRESHOLD",
                    address,
                    Phrase.of(
                                    "该政策没有这个参数（全部参数见 ./lingqu what-if --list {1}）{0}",
                                    "No such figure.{0} All of them: ./lingqu what-if --list {1}",
                                    nearest(name, thresholds, id),
                                    id)
                            .toString()));
        }
        return found.map(threshold -> new Place(policy, thresholds, threshold));
    }

    /** {@code rd-ratio} has several figures: say which; otherwise what is spelt nearly so. */
    private static Phrase nearest(String name, Thresholds thresholds, String id) {
        List<String> inside = thresholds.names().stream()
                .filter(known -> !name.isEmpty() && known.startsWith(name + "."))
                .map(known -> id + "." + known)
                .toList();
        return inside.isEmpty()
                ? DidYouMean.advice(name, thresholds.names())
                : Phrase.of("，可选 {0}", " One of: {0}.", Phrase.list(inside));
    }

    /** The figures of a policy: {@code cn/high-tech}, or {@code cn/high-tech@2016}; a problem where there is none. */
    public Optional<Thresholds> ofPolicy(String id) throws IOException {
        Optional<PolicyFile> file = file(id);
        return file.isEmpty() ? Optional.empty() : Optional.of(thresholds(file.get()));
    }

    private Optional<PolicyFile> file(String wanted) {
        int at = wanted.indexOf('@');
        String id = at < 0 ? wanted : wanted.substring(0, at);
        List<PolicyFile> versions = pack.files().stream()
                .filter(file -> file.policy()
                        .filter(policy -> policy.id().toString().equals(id))
                        .isPresent())
                .toList();
        Optional<PolicyFile> found = versions.stream()
                .filter(file -> file.policy()
                        .filter(policy ->
                                at < 0 ? policy.inForce(asOf) : policy.version().equals(wanted.substring(at + 1)))
                        .isPresent())
                .findFirst();
        if (found.isPresent() && pack.policies().contains(found.get().policy().orElseThrow())) {
            return found;
        }
        problems.add(refused(wanted, id, versions, found));
        return Optional.empty();
    }

    private Problem refused(String wanted, String id, List<PolicyFile> versions, Optional<PolicyFile> found) {
        if (found.isPresent()) {
            return new Problem(
                    "POLICY_WITH_PROBLEMS",
                    wanted,
                    "该文件有错误，先用 ./lingqu policy check 改好。Its file has problems; mend them first.");
        }
        if (versions.isEmpty()) {
            var known = new TreeSet<String>();
            pack.policies().forEach(policy -> known.add(policy.id().toString()));
            return new Problem(
                    "UNKNOWN_POLICY",
                    wanted,
                    Phrase.of("没有这项政策{0}", "No such policy.{0}", DidYouMean.advice(id, known))
                            .toString());
        }
        String names = String.join(
                "、",
                versions.stream()
                        .flatMap(file -> file.policy().stream())
                        .map(policy ->
                                policy.fullName() + "（" + policy.validity().from() + " 起）")
                        .toList());
        return new Problem(
                "NOT_IN_FORCE", wanted, "在 " + asOf + " 没有有效版本；现有 " + names + "。No version in force on that day.");
    }

    private Thresholds thresholds(PolicyFile file) throws IOException {
        Thresholds known = read.get(file.file());
        if (known == null) {
            known = Thresholds.of(file.file(), texts.of(file.file()), pack);
            read.put(file.file(), known);
        }
        return known;
    }

    /** {@link #changed(String)} where there is one variant only. */
    public List<WhatIf.Changed> changed() {
        return changed("");
    }

    /**
     * Reads every changed policy; what the change breaks in it becomes a problem.
     *
     * @param variant what these settings are called; empty where there are no others
     */
    public List<WhatIf.Changed> changed(String variant) {
        var changed = new ArrayList<WhatIf.Changed>();
        for (Trial trial : trials.values()) {
            PolicyFile file = trial.thresholds().with(trial.values());
            file.problems()
                    .forEach(problem -> problems.add(new Problem(
                            problem.code().name(),
                            trial.policy().id() + "，" + problem.place(),
                            "改动后该文件不再成立：" + problem.message().chinese() + "。With these figures the file is wrong: "
                                    + problem.message().english())));
            if (file.problems().isEmpty()) {
                changed.add(new WhatIf.Changed(trial.policy(), file.policy().orElseThrow(), entries(trial), variant));
            }
        }
        return changed;
    }

    private static List<WhatIf.Move> entries(Trial trial) {
        return trial.values().entrySet().stream()
                .map(entry -> new WhatIf.Move(
                        trial.policy().id() + "." + entry.getKey().name(), entry.getKey(), entry.getValue()))
                .toList();
    }
}
