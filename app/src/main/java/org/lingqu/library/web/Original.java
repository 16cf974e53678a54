package org.lingqu.library.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.PageSource;
import org.lingqu.engine.text.WarningCode;
import org.lingqu.engine.text.source.PageDecoder;
import org.lingqu.engine.text.source.UnreadablePage;
import org.lingqu.library.PageDetails;
import org.lingqu.library.PageVersion;
import org.lingqu.library.Place;
import org.lingqu.report.MarkedText;

/**
 * The decoded file of a snapshot as text, never as markup: what was cut is marked, personal data is masked.
 *
 * @param from how many characters before the first one shown were left out, because the file is very long
 * @param after how many after the last one
 */
public record Original(List<List<Piece>> lines, int from, int after) {

    /** Whether the words that were asked for begin in a line: that many lines have gone before. */
    public boolean beginsHere(int line) {
        return isHere(line) && (line == 0 || !isHere(line - 1));
    }

    private boolean isHere(int line) {
        return lines.get(line).stream().anyMatch(Piece::isHere);
    }

    private static final int LONGEST = 200_000;
    private static final PageDecoder DECODER = new PageDecoder();

    /**
     * The source of a version.
     *
     * @param here place whose words are wanted; null when none
     * @throws UnreadablePage never for bytes that were read before
     */
    static Original of(PageVersion version, byte[] bytes, @Nullable Place here) throws UnreadablePage {
        PageDetails details = version.details();
        String text = details.textSource() != null
                ? details.textSource()
                : DECODER.decode(new PageSource("page", bytes)).text();
        var points = new Points(text);
        String masked = masked(text, details, points);
        var marks = new ArrayList<MarkedText.Mark<PageMark>>();
        for (PageDetails.Cut cut : details.cut()) {
            marks.add(new MarkedText.Mark<>(
                    points.index(cut.start()), points.index(cut.end()), new PageMark.Cut(cut.why())));
        }
        int wanted = 0;
        if (here != null) {
            wanted = points.index(here.start());
            marks.add(new MarkedText.Mark<>(wanted, points.index(here.end()), new PageMark.Here()));
        }
        int from = text.length() <= LONGEST ? 0 : Math.max(0, Math.min(wanted - LONGEST / 2, text.length() - LONGEST));
        int to = Math.min(text.length(), from + LONGEST);
        List<MarkedText.Mark<PageMark>> shown = marks.stream()
                .map(mark -> new MarkedText.Mark<>(mark.start() - from, mark.end() - from, mark.what()))
                .toList();
        return new Original(
                Piece.of(MarkedText.cut(
                        masked.substring(from, to).replace("\r\n", " \n").replace('\r', '\n'), shown)),
                from,
                text.length() - to);
    }

    /** Every number and address that was warned of, wherever it stands: also in a link's target. */
    private static String masked(String text, PageDetails details, Points points) {
        var words = new TreeSet<String>((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length());
        for (PageDetails.WarningGiven warning : details.warnings()) {
            Place place = warning.place();
            if (warning.code() == WarningCode.PERSONAL_DATA && place != null) {
                String found = text.substring(points.index(place.start()), points.index(place.end()));
                words.add(found);
                String bare = found.replaceAll("[^0-9A-Za-z@.]", "");
                if (bare.length() >= 7) {
                    words.add(bare);
                }
            }
        }
        String masked = text;
        for (String each : words) {
            if (!each.isBlank()) {
                masked = masked.replace(each, each.replaceAll("[0-9０-９A-Za-z]", "*"));
            }
        }
        return masked;
    }

    /** Code points of a text as indexes of UTF-16 units. */
    private static final class Points {

        private final String text;
        private final boolean plain;

        Points(String text) {
            this.text = text;
            this.plain = text.codePointCount(0, text.length()) == text.length();
        }

        int index(int codePoint) {
            if (plain) {
                return Math.min(codePoint, text.length());
            }
            return codePoint >= text.codePointCount(0, text.length())
                    ? text.length()
                    : text.offsetByCodePoints(0, codePoint);
        }
    }
}
