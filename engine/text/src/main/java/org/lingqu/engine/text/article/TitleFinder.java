package org.lingqu.engine.text.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.source.Markup;
import org.lingqu.engine.text.trace.TracedText;

/**
 * Finds the title. What names itself one comes first (a field 标题); then the line in front of the body that the
 * document's own title repeats; then headings; then, as in scraped text, the line above source and date.
 */
final class TitleFinder {

    private static final int LONGEST = 120;
    private static final int REACH = 500;

    private final TitleWords words;
    private final PersonLines people;

    TitleFinder(TitleWords words, PersonLines people) {
        this.words = words;
        this.people = people;
    }

    @Nullable Title find(List<Sense> senses, Body body, List<Field> fields) {
        for (Field field : fields) {
            if (field.name() == Field.Name.TITLE
                    && !isMeta(senses.get(field.line()))
                    && field.end() - field.start() >= 2) {
                return whole(senses.get(field.line()), field.line(), field.start(), field.end());
            }
        }
        Title repeated = repeated(senses, body, fields);
        if (repeated != null) {
            return repeated;
        }
        Title heading = heading(senses, body);
        if (heading != null) {
            return heading;
        }
        Title above = above(senses, body);
        return above != null ? above : announced(senses, fields);
    }

    /** A line, or several, in front of the body that what stands higher up repeats with a site's name behind it. */
    private @Nullable Title repeated(List<Sense> senses, Body body, List<Field> fields) {
        var targets = new ArrayList<String>();
        for (int i = 0; i < body.start(); i++) {
            Sense sense = senses.get(i);
            boolean first = i < 3 && senses.getFirst().markup().role() == Markup.Role.TEXT;
            if (sense.markup().role() == Markup.Role.DOCUMENT_TITLE || first) {
                targets.add(sense.squeezed());
            }
        }
        fields.stream()
                .filter(field -> field.name() == Field.Name.TITLE && isMeta(senses.get(field.line())))
                .forEach(field -> targets.add(senses.get(field.line()).squeezed()));
        Title best = null;
        for (int i = Math.max(0, body.start() - REACH); i < body.start(); i++) {
            Sense sense = senses.get(i);
            if (!isCandidate(sense) || sense.isLink() || words.isSite(sense.squeezed())) {
                continue;
            }
            for (String target : targets) {
                int last = runOf(senses, i, body.start(), target);
                if (last >= i && lengthOf(senses, i, last) >= 6) {
                    Title title = joined(senses, i, last);
                    best = best == null
                                    || title.words().length() >= best.words().length()
                            ? title
                            : best;
                }
            }
        }
        return best;
    }

    /** The last of the lines from {@code first} that together are in the target, or -1. */
    private static int runOf(List<Sense> senses, int first, int end, String target) {
        int at = target.indexOf(senses.get(first).squeezed());
        boolean itself = target.equals(senses.get(first).squeezed()) && first < 3 && isFirstOfItsKind(senses, first);
        if (at < 0 || itself) {
            return -1;
        }
        int next = at + senses.get(first).length();
        int last = first;
        while (last + 1 < end
                && senses.get(last + 1).length() > 1
                && target.startsWith(senses.get(last + 1).squeezed(), next)) {
            last++;
            next += senses.get(last).length();
        }
        return last;
    }

    /** A line of scraped text does not repeat itself. */
    private static boolean isFirstOfItsKind(List<Sense> senses, int line) {
        return senses.get(line).markup().role() == Markup.Role.TEXT
                && senses.get(line).markup().container() == 0;
    }

    private @Nullable Title heading(List<Sense> senses, Body body) {
        int best = -1;
        int bestRank = 0;
        for (int i = 0; i < body.start(); i++) {
            Sense sense = senses.get(i);
            if (!isCandidate(sense) || sense.isLink() || sense.length() < 5) {
                continue;
            }
            int level = sense.markup().headingLevel();
            boolean hinted =
                    sense.markup().hint().contains("title") && sense.markup().container() > 0;
            int rank = level == 0 ? (hinted ? 2 : 0) : 8 - level + (hinted ? 2 : 0);
            if (rank > 0 && rank >= bestRank) {
                best = i;
                bestRank = rank;
            }
        }
        return best < 0
                ? null
                : whole(
                        senses.get(best),
                        best,
                        0,
                        senses.get(best).line().text().length());
    }

    /** The line above source and date, or above the body. */
    private @Nullable Title above(List<Sense> senses, Body body) {
        int anchor = body.start();
        for (int i = body.start() - 1; i >= Math.max(0, body.start() - 14); i--) {
            Sense sense = senses.get(i);
            if (sense.isByline() || isSubtitle(sense)) {
                anchor = i;
            }
        }
        int best = -1;
        double bestScore = 0;
        for (int i = anchor - 1; i >= Math.max(0, anchor - 8); i--) {
            Sense sense = senses.get(i);
            if (isCandidate(sense) && !sense.isLink()) {
                double score = score(sense) - (anchor - i) * 0.4;
                if (score > bestScore) {
                    best = i;
                    bestScore = score;
                }
            }
        }
        if (best < 0) {
            return null;
        }
        int first = best;
        while (first > 0 && best - first < 3 && continues(senses, first - 1, first)) {
            first--;
        }
        return joined(senses, first, best);
    }

