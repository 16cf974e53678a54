package org.lingqu.engine.text.suspicion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is kept of a page's text to tell whether another page says the same: a sketch of its words, one of its figures, and the latest
 * year it names. Words alone would not do: this year's notice has the words of last year's, and March's bulletin those of
 * February's, but other figures.
 */
public final class Fingerprint {

    /** Hashes by which pages that may say the same find each other. */
    public static final int BANDS = 8;

    /** Of {@link Sketch#PLACES}: texts that share about two thirds of their words. */
    static final int LEAST_AGREEMENT = 20;

    /** The same where no figures bear it out: about four fifths, for forms that differ only in what they are about. */
    private static final int WORDS_ALONE = 26;

    private static final int BAND = Sketch.PLACES / BANDS;
    private static final int FIGURES = 16;
    /** Of {@link #FIGURES}: a reprint may have lost or altered some. */
    private static final int LEAST_FIGURES = 10;
    /** With fewer, figures tell nothing. */
    private static final int FEW = 3;

    private static final Pattern FIGURE = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(?:19|20)[0-9]{2}(?=年|-|\\.|/)");

    private final int[] words;
    private final int[] figures;
    private final int year;

    private Fingerprint(int[] words, int[] figures, int year) {
        this.words = words;
        this.figures = figures;
        this.year = year;
    }

    /** The fingerprint of a clean text; empty when there is too little text to say anything. */
    public static Optional<Fingerprint> of(String text) {
        int[] words = Sketch.of(text);
        return words.length == 0
                ? Optional.empty()
                : Optional.of(new Fingerprint(words, figures(text), latestYear(text)));
    }

    /** Least hash of the figures under each of several hash functions; empty when there are few. */
    private static int[] figures(String text) {
        var least = new int[FIGURES];
        Arrays.fill(least, Integer.MAX_VALUE);
        int count = 0;
        for (Matcher figure = FIGURE.matcher(text); figure.find(); count++) {
            long hash = Sketch.mix(figure.group().hashCode());
            for (int i = 0; i < FIGURES; i++) {
                least[i] = Math.min(least[i], (int) (Sketch.mix(hash + i) >>> 33));
            }
        }
        return count < FEW ? new int[0] : least;
    }

    private static int latestYear(String text) {
        int latest = 0;
        for (Matcher year = YEAR.matcher(text); year.find(); ) {
            latest = Math.max(latest, Integer.parseInt(year.group()));
        }
        return latest;
    }

    /** Whether the other page says the same, as a reprint does; a figure more or less, or another one here and there, does not part them. */
    public boolean saysTheSame(Fingerprint other) {
        return agreement(other) >= (figures.length == 0 ? WORDS_ALONE : LEAST_AGREEMENT)
                && year == other.year
                && figures.length == other.figures.length
                && same(figures, other.figures) >= Math.min(LEAST_FIGURES, figures.length);
    }

    /** In how many of {@link Sketch#PLACES} places the words agree. */
    public int agreement(Fingerprint other) {
        return Sketch.agreement(words, other.words);
    }

    private static int same(int[] one, int[] other) {
        int same = 0;
        for (int i = 0; i < one.length; i++) {
            same += one[i] == other[i] ? 1 : 0;
        }
        return same;
    }

    /**
     * {@value #BANDS} hashes; two pages that say the same have at least one of them in common, but for one pair in a hundred. Of another
     * year, or with figures where there are none, nothing says the same, so these are part of the hashes: yearly forms do not meet.
     */
    public List<Long> bands() {
        long kind = Sketch.mix(year * 31 + figures.length);
        var bands = new ArrayList<Long>(BANDS);
        for (int band = 0; band < BANDS; band++) {
            bands.add((band(words, band) ^ kind) >>> 1);
        }
        return bands;
    }

    static long band(int[] sketch, int band) {
        int hash = Arrays.hashCode(Arrays.copyOfRange(sketch, band * BAND, (band + 1) * BAND)) * 31 + band;
        return Sketch.mix(hash) >>> 1;
    }

    /** As one line, to be kept. */
    public String line() {
        var line = new StringBuilder();
        for (int[] part : new int[][] {words, figures}) {
            for (int value : part) {
                line.append(HexFormat.of().toHexDigits(value));
            }
            line.append('.');
        }
        return line.append(year).toString();
    }

    /**
     * From a line that {@link #line} made; empty for any other, so that what another version kept is made again.
     */
    public static Optional<Fingerprint> ofLine(String line) {
        int first = 8 * Sketch.PLACES;
        int last = line.lastIndexOf('.');
        boolean whole = last >= first
                && line.indexOf('.') == first
                && (last == first || last == first + 1 || last == first + 1 + 8 * FIGURES);
        if (!whole || last == first) {
            return Optional.empty();
        }
        try { // no pattern: an import compares thousands of these
            return Optional.of(new Fingerprint(
                    numbers(line, 0, first),
                    numbers(line, first + 1, last),
                    Integer.parseInt(line, last + 1, line.length(), 10)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int[] numbers(String line, int from, int to) {
        var numbers = new int[(to - from) / 8];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = HexFormat.fromHexDigits(line, from + i * 8, from + i * 8 + 8);
        }
        return numbers;
    }
}
