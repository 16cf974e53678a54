package org.lingqu.policy.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.check.Example;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyFile;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.check.PolicyReader;
import org.lingqu.engine.policy.diff.Difference;
import org.lingqu.engine.policy.diff.PolicyDiff;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.yaml.Place;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.trial.TrialAnswer;
import org.lingqu.policy.trial.Trials;
import org.lingqu.registry.Enterprises;
import org.springframework.stereotype.Component;

/** Checks a text as if it were published: its problems, its examples, and what it would do. */
@Component
public final class Checker {

    private static final Pattern ID =
            Pattern.compile("(?m)^policy:[ \\t]*\"?([0-9a-z]+)/([a-z0-9-]+)\"?[ \\t]*(#.*)?$");
    private static final Pattern VERSION = Pattern.compile("(?m)^version:[ \\t]*[\"']?([^\"'\\s#]+)");
    /** As {@code skeleton.yaml} has them. */
    private static final List<String> PROPOSED =
            List.of("policy: 450000/new-policy", "title: 政策名称", "document: 文号〔", "issuers: [发文机关]");

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,50}");

    private final InstalledPack installed;
    private final Trials trials;
    private final Enterprises enterprises;

    Checker(InstalledPack installed, Trials trials, Enterprises enterprises) {
        this.enterprises = enterprises;
        this.installed = installed;
        this.trials = trials;
    }

    /**
     * Which files a publication of a text brings.
     *
     * @param texts by path: the version itself, and the one before it with its end where it has to end
     * @param ended the version that ends; null where none does
     */
    record Files(
            String path,
            SequencedMap<String, String> texts,
            @Nullable Policy ended) {}

    /** What is to be said of a text. Never throws, whatever the text. */
    public DraftCheck check(String text) {
        PolicyPack pack = installed.pack();
        String path = path(pack, text);
        PolicyFile read = PackReader.check(pack, installed.file(path), text).file();
        Files files = files(pack, path, text, read.policy().orElse(null));
        PackReader.Checked checked = PackReader.check(ended(pack, files), installed.file(path), text);
        PolicyFile file = checked.file();
        Policy policy = file.policy().orElse(null);
        Policy before = policy == null ? null : before(pack, policy);
        List<Difference> differences = policy == null || before == null ? List.of() : PolicyDiff.of(before, policy);
        List<PolicyProblem> problems = new ArrayList<>(file.problems());
        badName(path, text, file).ifPresent(problems::add);
        problems.addAll(proposed(text, file));
        return new DraftCheck(
                path,
                policy,
                problems,
                checked.elsewhere(),
                file.examples().stream()
                        .map(example -> tried(example, problems, mayBeTried(file)))
                        .toList(),
                before,
                files.ended() != null,
                policy != null && isDated(policy) && !policy.validity().from().isAfter(enterprises.today()),
                differences,
                policy == null || !mayBeTried(file) ? null : effect(before == null ? policy : before, policy));
    }

    /** Who gains and who loses is told also while examples still expect what was: that is what makes one look at them. */
    private static boolean mayBeTried(PolicyFile file) {
        return file.problems().stream().allMatch(problem -> problem.code() == ProblemCode.FAILING_EXAMPLE);
    }

    /** Lines that still say what a new policy proposes. */
    private List<PolicyProblem> proposed(String text, PolicyFile file) {
        var found = new ArrayList<PolicyProblem>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int line = i + 1;
            String written = lines.get(i).strip();
            PROPOSED.stream()
                    .filter(written::startsWith)
                    .forEach(words -> found.add(new PolicyProblem(
                            new Place(file.file(), line, 1),
                            ProblemCode.WRONG_VALUE,
                            Phrase.of("这里还是样稿里的「{0}」，请改成实际内容", "still what the form proposes: \"{0}\"", words))));
        }
        return found;
    }

    /** Whether a first day could be read. */
    private static boolean isDated(Policy policy) {
        return policy.validity().from().isAfter(LocalDate.MIN);
    }

    /** The policy of a text as far as it can be read; null when it cannot. */
    @Nullable Policy readable(String text) {
        PolicyPack pack = installed.pack();
        return new PolicyReader(pack, Map.of())
                .read(installed.file(path(pack, text)), text)
                .policy()
                .orElse(null);
    }

    /** A version becomes part of a file's name. */
    private Optional<PolicyProblem> badName(String path, String text, PolicyFile file) {
        Matcher version = VERSION.matcher(text);
        return version.find() && !SAFE.matcher(version.group(1)).matches()
                ? Optional.of(new PolicyProblem(
                        file.places().getOrDefault("@version", new Place(installed.file(path), 1, 1)),
                        ProblemCode.WRONG_VALUE,
                        Phrase.of(
                                "在这里发布的版本，「version」只用字母、数字、- 和 _，现在是「{0}」",
                                "a version published here is named by letters, digits, - and _; found \"{0}\"",
                                version.group(1))))
                : Optional.empty();
    }

    /** The file that holds this version already; else one named by it. */
    private String path(PolicyPack pack, String text) {
        Matcher id = ID.matcher(text);
        Matcher found = VERSION.matcher(text);
        String version = found.find() && SAFE.matcher(found.group(1)).matches() ? found.group(1) : "draft";
        if (!id.find()) {
            return "cn/unnamed-" + version + ".yaml";
        }
        String full = id.group(1) + "/" + id.group(2) + "@" + version;
        return pack.files().stream()
                .filter(file -> file.policy()
                        .filter(policy -> policy.fullName().equals(full))
                        .isPresent())
                .map(file -> installed.path(file.file()))
                .findFirst()
                .orElse(id.group(1) + "/" + id.group(2) + "-" + version + ".yaml");
    }

    private Files files(PolicyPack pack, String path, String text, @Nullable Policy policy) {
        var texts = new LinkedHashMap<String, String>();
        texts.put(path, text);
        Policy ended = null;
        if (policy != null && isDated(policy)) {
            LocalDate last = policy.validity().from().minusDays(1);
            for (PolicyFile file : pack.files()) {
                Policy other = file.policy().orElse(null);
                if (other != null
                        && mustEnd(other, policy)
                        && !installed.path(file.file()).equals(path)) {
                    Optional<String> shorter = Ending.of(text(file), last);
                    if (shorter.isPresent()) {
                        texts.put(installed.path(file.file()), shorter.get());
                        ended = other;
                    }
                }
            }
        }
        return new Files(path, texts, ended);
    }

    /** The files that publishing a text brings. */
    Files files(String text) {
        PolicyPack pack = installed.pack();
        String path = path(pack, text);
        return files(
                pack,
                path,
                text,
                PackReader.check(pack, installed.file(path), text)
                        .file()
                        .policy()
                        .orElse(null));
    }

    /** An earlier version that has not ended when the new one begins. */
    private static boolean mustEnd(Policy earlier, Policy policy) {
        return earlier.id().equals(policy.id())
                && !earlier.version().equals(policy.version())
                && earlier.validity().from().isAfter(LocalDate.MIN)
                && earlier.validity().from().isBefore(policy.validity().from())
                && earlier.validity().overlaps(policy.validity());
    }

    private String text(PolicyFile file) {
        try {
            return installed.text(file.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pack with the version before ended. */
    private PolicyPack ended(PolicyPack pack, Files files) {
        PolicyPack now = pack;
        for (Map.Entry<String, String> each : files.texts().entrySet()) {
            if (!each.getKey().equals(files.path())) {
                String name = installed.file(each.getKey());
                PolicyFile file = PackReader.check(now, name, each.getValue()).file();
                List<PolicyFile> all = now.files().stream()
                        .map(other -> other.file().equals(name) ? file : other)
                        .toList();
                now = new PolicyPack(now.facts(), now.declaredTitles(), now.policies(), all, now.problems());
            }
        }
        return now;
    }

    /** The same version as it is now; else the newest that begins before; else none. */
    private static @Nullable Policy before(PolicyPack pack, Policy policy) {
        List<Policy> versions = pack.policies().stream()
                .filter(other -> other.id().equals(policy.id()))
                .toList();
        return versions.stream()
                .filter(other -> other.version().equals(policy.version()))
                .findFirst()
                .or(() -> versions.stream()
                        .filter(other -> other.validity()
                                .from()
                                .isBefore(policy.validity().from()))
                        .max(Comparator.comparing(other -> other.validity().from())))
                .orElse(null);
    }

    private static DraftCheck.Tried tried(Example example, List<PolicyProblem> problems, boolean isTold) {
        return new DraftCheck.Tried(
                example.name(),
                example.asOf(),
                example.place().line(),
                problems.stream()
                        .filter(problem -> problem.place().equals(example.place()))
                        .map(PolicyProblem::message)
                        .toList(),
                isTold);
    }

    private DraftCheck.Effect effect(Policy before, Policy after) {
        TrialAnswer answer = trials.compared(before, after);
        return new DraftCheck.Effect(Objects.requireNonNull(answer.whatIf()), answer.population());
    }

    /** What the whole pack would get wrong with these texts, and does not now. */
    List<PolicyProblem> fresh(Map<String, String> texts) {
        var fresh = new ArrayList<>(installed.with(new TreeMap<>(texts)).problems());
        fresh.removeAll(installed.pack().problems());
        return fresh;
    }
}
