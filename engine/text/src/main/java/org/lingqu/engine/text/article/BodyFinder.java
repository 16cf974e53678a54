package org.lingqu.engine.text.article;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.CutPart;
import org.lingqu.engine.text.source.Containers;
import org.lingqu.engine.text.source.Markup;

/**
 * Finds the body among the lines of a page. In HTML it is first the block with the greatest sum of {@link Scores}, then,
 * as in scraped text, the run of lines with the greatest sum in it (Kadane's maximum subarray; compare the tag-free
 * text-density methods of Kohlschütter et al., WSDM 2010). Its ends are then moved to where the words say that the
 * article begins and ends. Everything is linear in the page.
 */
final class BodyFinder {

    private static final int LEAST_BEFORE_END = 40;
    private static final int MOST_ABOVE_HEAD = 200;
    private static final int LONGEST_REST = 14;

    private final List<Sense> senses;
    private final Containers containers;
    private final int[] scores;
    private final PersonLines people;
    /** The block the body was found in, 0 for all of the page. */
    private int container;
    /** The first line that announces other articles, -1 when none does. */
    private int foreignFrom = -1;

    private BodyFinder(List<Sense> senses, Containers containers, PersonLines people) {
        this.senses = senses;
        this.containers = containers;
        this.scores = Scores.of(senses);
        this.people = people;
    }

    static Body find(List<Sense> senses, Containers containers, PersonLines people) {
        return new BodyFinder(senses, containers, people).find();
    }

    private Body find() {
        int[] run = containers.count() > 1 ? inBestContainer() : bestRun(0, senses.size());
        if (run[0] == run[1]) {
            return new Body(0, 0, outside(0, 0, 0), 0);
        }
        int start = afterHead(run[0], run[1]);
        int end = teasers(start, ended(start, run[1]));
        start = backward(start);
        end = trimEnd(start, end < run[1] ? end : forward(start, end));
        int signature = Signature.begin(senses, start, end);
        return new Body(start, end, outside(start, end, signature), signature);
    }

