package org.lingqu.policy.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.whatif.FigureText;
import org.lingqu.engine.policy.whatif.Threshold;
import org.lingqu.engine.policy.whatif.Thresholds;
import org.lingqu.engine.policy.yaml.Yaml;
import org.lingqu.engine.policy.yaml.YamlReader;
import org.lingqu.engine.policy.yaml.YamlReading;
import org.lingqu.engine.policy.yaml.YamlText;
import org.lingqu.pack.InstalledPack;
import org.lingqu.policy.trial.TrialFigure;
import org.lingqu.registry.Typed;
import org.lingqu.whatif.Settings;
import org.springframework.stereotype.Component;

/** Reads the fields of a policy's text and writes what was typed into them back into it. */
@Component
public final class DraftForms {

    /** Names of fields: {@code f.rd-ratio.1}, {@code m.TITLE}; and of what they held when the page was made, {@code was.f.rd-ratio.1}. */
    private static final String FIGURE = "f.";

    private static final String FIELD = "m.";
    private static final String WAS = "was.";
    private static final String LATER = "later";

    /** Years that examples are moved by at most. */
    public static final int MOST_YEARS = 20;

    private static final int LONGEST_FIGURE = 40;
    private static final int LONGEST_WORDS = 300;

    private static final String FILE = "";

    private final InstalledPack installed;

    DraftForms(InstalledPack installed) {
        this.installed = installed;
    }

    /** The fields of a text. */
    public DraftForm of(String text) {
        return new Filling(text).form();
    }

    /**
     * Writes what was typed. Fields that hold what they held when the page was made leave the text alone, so that what was changed in
     * the text meanwhile stays.
     *
     * @param sent all fields of the page
     */
    public DraftForm filled(String text, Map<String, String> sent) {
        var filling = new Filling(text);
        for (DraftField field : DraftField.values()) {
            changed(sent, FIELD + field.name()).ifPresent(typed -> filling.put(field, typed));
        }
        for (String name : filling.thresholds().names()) {
            changed(sent, FIGURE + name).ifPresent(typed -> filling.put(name, typed));
        }
        changed(sent, LATER)
                .filter(typed -> typed.matches("-?\\d{1,2}"))
                .map(Integer::valueOf)
                .filter(years -> Math.abs(years) <= MOST_YEARS)
                .ifPresent(filling::move);
        return filling.form();
    }

    /**
     * The text of a version that follows: called otherwise, from another day on, without an end, with the version before named, and
     * with its examples moved by as many years as they need to lie within its days. What cannot be written stays as it was; the check
     * of the draft tells.
     *
     * @param version what it is called
     * @param from its first day as a browser sends it
     */
    public String next(String text, String version, String from) {
        var filling = new Filling(text);
        String before = filling.said(DraftField.VERSION);
        filling.put(DraftField.VERSION, version.strip());
        filling.put(DraftField.FROM, from.strip());
        filling.put(DraftField.TO, "");
        filling.replaces(before);
        Typed.day(from).ifPresent(filling::moveTo);
        return filling.form().text();
    }

    private static Optional<String> changed(Map<String, String> sent, String name) {
        return Optional.ofNullable(sent.get(name))
                .map(String::strip)
                .filter(typed -> !typed.equals(sent.getOrDefault(WAS + name, "")));
    }

    /** A text while fields are written into it. */
    private final class Filling {

        private final Map<DraftField, DraftForm.Box> refused = new EnumMap<>(DraftField.class);
        private final Map<String, TrialFigure.Typed> refusedFigures = new HashMap<>();
        private String text;
        private final List<Threshold> moved = new ArrayList<>();
        private int written;

        Filling(String text) {
            this.text = text;
        }

        Thresholds thresholds() {
            return Thresholds.of(FILE, text, installed.pack());
        }

        private Optional<Yaml.Mapping> root() {
            return YamlReader.read(FILE, text) instanceof YamlReading.Read(Yaml.Mapping root)
                    ? Optional.of(root)
                    : Optional.empty();
        }

        void put(DraftField field, String typed) {
            String words = typed.substring(0, Math.min(typed.length(), LONGEST_WORDS));
            Optional<String> value = field.read(words);
            DraftForm.Problem problem = null;
            if (words.isEmpty() && field.isNeeded()) {
                problem = DraftForm.Problem.NEEDED;
            } else if (!words.isEmpty() && value.isEmpty()) {
                problem = field.kind() == DraftField.Kind.DAY
                        ? DraftForm.Problem.NOT_A_DAY
                        : DraftForm.Problem.NOT_A_DAY_OF_YEAR;
            } else if (!root().map(root -> write(root, field, words.isEmpty() ? null : value.orElseThrow()))
                    .orElse(false)) {
                problem = DraftForm.Problem.NOT_WRITTEN;
            }
            if (problem != null) {
                refused.put(field, new DraftForm.Box(field, "", words, problem));
            }
        }

        /** @param value null to take it away */
        private boolean write(Yaml.Mapping root, DraftField field, @Nullable String value) {
            var before = new YamlText(text);
            String changed = value == null
                    ? before.without(root, field.path())
                    : before.with(root, field.path(), value, field.behind());
            if (!saysAfter(changed, field, value)) {
                return false;
            }
            text = changed;
            written++;
            return true;
        }