    /** A long title is set in several lines: the upper one stops in the middle of a phrase. */
    private boolean continues(List<Sense> senses, int upper, int lower) {
        Sense above = senses.get(upper);
        Sense below = senses.get(lower);
        boolean opened = below.squeezed().indexOf('关') < 0 && words.isPaper(below.squeezed());
        return opened
                && isCandidate(above)
                && !above.isLink()
                && !words.isPaper(above.squeezed())
                && (above.squeezed().contains("关于") || above.squeezed().contains("对"));
    }

    private double score(Sense sense) {
        double score = Math.min(sense.length(), 20) / 10.0;
        if (sense.length() < 5) {
            score -= 1;
        }
        if (words.isPaper(sense.squeezed())) {
            score += 2;
        }
        if (words.isOffice(sense.squeezed())) {
            score -= 3;
        }
        return people.isPerson(sense) ? score - 3 : score;
    }

    /** {@code （某年某月某日在…会议上）}, {@code ——副标题}. */
    private static boolean isSubtitle(Sense sense) {
        String text = sense.squeezed();
        boolean bracketed =
                (text.startsWith("（") || text.startsWith("(")) && (text.endsWith("）") || text.endsWith(")"));
        return text.startsWith("——") || (bracketed && WrittenDate.find(text, 0) != null);
    }

    private static boolean isCandidate(Sense sense) {
        return sense.words() == null
                && sense.date() == null
                && sense.number() == null
                && !sense.figure()
                && !isMeta(sense)
                && sense.markup().role() != Markup.Role.DOCUMENT_TITLE
                && sense.length() >= 4
                && sense.length() <= LONGEST
                && !isSubtitle(sense)
                && !isMenu(sense)
                && !(sense.ended() && sense.prose() && sense.length() > 60);
    }

    /** Many short words with spaces between them. */
    private static boolean isMenu(Sense sense) {
        String text = sense.text();
        int gaps = 0;
        for (int i = 1; i < text.length(); i++) {
            gaps += TracedText.isSpace(text.charAt(i)) && !TracedText.isSpace(text.charAt(i - 1)) ? 1 : 0;
        }
        return gaps >= 4 && sense.length() <= 7 * (gaps + 1);
    }

    /** What the document says of itself, when nothing on the page repeats it. */
    private @Nullable Title announced(List<Sense> senses, List<Field> fields) {
        for (Field field : fields) {
            if (field.name() == Field.Name.TITLE) {
                return whole(senses.get(field.line()), field.line(), field.start(), field.end());
            }
        }
        for (int i = 0; i < senses.size(); i++) {
            Sense sense = senses.get(i);
            boolean first = i == 0
                    && isCandidate(sense)
                    && !words.withoutSite(sense.text()).equals(sense.text());
            boolean documentTitle = first || sense.markup().role() == Markup.Role.DOCUMENT_TITLE;
            if (documentTitle && sense.length() >= 4 && isWritten(sense)) {
                return whole(sense, i, 0, sense.line().text().length());
            }
        }
        return null;
    }

    /** Chinese, not a file name. */
    private static boolean isWritten(Sense sense) {
        return sense.squeezed().chars().anyMatch(c -> c >= 0x4e00 && c <= 0x9fff);
    }

    private static boolean isMeta(Sense sense) {
        return sense.markup().role() == Markup.Role.META;
    }

    private Title joined(List<Sense> senses, int first, int last) {
        if (first == last) {
            return whole(
                    senses.get(first), first, 0, senses.get(first).line().text().length());
        }
        var title = new StringBuilder();
        for (int i = first; i <= last; i++) {
            title.append(senses.get(i).text());
        }
        Span from = senses.get(first).line().text().span();
        Span to = senses.get(last).line().text().span();
        var span = new Span(from.start(), Math.max(from.end(), to.end()));
        return new Title(title.toString(), span, first, last);
    }

    private Title whole(Sense sense, int line, int from, int to) {
        TracedText text = sense.line().text();
        String all = text.toString().substring(from, to);
        String cleaned = TitleDecoration.strip(words.withoutSite(all));
        int start = all.indexOf(cleaned);
        int begin = start < 0 || cleaned.isEmpty() ? from : from + start;
        int end = start < 0 || cleaned.isEmpty() ? to : begin + cleaned.length();
        begin = Splice.afterPrefix(text.toString(), begin, end, words);
        return new Title(text.toString().substring(begin, end), text.span(begin, end), line, line);
    }

    private static int lengthOf(List<Sense> senses, int first, int last) {
        int length = 0;
        for (int i = first; i <= last; i++) {
            length += senses.get(i).length();
        }
        return length;
    }
}