    private int[] inBestContainer() {
        long[] sums = new long[containers.count()];
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > -1000) {
                sums[senses.get(i).markup().container()] += scores[i];
            }
        }
        for (int c = sums.length - 1; c > 0; c--) {
            sums[containers.parent(c)] += sums[c];
        }
        int best = 0;
        for (int c = 1; c < sums.length; c++) {
            if (sums[c] >= sums[best]) {
                best = c;
            }
        }
        container = best;
        int from = 0;
        while (from < senses.size() && !isInside(from)) {
            from++;
        }
        int to = senses.size();
        while (to > from && !isInside(to - 1)) {
            to--;
        }
        int[] run = bestRun(from, to);
        if (run[0] == run[1]) {
            container = 0;
            return bestRun(0, senses.size());
        }
        return run;
    }

    private boolean isInside(int line) {
        Markup markup = senses.get(line).markup();
        return markup.role() != Markup.Role.META
                && markup.role() != Markup.Role.DOCUMENT_TITLE
                && containers.isWithin(markup.container(), container);
    }

    /** The lines {@code [from, to)} that have the greatest sum; empty when no sum is above zero. */
    private int[] bestRun(int from, int to) {
        int[] best = {from, from};
        long bestSum = 0;
        long sum = 0;
        long prose = 0;
        int start = from;
        boolean over = false;
        for (int i = from; i < to; i++) {
            LineWords.Meaning words = senses.get(i).words();
            over |= container == 0
                    && words != null
                    && words.ends()
                    && words.why() != CutPart.Why.BYLINE
                    && prose >= LEAST_BEFORE_END;
            // what follows a disclaimer or 相关新闻 counts for less, or a long tail outweighs a short article
            sum += over && scores[i] > 0 ? scores[i] / 4 : scores[i];
            prose += senses.get(i).prose() ? senses.get(i).length() : 0;
            if (sum > bestSum) {
                bestSum = sum;
                best = new int[] {start, i + 1};
            }
            if (sum <= 0) {
                sum = 0;
                start = i + 1;
            }
        }
        return best;
    }

    /** A slogan or summary above source and date is not yet the article. */
    private int afterHead(int start, int end) {
        long all = 0;
        for (int i = start; i < end; i++) {
            all += senses.get(i).prose() ? senses.get(i).length() : 0;
        }
        int begin = start;
        long before = 0;
        for (int i = start; i + 1 < end && before <= Math.min(MOST_ABOVE_HEAD, all / 5); i++) {
            Sense sense = senses.get(i);
            if (sense.is(CutPart.Why.BYLINE) && i > start) {
                begin = i + 1;
            }
            before += sense.prose() && sense.words() == null ? sense.length() : 0;
        }
        while (begin > start && begin + 1 < end && isRemainder(senses.get(begin))) {
            begin++;
        }
        return begin;
    }

    /** A counter or label that still belongs to the lines around the title. */
    private static boolean isRemainder(Sense sense) {
        return !sense.prose() && (sense.figure() || Scores.isForeign(sense));
    }

    /** The first line that says the article is over, if enough of it lies before. */
    private int ended(int start, int end) {
        long all = 0;
        for (int i = start; i < end; i++) {
            all += senses.get(i).prose() && senses.get(i).words() == null
                    ? senses.get(i).length()
                    : 0;
        }
        long before = 0;
        for (int i = start; i < end; i++) {
            Sense sense = senses.get(i);
            LineWords.Meaning words = sense.words();
            if (words == null) {
                before += sense.prose() ? sense.length() : 0;
                continue;
            }
            boolean weak = words.why() == CutPart.Why.BYLINE || words.why() == CutPart.Why.FURNITURE;
            long needed = weak ? (all - before) / 2 : (all - before) / 6;
            if (words.ends() && before >= Math.max(LEAST_BEFORE_END, needed)) {
                return i;
            }
        }
        return end;
    }

    /** Dates alone on their lines, each after words that break off: other articles are announced from here on. */
    private int teasers(int start, int end) {
        int first = -1;
        int count = 0;
        for (int i = start + 1; i < Math.min(end + 2, senses.size()); i++) {
            Sense before = senses.get(i - 1);
            boolean brokenOff = !before.ended() && before.length() >= 20 && before.heading() == null;
            if (senses.get(i).date() != null && brokenOff) {
                first = count++ == 0 ? i - 1 : first;
            }
        }
        if (count < 2 || first >= end) {
            return end;
        }
        boolean titled = first > start + 1 && !senses.get(first - 1).prose();
        foreignFrom = titled ? first - 1 : first;
        return foreignFrom;
    }

    private int backward(int from) {
        int start = from;
        while (start > 0) {
            Sense sense = senses.get(start - 1);
            boolean opens =
                    sense.isSalutation() || (sense.heading() != null && sense.length() <= 40) || breaksOff(sense);
            if (!opens || Scores.isForeign(sense) || !isInside(start - 1)) {
                break;
            }
            start--;
        }
        int anchor = start - 1;
        while (anchor >= 0 && anchor >= start - 4 && isPlain(anchor) && !people.isPerson(senses.get(anchor))) {
            anchor--;
        }
        boolean afterByline =
                anchor >= 0 && anchor < start - 1 && senses.get(anchor).isByline() && isInside(start - 1);
        return afterByline && senses.get(anchor).words() != null ? anchor + 1 : start;
    }

    /** A bracket that the next line closes: one sentence in two lines. */
    private static boolean breaksOff(Sense sense) {
        int open = Math.max(sense.squeezed().lastIndexOf('（'), sense.squeezed().lastIndexOf('('));
        int close = Math.max(sense.squeezed().lastIndexOf('）'), sense.squeezed().lastIndexOf(')'));
        return open > close && !sense.ended();
    }

    private boolean isPlain(int line) {
        Sense sense = senses.get(line);
        return sense.words() == null
                && sense.date() == null
                && sense.number() == null
                && !sense.isLink()
                && isInside(line);
    }

    private int forward(int start, int from) {
        int end = from;
        boolean html = containers.count() > 1;
        int limit = html ? senses.size() : Math.min(senses.size(), afterShortRest(from));
        while (end < senses.size()) {
            Sense sense = senses.get(end);
            boolean inTable = sense.figure() || scores[end] == 0;
            boolean plain = isPlain(end) || (isInside(end) && (sense.date() != null || isRemark(end)));
            boolean taken = plain && (end < limit || inTable || sense.heading() != null);
            if (!taken || (sense.prose() && !html && end >= limit)) {
                break;
            }
            end++;
        }
        return Math.max(end, start);
    }

    /** Where scraped text ends or says that the article does, if only a few lines away, or where somebody signs. */
    private int afterShortRest(int from) {
        int signed = from;
        int i = from;
        int strange = 0;
        while (i < senses.size() && i < from + LONGEST_REST && (isPlainOrDate(i) || isRemark(i))) {
            boolean date = i > from && senses.get(i).date() != null && Signature.isName(senses.get(i - 1));
            signed = date ? i + 1 : signed;
            strange += isRemark(i) ? 0 : 1;
            i++;
        }
        LineWords.Meaning next = i < senses.size() ? senses.get(i).words() : null;
        boolean over = strange <= 4 && (i == senses.size() || (next != null && next.ends()));
        return over ? i : signed;
    }

    /** Whom to call, and what may stand between an article and its signature. */
    private boolean isRemark(int line) {
        Sense sense = senses.get(line);
        LineWords.Meaning words = sense.words();
        return words != null
                && !words.ends()
                && (words.why() == CutPart.Why.CONTACT || words.why() == CutPart.Why.CAPTION);
    }

    private boolean isPlainOrDate(int line) {
        return isPlain(line) || senses.get(line).date() != null;
    }

    private int trimEnd(int start, int from) {
        int end = from;
        while (end > start
                && Scores.isForeign(senses.get(end - 1))
                && !senses.get(end - 1).prose()) {
            end--;
        }
        return end;
    }

    private CutPart.@Nullable Why[] outside(int start, int end, int signature) {
        var cut = new CutPart.@Nullable Why[senses.size()];
        boolean tail = false;
        for (int i = 0; i < cut.length; i++) {
            Sense sense = senses.get(i);
            LineWords.Meaning words = sense.words();
            if (i < start || i >= end) {
                tail |= i >= end && (sense.is(CutPart.Why.TAIL) || sense.is(CutPart.Why.DISCLAIMER));
                tail |= i >= end && foreignFrom >= 0 && i >= foreignFrom;
                CutPart.Why unknown = i < start && sense.isByline()
                        ? CutPart.Why.BYLINE
                        : tail || (i >= end && sense.prose()) ? CutPart.Why.TAIL : CutPart.Why.FURNITURE;
                cut[i] = words == null ? unknown : words.why();
            } else if (i >= signature) {
                cut[i] = words == null ? CutPart.Why.BYLINE : words.why();
            } else {
                cut[i] = inside(i, start, signature);
            }
        }
        return cut;
    }

    /** Lines in the middle of the body that are no part of it. */
    private CutPart.@Nullable Why inside(int i, int start, int end) {
        Sense sense = senses.get(i);
        LineWords.Meaning words = sense.words();
        if (words == null) {
            return sense.isLink() && sense.markup().cell() == null ? CutPart.Why.FURNITURE : null;
        }
        boolean atEdge = i < start + 3 || i >= end - 3;
        return switch (words.why()) {
            case FURNITURE, CONTACT, CAPTION, DISCLAIMER, SPAM -> words.why();
            case BYLINE, COUNTER -> atEdge && !sense.prose() ? words.why() : null;
            case TAIL -> sense.isLink() ? words.why() : null;
        };
    }
}
