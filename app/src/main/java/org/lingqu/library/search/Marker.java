package org.lingqu.library.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lingqu.library.search.Highlighted.Mark;
import org.lingqu.library.search.Understood.Alternative;

/**
 * Finds in a text what was searched for. A term matches exactly where its characters stand in a row, so the folded text is searched for
 * them: no stored offsets and no second analysis.
 */
final class Marker {

    private static final int FRAGMENTS = 3;
    private static final int FRAGMENT = 110;
    private static final int MOST_MARKS = 500;
    private static final String SENTENCE_ENDS = "。！？；\n\r";

    private final Map<String, Integer> needles = new LinkedHashMap<>();
    private final Synonyms synonyms;

    Marker(Understood understood, Synonyms synonyms) {
        this.synonyms = synonyms;
        int term = 0;
        for (Understood.Term wanted : understood.wanted()) {
            needles.putIfAbsent(wanted.text(), term);
            for (Alternative other : wanted.alternatives()) {
                needles.putIfAbsent(other.text(), term);
            }
            term++;
        }
    }

    private record Found(int start, int end, int term) {}

    /** All of a short text, marked. */
    Highlighted whole(String text) {
        return marked(text, 0, text.length(), find(text));
    }

    /** The passages of a text that have the most of what was searched for; its beginning when it has nothing. */
    List<Highlighted> fragments(String text) {
        List<Found> found = find(text);
        if (found.isEmpty()) {
            return text.isEmpty() ? List.of() : List.of(marked(text, 0, end(text, 0), found));
        }
        var chosen = new ArrayList<int[]>();
        var told = new LinkedHashSet<Integer>();
        while (chosen.size() < FRAGMENTS) {
            int[] best = best(text, found, chosen, told);
            if (best.length == 0) {
                break;
            }
            chosen.add(best);
            found.stream()
                    .filter(f -> f.start() >= best[0] && f.end() <= best[1])
                    .forEach(f -> told.add(f.term()));
        }
        chosen.sort(Comparator.comparingInt(window -> window[0]));
        return chosen.stream()
                .map(window -> marked(text, window[0], window[1], found))
                .toList();
    }

    /** The window with the most terms that no other shows yet; empty when there is none left worth showing. */
    private static int[] best(String text, List<Found> found, List<int[]> chosen, Set<Integer> told) {
        int[] best = {};
        int most = 0;
        int looked = 0;
        for (int i = 0; i < found.size() && looked < 60; i++) {
            Found first = found.get(i);
            if (chosen.stream().anyMatch(w -> first.start() < w[1] && first.end() > w[0])) {
                continue;
            }
            looked++;
            int start = start(text, first.start(), chosen);
            int end = end(text, start);
            var here = new LinkedHashSet<Integer>();
            int marks = 0;
            for (int k = i; k < found.size() && found.get(k).end() <= end; k++) {
                marks++;
                if (!told.contains(found.get(k).term())) {
                    here.add(found.get(k).term());
                }
            }
            int worth = here.size() * 10 + Math.min(marks, 5);
            boolean fresh = !here.isEmpty() || chosen.size() < 2;
            if (fresh && marks > 0 && worth > most && chosen.stream().allMatch(w -> end <= w[0] || start >= w[1])) {
                most = worth;
                best = new int[] {start, end};
            }
        }
        return best;
    }

    /** Where the sentence begins, if that is near, and never inside a fragment that is shown already. */
    private static int start(String text, int at, List<int[]> chosen) {
        int earliest = Math.max(0, at - FRAGMENT / 3);
        for (int[] window : chosen) {
            if (window[1] <= at) {
                earliest = Math.max(earliest, window[1]);
            }
        }
        for (int i = at; i > earliest; i--) {
            if (SENTENCE_ENDS.indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return earliest < text.length() && Character.isLowSurrogate(text.charAt(earliest)) ? earliest + 1 : earliest;
    }

    private static int end(String text, int start) {
        int latest = Math.min(text.length(), start + FRAGMENT);
        if (latest == text.length()) {
            return latest;
        }
        for (int i = latest; i > start + FRAGMENT * 2 / 3; i--) {
            if (SENTENCE_ENDS.indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(latest)) ? latest - 1 : latest;
    }

    private static Highlighted marked(String text, int start, int end, List<Found> found) {
        var marks = new ArrayList<Mark>();
        int at = start;
        for (Found f : found) {
            int from = Math.max(f.start(), at);
            if (f.end() > from && f.end() <= end) {
                Mark last = marks.isEmpty() ? null : marks.getLast();
                if (last != null && last.end() == from - start) {
                    marks.set(marks.size() - 1, new Mark(last.start(), f.end() - start));
                } else {
                    marks.add(new Mark(from - start, f.end() - start));
                }
                at = f.end();
            }
        }
        return new Highlighted(text.substring(start, end), start, marks);
    }

    private List<Found> find(String text) {
        String folded = Fold.fold(text);
        var found = new ArrayList<Found>();
        needles.forEach((needle, term) -> {
            int at = folded.indexOf(needle);
            while (at >= 0 && found.size() < MOST_MARKS) {
                int end = at + needle.length();
                if (synonyms.isWord(folded, at, end) && !cutsNumber(folded, at, end)) {
                    found.add(new Found(at, end, term));
                }
                at = folded.indexOf(needle, end);
            }
        });
        found.sort(Comparator.comparingInt(Found::start)
                .thenComparing(Comparator.comparingInt(Found::end).reversed()));
        return found;
    }

    /** 46 is not in 46.8. */
    private static boolean cutsNumber(String text, int start, int end) {
        return (isDigit(text, start) && isPoint(text, start - 1) && isDigit(text, start - 2))
                || (isDigit(text, end - 1) && isPoint(text, end) && isDigit(text, end + 1));
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isPoint(String text, int at) {
        return at >= 0 && at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',');
    }
}
