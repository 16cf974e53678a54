package org.lingqu.library.version;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lingqu.library.version.Change.Place;
import org.lingqu.library.version.Tokens.Token;

/** The edits that turn one text into another: paragraphs first, then inside those that changed. */
final class TextEdits {

    /** Beyond, two passages that have nothing in common would be compared for seconds only to say so. */
    private static final int MOST_TOKENS = 6_000;

    private TextEdits() {}

    /** What to replace by what; the tokens of both are kept, for numbers. */
    record Edit(Place before, Place after, List<Token> was, List<Token> now) {}

    static List<Edit> between(String older, String newer) {
        List<String> oldLines = lines(older);
        List<String> newLines = lines(newer);
        int[] oldStarts = starts(oldLines);
        int[] newStarts = starts(newLines);
        var edits = new ArrayList<Edit>();
        for (Change block : diff(oldLines, newLines)) {
            int oldStart = oldStarts[block.startOriginal];
            int newStart = newStarts[block.startRevised];
            inside(
                    older.substring(oldStart, oldStarts[block.endOriginal]),
                    newer.substring(newStart, newStarts[block.endRevised]),
                    oldStart,
                    newStart,
                    edits);
        }
        return edits;
    }

    private static void inside(String older, String newer, int oldStart, int newStart, List<Edit> edits) {
        List<Token> oldTokens = Tokens.of(older);
        List<Token> newTokens = Tokens.of(newer);
        int[] oldStarts = starts(texts(oldTokens));
        int[] newStarts = starts(texts(newTokens));
        List<Change> blocks = oldTokens.size() + newTokens.size() > MOST_TOKENS
                ? List.of(new Change(DeltaType.CHANGE, 0, oldTokens.size(), 0, newTokens.size()))
                : joined(diff(texts(oldTokens), texts(newTokens)), oldTokens);
        for (Change block : blocks) {
            edits.add(new Edit(
                    place(oldStarts, block.startOriginal, block.endOriginal, oldStart),
                    place(newStarts, block.startRevised, block.endRevised, newStart),
                    oldTokens.subList(block.startOriginal, block.endOriginal),
                    newTokens.subList(block.startRevised, block.endRevised)));
        }
    }

    private static Place place(int[] starts, int from, int to, int offset) {
        return new Place(offset + starts[from], offset + starts[to]);
    }

    /** Edits with only a character or two between them are one, unless a number is: that stays alone. */
    private static List<Change> joined(List<Change> blocks, List<Token> older) {
        var joined = new ArrayList<Change>();
        for (Change block : blocks) {
            Change last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && block.startOriginal - last.endOriginal <= 2
                    && older.subList(last.startOriginal, block.endOriginal).stream()
                            .noneMatch(Tokens.Token::isNumber)
                    && older.subList(last.endOriginal, block.startOriginal).stream()
                            .allMatch(TextEdits::isWord)) {
                joined.set(joined.size() - 1, spanning(last, block));
            } else {
                joined.add(block);
            }
        }
        return joined;
    }

    private static boolean isWord(Token token) {
        return Character.isLetter(token.text().codePointAt(0));
    }

    /** In order. Equal strings get equal numbers first: comparing those is what the algorithm does all the time. */
    private static List<Change> diff(List<String> older, List<String> newer) {
        Map<String, Integer> numbers = new HashMap<>();
        List<Integer> oldNumbers = older.stream()
                .map(s -> numbers.computeIfAbsent(s, x -> numbers.size()))
                .toList();
        List<Integer> newNumbers = newer.stream()
                .map(s -> numbers.computeIfAbsent(s, x -> numbers.size()))
                .toList();
        int head = 0;
        int common = Math.min(oldNumbers.size(), newNumbers.size());
        while (head < common && oldNumbers.get(head).equals(newNumbers.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < common - head
                && oldNumbers.get(oldNumbers.size() - 1 - tail).equals(newNumbers.get(newNumbers.size() - 1 - tail))) {
            tail++;
        }
        int skipped = head;
        return touching(new MyersDiffWithLinearSpace<Integer>()
                        .computeDiff(
                                oldNumbers.subList(head, oldNumbers.size() - tail),
                                newNumbers.subList(head, newNumbers.size() - tail),
                                null)
                        .stream()
                        .map(c -> new Change(
                                c.deltaType,
                                c.startOriginal + skipped,
                                c.endOriginal + skipped,
                                c.startRevised + skipped,
                                c.endRevised + skipped))
                        .sorted(Comparator.<Change>comparingInt(c -> c.startOriginal)
                                .thenComparingInt(c -> c.startRevised))
                        .toList());
    }

    /** What is taken out and what is put in at the same place are one change. */
    private static List<Change> touching(List<Change> blocks) {
        var merged = new ArrayList<Change>();
        for (Change block : blocks) {
            Change last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && last.endOriginal == block.startOriginal && last.endRevised == block.startRevised) {
                merged.set(merged.size() - 1, spanning(last, block));
            } else {
                merged.add(block);
            }
        }
        return merged;
    }

    private static Change spanning(Change first, Change last) {
        return new Change(DeltaType.CHANGE, first.startOriginal, last.endOriginal, first.startRevised, last.endRevised);
    }

    private static List<String> texts(List<Token> tokens) {
        return tokens.stream().map(Token::text).toList();
    }

    /** With their line feeds, so that put together they are the text. */
    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(at, end));
            at = end;
        }
        return lines;
    }

    private static int[] starts(List<String> parts) {
        var starts = new int[parts.size() + 1];
        for (int i = 0; i < parts.size(); i++) {
            starts[i + 1] = starts[i] + parts.get(i).length();
        }
        return starts;
    }
}
