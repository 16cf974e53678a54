package org.lingqu.engine.text.statement.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement.Approximation;
import org.lingqu.engine.text.statement.lexicon.Words;

/** Finds figures: an approximation, a number or a range, its unit, another approximation. */
public final class FigureLexer {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String RANGE_SIGNS = "-－—–~～至到";
    /** Behind a unit, these make the whole a name: 30万吨级, 3A级, 1号. */
    private static final String NAMING = "级型版式号届代";
    /** Behind 成, these make another word of it: 成果, 成立. */
    private static final String AFTER_CHENG = "果为立员功绩本长都就效品型熟分交套片批千婚";

    private FigureLexer() {}

    /**
     * What was found. A {@code figure} of null means a name with a number in it, 5G or 30万吨级, which is to be passed
     * over as a whole.
     */
    public record Found(int end, @Nullable Figure figure) {}

    /** What begins at {@code from}, or null when neither a figure nor a name with a number does. */
    public static @Nullable Found at(String text, int from) {
        Words.Match<Approximation> before = Approximations.before(text, from);
        int start = before == null ? from : Numerals.skipSpace(text, before.end());
        Approximation approx = before == null ? null : before.meaning();
        Words.Match<Approximation> second = before == null ? null : Approximations.before(text, start);
        if (second != null) { // 达到近300万, 约超100家
            approx = second.meaning();
            start = Numerals.skipSpace(text, second.end());
        }
        Found found = number(text, start, approx);
        if (before != null && second == null && text.startsWith("上", from) && (found == null || !isBare(found))) {
            return null; // 上 makes a figure of 万 only
        }
        return found;
    }

    private static boolean isBare(Found found) {
        Figure figure = found.figure();
        return figure != null && (figure.form() == Figure.Form.BARE || figure.form() == Figure.Form.CHINESE);
    }

    private static @Nullable Found number(String text, int from, @Nullable Approximation before) {
        if (from >= text.length()) {
            return null;
        }
        char c = text.charAt(from);
        if (c == '翻') {
            return doubling(text, from);
        }
        if (!Numerals.starts(c) && !Numerals.isMinus(c)) {
            return null;
        }
        if (text.startsWith("分之", from + 1) && Numerals.power(c) > 1) {
            return perHundred(text, from, before);
        }
        Numeral first = Numerals.at(text, from);
        if (first == null) {
            return Numerals.isDigit(c) ? new Found(latinEnd(text, from), null) : null;
        }
        if (!first.chinese() && isNamed(text, from, first.end())) {
            return new Found(latinEnd(text, from), null);
        }
        Found special = fraction(text, first, before);
        if (special == null) {
            special = ratio(text, from, first);
        }
        return special != null ? special : measured(text, first, before);
    }

