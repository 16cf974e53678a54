package org.lingqu.engine.text.suspicion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.Warning;
import org.lingqu.engine.text.WarningCode;
import org.lingqu.engine.text.repair.RepairedPage;
import org.lingqu.engine.text.source.DecodedPage;
import org.lingqu.engine.text.source.Line;
import org.lingqu.engine.text.trace.TracedText;

/**
 * Words that somebody who had no right to spliced into a page: advertising for gambling or pornography as a line of its own, before
 * or behind a title, in place of a signature, or in markup that no reader sees. A page that speaks of gambling on
 * purpose, as the police do, is left alone: there the words stand inside sentences.
 *
 * @param page the page without them, for the readers that follow
 * @param words where each of them stands in the file, in order
 * @param warnings one a word
 */
public record SplicedWords(RepairedPage page, List<Span> words, List<Warning> warnings) {

    private static final String SEPARATORS = "-_—–|｜·•,，、.。:：;；/\\>»<《》【】[]()（）\"'“”=~!！";

    /** A page may hold any number; this many are enough to say so. */
    private static final int MOST_WORDS = 2000;

    private static final Comparator<Span> BY_PLACE =
            Comparator.comparingInt(Span::start).thenComparingInt(Span::end);

    public SplicedWords {
        words = List.copyOf(words);
        warnings = List.copyOf(warnings);
    }

    /** Looks through a page. Never throws. */
    public static SplicedWords find(DecodedPage source, RepairedPage page) {
        var search = new Search(page.lines());
        search.lookBehind(source);
        return search.nothing() ? new SplicedWords(page, List.of(), List.of()) : search.result(page);
    }

    /** One hit in a line. */
    private record Found(int line, SpamLexicon.Hit hit, boolean apart) {}

    private static final class Search {

        private final SpamLexicon lexicon = SpamLexicon.standard();
        private final List<Line> lines;
        private final List<Found> found = new ArrayList<>();
        private final List<Span> hidden = new ArrayList<>();
        private boolean topical;
        private boolean proven;

        Search(List<Line> lines) {
            this.lines = lines;
            for (int i = 0; i < lines.size(); i++) {
                String text = lines.get(i).text().toString();
                List<SpamLexicon.Hit> hits = lexicon.find(text);
                for (int k = 0; k < hits.size() && found.size() < MOST_WORDS; k++) {
                    found.add(new Found(i, hits.get(k), isApart(text, hits, k)));
                }
                topical |= !hits.isEmpty() && lexicon.isTopic(text);
            }
            proven = found.stream().anyMatch(this::proves);
        }

        private boolean proves(Found f) {
            return switch (f.hit().kind()) {
                case STRONG -> f.apart() || !topical;
                case EDGE -> f.apart();
                case BRAND, TOPIC, HEAD, TAIL, NOT -> false;
            };
        }

        boolean nothing() {
            return !proven && hidden.isEmpty();
        }

        /** Where a page is proven hijacked, words inside sentences were spliced in as well, unless it speaks of them. */
        private boolean isSpliced(Found f) {
            return switch (f.hit().kind()) {
                case STRONG -> f.apart() || !topical;
                case EDGE -> f.apart() || !topical;
                case TOPIC -> f.apart() && !topical;
                case BRAND, HEAD, TAIL, NOT -> false;
            };
        }

        /** Looks for words in the source of an HTML page that no line shows: hidden blocks, attributes, comments. */
        void lookBehind(DecodedPage source) {
            if (source.format() != DecodedPage.Format.HTML) {
                return;
            }
            String text = source.text();
            List<SpamLexicon.Hit> hits = lexicon.find(text);
            int units = 0;
            int points = 0;
            for (int k = 0; k < hits.size() && hidden.size() < MOST_WORDS; k++) {
                SpamLexicon.Hit hit = hits.get(k);
                points += text.codePointCount(units, hit.start());
                units = hit.start();
                boolean counts = hit.kind() == SpamLexicon.Kind.STRONG || hit.kind() == SpamLexicon.Kind.EDGE;
                if (counts && isApart(text, hits, k) && !topical) {
                    hidden.add(new Span(points, points + text.codePointCount(hit.start(), hit.end())));
                }
            }
        }

