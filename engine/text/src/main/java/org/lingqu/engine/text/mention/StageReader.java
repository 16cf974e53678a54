package org.lingqu.engine.text.mention;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.PolicyMention;
import org.lingqu.engine.text.lexicon.DataFile;

/** Tells from the sentence around a title how far the document has come. */
final class StageReader {

    private static final int BEFORE = 60;
    private static final int AFTER = 40;
    private static final List<Mark> MARKS = marks();
    private static final List<String> INTENTS = DataFile.words(StageReader.class, "intent-words.txt");

    /** @param behind whether the word stands behind the title */
    private record Mark(String word, boolean behind, PolicyMention.Stage stage) {}

    private StageReader() {}

    /**
     * @param masked the passage with every title blanked out
     * @param planned whether the section tells of what is still to be done
     */
    static PolicyMention.@Nullable Stage of(String masked, int start, int end, String title, boolean planned) {
        int from = Math.max(Clauses.sentenceStart(masked, start), start - BEFORE);
        int to = Math.min(Clauses.sentenceEnd(masked, end), end + AFTER);
        String before = masked.substring(from, start);
        String after = masked.substring(end, to);
        PolicyMention.Stage own = DocumentTitle.stage(title);
        if (own != null) {
            return own;
        }
        Mark verb = nearest(before);
        if (verb != null && verb.stage() == PolicyMention.Stage.ISSUED && (planned || intends(before, verb))) {
            return PolicyMention.Stage.PLANNED;
        }
        for (Mark mark : MARKS) {
            if (mark.behind() && after.contains(mark.word())) {
                boolean later = mark.stage() == PolicyMention.Stage.ISSUED && intends(after, mark);
                return later ? PolicyMention.Stage.PLANNED : stronger(mark, verb);
            }
        }
        return verb == null ? null : verb.stage();
    }

    /** Being issued says more than being obeyed; what is withdrawn or under review says more than either. */
    private static PolicyMention.Stage stronger(Mark behind, @Nullable Mark before) {
        return behind.stage() == PolicyMention.Stage.IN_FORCE && before != null ? before.stage() : behind.stage();
    }

    private static @Nullable Mark nearest(String before) {
        Mark best = null;
        int place = -1;
        for (Mark mark : MARKS) {
            int at = mark.behind() ? -1 : before.lastIndexOf(mark.word());
            int end = at + mark.word().length();
            if (at >= 0 && (end > place || (end == place && best != null && longer(mark, best)))) {
                best = mark;
                place = end;
            }
        }
        return best;
    }

    private static boolean longer(Mark mark, Mark other) {
        return mark.word().length() > other.word().length();
    }

    /** Whether a word of intent stands close before the verb: 加快推动出台, 拟于年内印发. */
    private static boolean intends(String words, Mark verb) {
        int at = words.lastIndexOf(verb.word());
        String lead = words.substring(Math.max(0, at - 8), at + verb.word().length());
        for (String intent : INTENTS) {
            int place = lead.indexOf(intent);
            if (place >= 0 && lead.indexOf('，', place) < 0) {
                return true;
            }
        }
        return false;
    }

    private static List<Mark> marks() {
        var marks = new ArrayList<Mark>();
        for (String[] row : DataFile.rows(StageReader.class, "stage-words.tsv")) {
            marks.add(new Mark(row[0], row[1].equals("A"), PolicyMention.Stage.valueOf(row[2])));
        }
        return List.copyOf(marks);
    }
}
