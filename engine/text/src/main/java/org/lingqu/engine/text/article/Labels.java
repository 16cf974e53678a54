package org.lingqu.engine.text.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.source.Line;
import org.lingqu.engine.text.source.Markup;
import org.lingqu.engine.text.trace.TracedText;

/** Finds named values around an article. */
final class Labels {

    private static final int LONGEST_LABEL = 8;
    private static final int LONGEST_LINE = 400;

    private final Map<String, Field.Name> names = new HashMap<>();
    private final Map<String, Field.Name> metaNames = new HashMap<>();

    /** Where a label stands: from its first character to the one after the colon. */
    private record Label(Field.Name name, int start, int end) {}

    Labels() {
        for (String[] row : DataFile.rows("labels.tsv", 2)) {
            for (String label : DataFile.words(row[1])) {
                names.put(label, Field.Name.valueOf(row[0].toUpperCase(Locale.ROOT)));
            }
        }
        for (String[] row : DataFile.rows("meta-names.tsv", 2)) {
            for (String label : DataFile.words(row[1])) {
                metaNames.put(label, Field.Name.valueOf(row[0].toUpperCase(Locale.ROOT)));
            }
        }
    }

    /** The values on the lines {@code [from, to)}, in order. */
    List<Field> read(List<Line> lines, int from, int to) {
        var fields = new ArrayList<Field>();
        for (int i = from; i < to; i++) {
            String text = lines.get(i).text().toString();
            if (text.length() > LONGEST_LINE) {
                continue;
            }
            List<Label> labels = labels(text);
            for (int k = 0; k < labels.size(); k++) {
                Label label = labels.get(k);
                int end = k + 1 < labels.size() ? labels.get(k + 1).start() : text.length();
                Field field = field(label.name(), i, text, label.end(), end);
                boolean last = k + 1 == labels.size();
                field = field == null && last && i + 1 < to ? nextLine(label.name(), lines, i + 1) : field;
                if (field != null) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    /** The values in the head of an HTML page. */
    List<Field> meta(List<Line> lines) {
        var fields = new ArrayList<Field>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Field.Name name = line.markup().role() == Markup.Role.META
                    ? metaNames.get(line.markup().hint())
                    : null;
            if (name != null) {
                fields.add(new Field(name, i, 0, line.text().length()));
            }
        }
        return fields;
    }

    private @Nullable Field nextLine(Field.Name name, List<Line> lines, int next) {
        String text = lines.get(next).text().toString();
        boolean anotherLabel = !labels(text).isEmpty();
        return anotherLabel || text.length() > 200 ? null : field(name, next, text, 0, text.length());
    }

    private static @Nullable Field field(Field.Name name, int line, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isPadding(text.charAt(start))) {
            start++;
        }
        while (end > start && isPadding(text.charAt(end - 1))) {
            end--;
        }
        return start < end ? new Field(name, line, start, end) : null;
    }

    private static boolean isPadding(char c) {
        return TracedText.isSpace(c) || c == '|' || c == '｜' || c == ';' || c == '；' || c == ',' || c == '，';
    }

    private List<Label> labels(String text) {
        var found = new ArrayList<Label>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '：' || c == ':') {
                Label label = endingAt(text, i, from);
                if (label != null) {
                    found.add(label);
                    from = i + 1;
                }
            }
        }
        return found;
    }

    private @Nullable Label endingAt(String text, int colon, int from) {
        var label = new StringBuilder();
        Label best = null;
        for (int i = colon - 1; i >= from && label.length() < LONGEST_LABEL; i--) {
            char c = text.charAt(i);
            if (TracedText.isSpace(c)) {
                continue;
            }
            label.insert(0, c);
            Field.Name name = names.get(label.toString());
            if (name != null) {
                best = new Label(name, i, colon + 1);
            }
        }
        return best;
    }
}