        private boolean saysAfter(String changed, DraftField field, @Nullable String value) {
            return YamlReader.read(FILE, changed) instanceof YamlReading.Read(Yaml.Mapping now)
                    && said(now, field).equals(value == null ? "" : value.replaceAll("\\s", " "));
        }

        void put(String name, String typed) {
            Thresholds thresholds = thresholds();
            Threshold figure = thresholds.called(name).orElse(null);
            if (figure == null || !figure.name().equals(name)) {
                return; // another name of a figure, which has a field of its own
            }
            String words = typed.substring(0, Math.min(typed.length(), LONGEST_FIGURE));
            if (words.isEmpty()) {
                refuse(figure, words, "NEEDED", "请填一个数。Give a number.");
                return;
            }
            switch (FigureText.read(figure.withUnit(words), figure)) {
                case FigureText.Refused(String code, String advice) -> refuse(figure, words, code, advice);
                case FigureText.Fine fine -> {
                    Optional<String> changed = thresholds.written(text, figure, fine.value());
                    if (changed.isEmpty()) {
                        refuse(figure, words, "NOT_WRITTEN", "这个数在文本里的写法无法自动改，请直接改文本。Change it in the text.");
                    } else {
                        text = changed.get();
                        written++;
                        thresholds().called(name).ifPresent(moved::add);
                    }
                }
            }
        }

        String said(DraftField field) {
            return root().map(root -> said(root, field)).orElse("");
        }

        void replaces(String version) {
            root().filter(root -> !version.isEmpty() && !version.equals(said(root, DraftField.VERSION)))
                    .ifPresent(root -> text = new YamlText(text).with(root, List.of("replaces"), version, "valid"));
        }

        /** Examples are asked on days of their own, which have to be days of the version. */
        void moveTo(LocalDate from) {
            LocalDate first = root().flatMap(root -> root.get("examples"))
                    .map(Filling::days)
                    .orElse(Stream.empty())
                    .min(Comparator.naturalOrder())
                    .orElse(from);
            int years = 0;
            while (years < MOST_YEARS && first.plusYears(years).isBefore(from)) {
                years++;
            }
            if (years > 0) {
                move(years);
            }
        }

        private static Stream<LocalDate> days(Yaml yaml) {
            return switch (yaml) {
                case Yaml.Scalar scalar -> Stream.empty();
                case Yaml.Sequence list -> list.items().stream().flatMap(Filling::days);
                case Yaml.Mapping map ->
                    map.entries().stream()
                            .flatMap(entry ->
                                    entry.key().text().equals("as-of") && entry.value() instanceof Yaml.Scalar day
                                            ? Typed.day(day.text()).stream()
                                            : days(entry.value()));
            };
        }

        /** Every year and day of the examples so many years later; names and words stay. */
        void move(int years) {
            var examples = root().flatMap(root -> root.get("examples"));
            int before = written;
            examples.ifPresent(yaml -> move(yaml, years));
            written = before + (written > before ? 1 : 0);
        }

        private void move(Yaml yaml, int years) {
            switch (yaml) {
                case Yaml.Scalar scalar -> {
                    String later = ExampleYears.later(scalar.text(), years);
                    if (!later.equals(scalar.text())) {
                        // as long as before, so that the places of all others stay true
                        new YamlText(text)
                                .replaced(scalar, 0, scalar.text().length(), later)
                                .ifPresent(changed -> {
                                    text = changed;
                                    written++;
                                });
                    }
                }
                case Yaml.Sequence list -> list.items().forEach(item -> move(item, years));
                case Yaml.Mapping map ->
                    map.entries().stream()
                            .filter(entry -> !entry.key().text().equals("name"))
                            .forEach(entry -> {
                                move(entry.key(), years);
                                move(entry.value(), years);
                            });
            }
        }

        private void refuse(Threshold figure, String typed, String code, String advice) {
            refusedFigures.put(
                    figure.name(),
                    new TrialFigure.Typed(typed, null, List.of(new Settings.Problem(code, typed, advice))));
        }

        DraftForm form() {
            var boxes = new ArrayList<DraftForm.Box>();
            root().ifPresent(root -> {
                for (DraftField field : DraftField.values()) {
                    String said = said(root, field);
                    DraftForm.Box box = refused.get(field);
                    boxes.add(
                            box == null
                                    ? new DraftForm.Box(field, said, said, null)
                                    : new DraftForm.Box(field, said, box.typed(), box.problem()));
                }
            });
            List<TrialFigure> figures = thresholds().all().stream()
                    .map(figure -> TrialFigure.alone(
                            figure, refusedFigures.getOrDefault(figure.name(), TrialFigure.Typed.nothing(figure))))
                    .toList();
            return new DraftForm(text, boxes, figures, written, moved);
        }

        private static String said(Yaml.Mapping root, DraftField field) {
            Optional<Yaml> at = Optional.of(root);
            for (String key : field.path()) {
                at = at.flatMap(each -> each instanceof Yaml.Mapping map ? map.get(key) : Optional.empty());
            }
            return at.map(each -> each instanceof Yaml.Scalar scalar && !scalar.isEmpty()
                            ? scalar.text().strip()
                            : "")
                    .orElse("");
        }
    }
}