    /** A number glued to Latin letters that are no unit, or to a point and more digits: 5G, YC6, 1.2.3. */
    private static boolean isNamed(String text, int from, int end) {
        if (from > 0
                && (isLatin(text.charAt(from - 1)) || text.charAt(from - 1) == '_' || text.charAt(from - 1) == '#')) {
            return true;
        }
        if (end >= text.length()) {
            return false;
        }
        char next = text.charAt(end);
        if (isLatin(next) || next == '+' || next == '_' || next == '@') {
            Words.Match<Unit> unit = Units.at(text, end);
            return unit == null || (unit.end() < text.length() && isLatin(text.charAt(unit.end())));
        }
        return next == '.' && end + 1 < text.length() && Numerals.isDigit(text.charAt(end + 1));
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static int latinEnd(String text, int from) {
        int i = from;
        while (i < text.length()
                && (isLatin(text.charAt(i))
                        || Numerals.isDigit(text.charAt(i))
                        || "-+_.@/".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return Math.max(i, from + 1);
    }

    private static @Nullable Found doubling(String text, int from) {
        if (text.startsWith("翻番", from)) {
            return new Found(from + 2, percent(HUNDRED, null, Figure.Form.DOUBLING));
        }
        int at = text.startsWith("翻了", from) ? from + 2 : from + 1;
        Words.Match<Approximation> before = Approximations.before(text, at);
        at = before == null ? at : before.end();
        Numeral times = Numerals.at(text, at);
        if (times == null
                || times.value().compareTo(BigDecimal.TEN) > 0
                || times.value().signum() <= 0) {
            return null;
        }
        if (times.end() < text.length() && text.charAt(times.end()) == '倍') {
            BigDecimal growth = times.value().subtract(BigDecimal.ONE).multiply(HUNDRED);
            return new Found(times.end() + 1, percent(growth, null, Figure.Form.DOUBLING));
        }
        int fan = text.startsWith("番", times.end()) ? times.end() : -1;
        if (fan < 0 || times.value().stripTrailingZeros().scale() > 0) {
            return null;
        }
        BigDecimal growth = BigDecimal.TWO
                .pow(times.value().intValueExact())
                .subtract(BigDecimal.ONE)
                .multiply(HUNDRED);
        return new Found(fan + 1, percent(growth, before == null ? null : before.meaning(), Figure.Form.DOUBLING));
    }

    private static Figure percent(BigDecimal value, @Nullable Approximation approx, Figure.Form form) {
        return new Figure(value, null, Units.PERCENT, approx, form, null);
    }

    /** 百分之五, 八分之一, 近七成, 三成五. */
    private static @Nullable Found fraction(String text, Numeral first, @Nullable Approximation before) {
        int end = first.end();
        if (text.startsWith("分之", end)) {
            Numeral part = Numerals.at(text, end + 2);
            if (part == null || first.value().signum() <= 0) {
                return null;
            }
            BigDecimal value = part.value().multiply(HUNDRED).divide(first.value(), MathContext.DECIMAL64);
            Approximation approx = part.over() ? Approximation.OVER : before;
            return after(text, part.end(), percent(plain(value), approx, Figure.Form.FRACTION));
        }
        if (!text.startsWith("成", end)
                || first.value().compareTo(BigDecimal.TEN) > 0
                || first.value().signum() <= 0
                || (end + 1 < text.length() && AFTER_CHENG.indexOf(text.charAt(end + 1)) >= 0)) {
            return null;
        }
        BigDecimal value = first.value().multiply(BigDecimal.TEN);
        int next = end + 1;
        if (next < text.length() && text.charAt(next) == '半') {
            value = value.add(BigDecimal.valueOf(5));
            next++;
        } else if (next < text.length() && Numerals.chineseDigit(text.charAt(next)) > 0 && first.chinese()) {
            value = value.add(BigDecimal.valueOf(Numerals.chineseDigit(text.charAt(next))));
            next++;
        }
        return after(text, next, percent(value, before, Figure.Form.FRACTION));
    }

    /** 百分之六十八点五, 千分之三. */
    private static @Nullable Found perHundred(String text, int from, @Nullable Approximation before) {
        Numeral part = Numerals.at(text, from + 3);
        if (part == null) {
            return null;
        }
        BigDecimal value = part.value().scaleByPowerOfTen(2 - Numerals.power(text.charAt(from)));
        Approximation approx = part.over() ? Approximation.OVER : before;
        return after(text, part.end(), percent(plain(value), approx, Figure.Form.FRACTION));
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** 1:2:3 with any of three colons; a time of day has two digits behind the colon and an hour before it. */
    private static @Nullable Found ratio(String text, int from, Numeral first) {
        int end = first.end();
        if (first.chinese() || !isColon(text, end)) {
            return null;
        }
        var parts = new StringBuilder(plainText(first.value()));
        int count = 1;
        while (isColon(text, end)) {
            int next = Numerals.skipSpace(text, end + 1);
            if (next >= text.length() || !Numerals.isDigit(text.charAt(next))) {
                break;
            }
            Numeral part = Numerals.at(text, next);
            if (part == null) {
                break;
            }
            parts.append(':').append(plainText(part.value()));
            end = part.end();
            count++;
        }
        if (count < 2) {
            return null;
        }
        boolean clock = count <= 3 && looksLikeTime(text, from, end);
        if (clock) {
            return new Found(end, null);
        }
        return new Found(end, new Figure(first.value(), null, null, null, Figure.Form.RATIO, parts.toString()));
    }

    private static String plainText(BigDecimal value) {
        return value.toPlainString();
    }

    private static boolean isColon(String text, int at) {
        return at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == '：' || text.charAt(at) == '∶');
    }

    private static boolean looksLikeTime(String text, int from, int end) {
        int colon = from;
        while (!isColon(text, colon)) {
            colon++;
        }
        int minutes = Numerals.skipSpace(text, colon + 1);
        boolean twoDigits = minutes + 1 < text.length()
                && Numerals.isDigit(text.charAt(minutes))
                && Numerals.isDigit(text.charAt(minutes + 1))
                && (minutes + 2 >= end || isColon(text, minutes + 2));
        return twoDigits && colon - from <= 2;
    }

    private static @Nullable Found measured(String text, Numeral first, @Nullable Approximation before) {
        Approximation approx = first.over() ? Approximation.OVER : before;
        int end = Numerals.skipSpace(text, first.end());
        Words.Match<Unit> unit = Units.at(text, end);
        int firstEnd = unit == null ? first.end() : unit.end();
        Found range = range(text, first, unit, approx);
        if (range != null) {
            return range;
        }
        if (unit != null && unit.meaning().name().equals("个") && firstEnd < text.length()) {
            char more = text.charAt(firstEnd);
            Words.Match<Unit> time = more == '多' || more == '半' ? Units.at(text, firstEnd + 1) : null;
            if (time != null && time.meaning().kind() == Unit.Kind.TIME) {
                return after(text, time.end(), figure(first, null, time.meaning(), Approximation.OVER));
            }
        }
        if (unit != null && isOrdinary(text, unit)) {
            return named(text, first, firstEnd)
                    ? new Found(firstEnd + 1, null)
                    : after(text, firstEnd, figure(first, null, unit.meaning(), approx));
        }
        if (first.end() < text.length() && NAMING.indexOf(text.charAt(first.end())) >= 0) {
            return new Found(first.end() + 1, null);
        }
        return after(text, first.end(), figure(first, null, null, approx));
    }

    /** A unit that does not begin a longer word: 个别, 分别, 条例, 元素. */
    private static boolean isOrdinary(String text, Words.Match<Unit> unit) {
        return !Units.beginsWord(text, unit.end() - 1);
    }

    private static boolean named(String text, Numeral number, int end) {
        if (end >= text.length()) {
            return false;
        }
        char next = text.charAt(end);
        if (NAMING.indexOf(next) >= 0) {
            return !(next == '级' && text.startsWith("级以上", end)) || !number.bare();
        }
        return false;
    }

    private static Figure figure(
            Numeral first, @Nullable BigDecimal max, @Nullable Unit unit, @Nullable Approximation approx) {
        Figure.Form form = first.bare() ? Figure.Form.BARE : first.chinese() ? Figure.Form.CHINESE : Figure.Form.DIGITS;
        return new Figure(first.value(), max, unit, approx, form, null);
    }

    /** 5-6个, 6万至8万元, 3-5万吨, 10%—15%. */
    private static @Nullable Found range(
            String text, Numeral first, Words.@Nullable Match<Unit> firstUnit, @Nullable Approximation approx) {
        int sign = firstUnit == null ? first.end() : firstUnit.end();
        if (sign >= text.length() || RANGE_SIGNS.indexOf(text.charAt(sign)) < 0 || first.bare()) {
            return null;
        }
        int next = Numerals.skipSpace(text, sign + 1);
        if (next >= text.length() || (text.charAt(sign) == '—' && text.charAt(next) == '—')) {
            return null;
        }
        Numeral second = Numerals.at(text, next);
        if (second == null || second.chinese() != first.chinese()) {
            return null;
        }
        Words.Match<Unit> unit = Units.at(text, Numerals.skipSpace(text, second.end()));
        if (unit == null || (firstUnit != null && !firstUnit.meaning().equals(unit.meaning()))) {
            return null;
        }
        Numeral low = first.scale().compareTo(BigDecimal.ONE) == 0
                        && firstUnit == null
                        && second.scale().compareTo(HUNDRED) > 0
                ? first.times(second.scale())
                : first;
        if (low.value().compareTo(second.value()) > 0) {
            return null;
        }
        if (unit.end() < text.length() && NAMING.indexOf(text.charAt(unit.end())) >= 0) {
            return new Found(unit.end() + 1, null);
        }
        return after(text, unit.end(), figure(low, second.value(), unit.meaning(), approx));
    }

    /** Takes in what stands behind a figure: 多, 以上, 左右. */
    private static Found after(String text, int from, Figure figure) {
        Words.Match<Approximation> after = Approximations.after(text, from);
        if (after == null
                || (text.charAt(from) == '多' && figure.unit() == null && figure.form() != Figure.Form.FRACTION)) {
            return new Found(from, figure);
        }
        return new Found(after.end(), figure.with(after.meaning()));
    }
}
