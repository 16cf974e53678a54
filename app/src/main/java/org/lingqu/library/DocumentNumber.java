package org.lingqu.library;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.lexicon.DataFile;

/**
 * A 发文字号, however its brackets and spaces are written: 国科发火〔2016〕32号 and 国科发火 [2016] 32 号 are one number; so are
 * announcements, 税务总局公告2023年第7号.
 *
 * @param code of the office, for announcements with 公告 or 令 at its end; never empty
 * @param year four digits
 * @param serial from 1
 */
public record DocumentNumber(String code, int year, int serial) {

    private static final String OPEN = "[〔\\[［【(（﹝〈<]";
    private static final String CLOSE = "[〕\\]］】)）﹞〉>]";
    private static final String HAN = "\\u4e00-\\u9fff";
    private static final Pattern WRITTEN = Pattern.compile("(?<code>[" + HAN + "]{1,20})\\s*" + OPEN
            + "\\s*(?<year>[12]\\d{3})\\s*" + CLOSE + "\\s*第?\\s*(?<serial>\\d{1,6})\\s*号"
            + "|(?<office>[" + HAN + "]{1,20}(?:公告|令))\\s*(?<of>[12]\\d{3})\\s*年\\s*第\\s*(?<no>\\d{1,6})\\s*号"
            + "|(?<=号)\\s*、\\s*第\\s*(?<more>\\d{1,6})\\s*号");
    /** Words that lead to a number without being part of its code. */
    private static final String LEADS = DataFile.words(DocumentNumber.class, "number-leads.txt").stream()
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));

    /** Ends of issuers, of which announcements name several: 财政部税务总局公告, but not 国家税务总局公告, which is a series of its own. */
    private static final String ISSUERS = "部|委|局|署|院|、";

    /** @throws IllegalArgumentException if the code is empty or the serial below 1 */
    public DocumentNumber {
        if (code.isEmpty() || serial < 1) {
            throw new IllegalArgumentException("a number has a code and counts from 1, got " + code + ", " + serial);
        }
    }

    /** All that a text names, in its order, each once; a text that holds nothing but numbers is read best. */
    public static SequencedSet<DocumentNumber> in(String text) {
        var all = new LinkedHashSet<DocumentNumber>();
        Matcher written = WRITTEN.matcher(halfWidth(text));
        DocumentNumber before = null;
        while (written.find()) {
            DocumentNumber number = of(written.toMatchResult(), before);
            if (number != null) {
                all.add(number);
                before = number;
            }
        }
        return all;
    }

    /** @param before what 、第28号 goes on with */
    private static @Nullable DocumentNumber of(MatchResult written, @Nullable DocumentNumber before) {
        String code = written.group("code") == null ? written.group("office") : written.group("code");
        String year = written.group("year") == null ? written.group("of") : written.group("year");
        String serial = Stream.of("serial", "no", "more")
                .map(written::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("0");
        int counted = Integer.parseInt(serial);
        if (counted == 0) {
            return null;
        }
        if (code != null && year != null) {
            return new DocumentNumber(code, Integer.parseInt(year), counted);
        }
        return before == null ? null : new DocumentNumber(before.code(), before.year(), counted);
    }

    /** Digits and letters in half width, so that every place stays where it was. */
    private static String halfWidth(String text) {
        var half = new StringBuilder(text);
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i);
            if (c >= '０' && c <= '９') {
                half.setCharAt(i, (char) (c - '０' + '0'));
            } else if (c == '\u3000' || c == '\u00a0') {
                half.setCharAt(i, ' ');
            }
        }
        return half.toString();
    }

    /**
     * Where a text names this number and no longer one: 科发〔2016〕32号 is not in 国科发〔2016〕32号, but in 根据科发〔2016〕32号.
     *
     * @return places in the text, in its order
     */
    public List<Span> placesIn(String text) {
        String years = isAnnouncement()
                ? "(?:" + year + "\\s*年|" + OPEN + "\\s*" + year + "\\s*" + CLOSE + ")"
                : OPEN + "\\s*" + year + "\\s*" + CLOSE;
        String letters =
                code.chars().mapToObj(c -> Pattern.quote(Character.toString(c))).collect(Collectors.joining("\\s*"));
        String leads = isAnnouncement() ? LEADS + "|" + ISSUERS : LEADS;
        Matcher found = Pattern.compile("(?:(?<![" + HAN + "])|(?<=" + leads + "))" + letters + "\\s*" + years
                        + "\\s*第?\\s*" + serial + "\\s*号")
                .matcher(halfWidth(text));
        var places = new ArrayList<Span>();
        while (found.find()) {
            places.add(new Span(found.start(), found.end()));
        }
        return places;
    }

    /**
     * A place in a text.
     *
     * @param start UTF-16 index, inclusive
     * @param end UTF-16 index, exclusive
     */
    public record Span(int start, int end) {}

    /** How search is asked for it: as a number, or as words that stand side by side. */
    String query() {
        return isAnnouncement() ? '"' + toString() + '"' : toString();
    }

    private boolean isAnnouncement() {
        return code.endsWith("公告") || code.endsWith("令");
    }

    /** The usual writing: 国科发火〔2016〕32号, 税务总局公告2023年第7号. */
    @Override
    public String toString() {
        return isAnnouncement() ? code + year + "年第" + serial + "号" : code + "〔" + year + "〕" + serial + "号";
    }
}