        SplicedWords result(RepairedPage page) {
            var cut = new ArrayList<Line>(lines.size());
            var words = new ArrayList<Span>();
            int next = 0;
            for (int i = 0; i < lines.size(); i++) {
                var here = new ArrayList<SpamLexicon.Hit>();
                while (next < found.size() && found.get(next).line() == i) {
                    Found f = found.get(next++);
                    if (proven && isSpliced(f)) {
                        here.add(f.hit());
                        words.add(lines.get(i)
                                .text()
                                .span(f.hit().start(), f.hit().end()));
                    }
                }
                TracedText left = here.isEmpty()
                        ? lines.get(i).text()
                        : without(lines.get(i).text(), here);
                if (!left.isEmpty()) {
                    cut.add(here.isEmpty() ? lines.get(i) : lines.get(i).with(left));
                }
            }
            words.sort(BY_PLACE);
            var shown = List.copyOf(words);
            for (Span span : hidden) {
                if (!covered(shown, span)) {
                    words.add(span);
                }
            }
            words.sort(BY_PLACE);
            var warnings = words.stream()
                    .map(w -> new Warning(WarningCode.HIJACKED, w, "此处被插入与正文无关的赌博或色情推广词，已从标题、正文和落款中剔除"))
                    .toList();
            return new SplicedWords(
                    new RepairedPage(page.script(), cut, page.repairs(), page.warnings()), words, warnings);
        }

        private static boolean covered(List<Span> sorted, Span span) {
            int at = Collections.binarySearch(sorted, span, BY_PLACE);
            int before = at >= 0 ? at : -at - 2;
            boolean atOrBefore = before >= 0 && sorted.get(before).overlaps(span);
            return atOrBefore
                    || (before + 1 < sorted.size() && sorted.get(before + 1).overlaps(span));
        }

        /** The line without the words and without the separators that only parted them from the rest. */
        private static TracedText without(TracedText text, List<SpamLexicon.Hit> hits) {
            var builder = new TracedText.Builder(text.length());
            int at = 0;
            for (SpamLexicon.Hit hit : hits) {
                builder.append(text, at, hit.start());
                at = hit.end();
            }
            builder.append(text, at, text.length());
            TracedText left = builder.build().strip();
            boolean first = hits.getFirst().start() == 0;
            boolean last = hits.getLast().end() == text.length();
            int start = 0;
            int end = left.length();
            while (first && start < end && isBreak(left.charAt(start), "《【（(“\"[")) {
                start++;
            }
            while (last && end > start && isBreak(left.charAt(end - 1), "》】）)”\"]。！!")) {
                end--;
            }
            return left.subSequence(start, end);
        }

        private static boolean isBreak(char c, String butNot) {
            return TracedText.isSpace(c) || (SEPARATORS.indexOf(c) >= 0 && butNot.indexOf(c) < 0);
        }
    }

    /** Whether separators, the ends of the line or other hits part a hit from the rest on both sides. */
    private static boolean isApart(String text, List<SpamLexicon.Hit> hits, int index) {
        SpamLexicon.Hit hit = hits.get(index);
        boolean openBefore = hit.start() == 0
                || isSeparator(text.charAt(hit.start() - 1))
                || (index > 0 && hits.get(index - 1).end() == hit.start());
        boolean openAfter = hit.end() == text.length()
                || isSeparator(text.charAt(hit.end()))
                || text.startsWith("关于", hit.end())
                || (index + 1 < hits.size() && hits.get(index + 1).start() == hit.end());
        return openBefore && openAfter && !inSentence(text, hit);
    }

    private static boolean isSeparator(char c) {
        return TracedText.isSpace(c) || SEPARATORS.indexOf(c) >= 0;
    }

    /** A list such as 赌博、色情、毒品 within a sentence, or a word in quotation marks, is something the text speaks of. */
    private static boolean inSentence(String text, SpamLexicon.Hit hit) {
        char before = hit.start() == 0 ? ' ' : text.charAt(hit.start() - 1);
        char after = hit.end() == text.length() ? ' ' : text.charAt(hit.end());
        return "、，,“《（(".indexOf(before) >= 0 && "、，。；,”》）)".indexOf(after) >= 0;
    }
}
