package org.lingqu.engine.policy.yaml;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.yaml.YamlReading.Read;
import org.lingqu.engine.policy.yaml.YamlReading.Refused;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document from a file that nobody vouches for: no aliases (so no bombs), no tags, bounded size and depth.
 * Linear in the text.
 */
public final class YamlReader {

    /** Larger than any policy, small enough to read at once: 1 MB of text. */
    static final int MOST_CODE_POINTS = 1 << 20;

    static final int DEEPEST = 40;

    private final String file;
    private final Iterator<Event> events;

    private YamlReader(String file, String text) {
        this.file = file;
        var settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MOST_CODE_POINTS)
                .setUseMarks(true)
                .build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /** Never throws: what cannot be read is refused with its place. */
    public static YamlReading read(String file, String text) {
        Optional<YamlProblem> control = controlCharacter(file, text);
        if (control.isPresent()) {
            return new Refused(control.get());
        }
        try {
            return new YamlReader(file, text).document();
        } catch (Refusal refusal) {
            return new Refused(refusal.problem);
        } catch (MarkedYamlEngineException e) {
            Phrase begun = e.getContextMark()
                    .map(mark -> Phrase.of("（在第 {0} 行开始的内容里）", ", in what begins on line {0}", mark.getLine() + 1))
                    .orElse(Phrase.NOTHING);
            Phrase message = Phrase.of(
                    "{0}{1}；引号、括号要成对，行首用空格缩进",
                    "{0}{1}; quotes and brackets close what they open, and lines are indented with spaces",
                    Unparsed.words(e.getProblem()),
                    begun);
            return new Refused(new YamlProblem(place(file, e.getProblemMark()), message));
        } catch (YamlEngineException e) {
            return new Refused(new YamlProblem(
                    new Place(file, 1, 1),
                    text.codePointCount(0, text.length()) > MOST_CODE_POINTS
                            ? Phrase.of("文件超过 {0} 个字，读不了", "the file has more than {0} characters", MOST_CODE_POINTS)
                            : Unparsed.words(e.getMessage())));
        }
    }

    private static Optional<YamlProblem> controlCharacter(String file, String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean allowed = (c >= ' ' && c != 0x7F) || c == '\n' || c == '\r' || c == '\t';
            if (!allowed) {
                String code = String.format(Locale.ROOT, "U+%04X", (int) c);
                return Optional.of(new YamlProblem(
                        new Place(file, line, column),
                        Phrase.of(
                                "这里有控制字符 {0}：请删去；也可能这不是文本文件",
                                "the control character {0} stands here: delete it, or this is no text file", code)));
            }
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
        }
        return Optional.empty();
    }

    private YamlReading document() {
        events.next(); // stream start
        Event first = events.next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            return new Read(new Yaml.Scalar(new Place(file, 1, 1), "", false, false));
        }
        Yaml root = node(events.next(), 0);
        events.next(); // document end
        Event after = events.next();
        if (after.getEventId() != Event.ID.StreamEnd) {
            throw new Refusal(
                    place(after),
                    Phrase.of(
                            "这里开始了第二份文档（---）；一个文件只写一份", "a second document begins here; one file holds one document"));
        }
        return new Read(root);
    }

    private Yaml node(Event event, int depth) {
        Place place = place(event);
        if (depth > DEEPEST) {
            throw new Refusal(place, Phrase.of("嵌套超过 {0} 层", "nested deeper than {0} levels", DEEPEST));
        }
        tag(event).ifPresent(tag -> {
            throw new Refusal(place, Phrase.of("不读标签，请删去「{0}」", "tags are not read; take \"{0}\" away", tag));
        });
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case SequenceStart -> sequence(place, depth);
            case MappingStart -> mapping(place, depth);
            default ->
                throw new Refusal(
                        place,
                        Phrase.of("不读锚点和别名（& 和 *），请把值写全", "anchors and aliases are not read; write the value out"));
        };
    }

    private static Optional<String> tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.empty();
        };
    }

    private Yaml.Scalar scalar(ScalarEvent event) {
        ScalarStyle style = event.getScalarStyle();
        boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        return new Yaml.Scalar(place(event), event.getValue(), style != ScalarStyle.PLAIN, block);
    }

    private Yaml sequence(Place place, int depth) {
        List<Yaml> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Yaml.Sequence(place, List.copyOf(items));
    }

    private Yaml mapping(Place place, int depth) {
        List<Yaml.Entry> entries = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(node(event, depth + 1) instanceof Yaml.Scalar key)) {
                throw new Refusal(place(event), Phrase.of("键必须是一个词", "a key has to be a word"));
            }
            entries.add(new Yaml.Entry(key, node(events.next(), depth + 1)));
        }
        return new Yaml.Mapping(place, List.copyOf(entries));
    }

    private Place place(Event event) {
        return place(file, event.getStartMark());
    }

    private static Place place(String file, Optional<Mark> mark) {
        return mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
                .orElse(new Place(file, 1, 1));
    }

    /** Leaves the recursion; never seen outside. */
    private static final class Refusal extends RuntimeException {
        private final transient YamlProblem problem;

        Refusal(Place place, Phrase message) {
            super(message.english(), null, false, false);
            this.problem = new YamlProblem(place, message);
        }
    }
}
