package org.lingqu.engine.text.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.gazetteer.Place;
import org.lingqu.engine.text.statement.figure.Figure;
import org.lingqu.engine.text.statement.figure.FigureLexer;
import org.lingqu.engine.text.statement.figure.Numeral;
import org.lingqu.engine.text.statement.figure.Numerals;
import org.lingqu.engine.text.statement.figure.Unit;
import org.lingqu.engine.text.statement.lexicon.Words;
import org.lingqu.engine.text.statement.period.Period;
import org.lingqu.engine.text.statement.period.PeriodLexer;

/** Cuts a paragraph into tokens, from left to right, the longest first; what is no token is material for names. */
final class Tokenizer {

    private static final String MARKS = "，,。！？!?；;：:、（）()【】[]—…“”‘’\"\n";
    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST_QUOTED_NAME = 16;

    private final PageContext page;
    private final String text;
    private final List<Place> places;
    private final List<Token> tokens = new ArrayList<>();
    private @Nullable Integer year;
    private int nextPlace;

    private Tokenizer(PageContext page, String text, @Nullable Integer year) {
        this.page = page;
        this.text = text;
        this.places = page.places().find(text);
        this.year = year;
    }

    /** @param year the year spoken of at the beginning, null when unknown */
    static List<Token> tokens(PageContext page, String text, @Nullable Integer year) {
        var tokenizer = new Tokenizer(page, text, year);
        int i = 0;
        while (i < text.length()) {
            i = Math.max(i + 1, tokenizer.step(i));
        }
        return tokenizer.tokens;
    }

    private int step(int i) {
        char c = text.charAt(i);
        if (c == '《' || c == '〈') {
            return title(i, c == '《' ? '》' : '〉');
        }
        int end = place(i);
        end = end > 0 ? end : time(i);
        end = end > 0 ? end : ordinal(i);
        end = end > 0 ? end : quotedName(i);
        end = end > 0 ? end : figure(i);
        end = end > 0 ? end : word(i);
        end = end > 0 ? end : latin(i);
        if (end < 0 && MARKS.indexOf(c) >= 0) {
            tokens.add(new Token.Mark(i, i + 1, c));
        }
        return end;
    }

    private int title(int i, char close) {
        int end = text.indexOf(close, i, Math.min(text.length(), i + LONGEST_TITLE));
        if (end < 0) {
            return i + 1;
        }
        tokens.add(new Token.Name(i, end + 1));
        return end + 1;
    }

    private int place(int i) {
        while (nextPlace < places.size() && places.get(nextPlace).start() < i) {
            nextPlace++;
        }
        if (nextPlace < places.size() && places.get(nextPlace).start() == i && !isWord(places.get(nextPlace))) {
            Place place = places.get(nextPlace++);
            tokens.add(new Token.Where(i, place.end(), new Region(place.path(), place.code()), false));
            return place.end();
        }
        return regionWord(i);
    }

    /** 新建 is a county and a verb, 新建县域 no county at all. */
    private boolean isWord(Place place) {
        return Vocabulary.CUES.get(text.substring(place.start(), place.end())) != null
                || text.startsWith("域", place.end())
                || text.startsWith("县域", place.end());
    }

    private int regionWord(int i) {
        Words.Match<Boolean> word = Vocabulary.REGION_WORDS.longest(text, i);
        if (word == null) {
            return -1;
        }
        Optional<Region> region = page.regionWord(text.substring(i, word.end()));
        tokens.add(new Token.Where(i, word.end(), region.orElse(null), true));
        return word.end();
    }

    private int time(int i) {
        PeriodLexer.Found found = PeriodLexer.at(text, i, page.dates(), year);
        if (found == null) {
            return -1;
        }
        Period period = notLater(i, found.period());
        if (period != null && !isBase(i)) {
            year = period.endYear();
        }
        tokens.add(new Token.Time(i, found.end(), period, found.spent()));
        return found.end();
    }

    /** 12月份 on a page of February is the December before. */
    private @Nullable Period notLater(int i, @Nullable Period period) {
        LocalDate day = page.day();
        boolean monthOnly = period != null
                && period.from().length() > 4
                && text.substring(i, Math.min(text.length(), i + 4)).indexOf('月') > 0;
        if (period == null || day == null || !monthOnly || period.startYear() != day.getYear()) {
            return period;
        }
        String month = period.from().substring(0, 7);
        return month.compareTo(day.toString().substring(0, 7)) > 0 ? period.yearsBefore(1) : period;
    }

    /** A time after 比 or 较 is what is compared with, not what is spoken of. */
    private boolean isBase(int i) {
        return i > 0 && (text.charAt(i - 1) == '比' || text.charAt(i - 1) == '较');
    }

    /** 第22届 is a name, 第二 behind a verb of rank a place, 前三强 too. */
    private int ordinal(int i) {
        char c = text.charAt(i);
        if (text.startsWith("首位", i) || text.startsWith("榜首", i) || text.startsWith("头名", i)) {
            tokens.add(new Token.Place(i, i + 2, 1, false));
            return i + 2;
        }
        if ((c != '第' && c != '前') || i + 1 >= text.length() || !Numerals.starts(text.charAt(i + 1))) {
            return -1;
        }
        Numeral number = Numerals.at(text, i + 1);
        if (number == null
                || number.over()
                || (number.bare() && number.value().intValue() != 10)
                || number.value().scale() > 0
                || number.value().precision() > 9) {
            return -1;
        }
        int end = number.end();
        int value = number.value().intValue();
        int behind = end;
        for (String noun : new String[] {"大经济体", "位次", "大市", "大省", "位", "名", "强", "甲", "列"}) {
            if (text.startsWith(noun, end)) {
                behind = end + noun.length();
                break;
            }
        }
        boolean ends = behind >= text.length() || "，,。；;、！）)”的 和及且并".indexOf(text.charAt(behind)) >= 0 || behind > end;
        if (ends && value >= 1 && value <= 1000) {
            tokens.add(new Token.Place(i, behind, value, c == '前'));
            return behind;
        }
        if (c == '前') {
            return -1;
        }
        tokens.add(new Token.Name(i, end));
        return end;
    }

    /** A short quotation with a number in it is a name: “03专项”, “5511”工程. */
    private int quotedName(int i) {
        char c = text.charAt(i);
        if (c != '“' && c != '"' && c != '「') {
            return -1;
        }
        char closing = c == '“' ? '”' : c == '「' ? '」' : '"';
        int close = text.indexOf(closing, i + 1, Math.min(text.length(), i + 1 + LONGEST_QUOTED_NAME));
        if (close < 0) {
            return -1;
        }
        for (int j = i + 1; j < close; j++) {
            if ("，。；！？".indexOf(text.charAt(j)) >= 0) {
                return -1;
            }
        }
        tokens.add(new Token.Name(i, close + 1));
        return close + 1;
    }

    private int figure(int i) {
        FigureLexer.Found found = FigureLexer.at(text, i);
        if (found == null) {
            return -1;
        }
        Figure figure = found.figure();
        if (figure == null) {
            tokens.add(new Token.Name(i, found.end()));
            return found.end();
        }
        if (isLoose(figure)) {
            return -1;
        }
        tokens.add(new Token.Quantity(i, found.end(), figure));
        return found.end();
    }

    /** Small Chinese numbers are words: 一批, 三个, 一些. */
    private static boolean isLoose(Figure figure) {
        if (figure.form() != Figure.Form.CHINESE && figure.form() != Figure.Form.BARE) {
            return false;
        }
        Unit unit = figure.unit();
        if (unit == null) {
            return (figure.approx() == null || figure.form() == Figure.Form.CHINESE)
                    && figure.value().precision() - figure.value().scale() < 5;
        }
        return unit.kind() != Unit.Kind.TIME
                && figure.value().precision() - figure.value().scale() < 2
                && figure.max() == null;
    }

    private int word(int i) {
        Words.Match<EnumSet<Cue>> match = Vocabulary.CUES.longest(text, i);
        if (match == null) {
            return -1;
        }
        tokens.add(new Token.Word(i, match.end(), match.meaning()));
        return match.end();
    }

    private int latin(int i) {
        int end = i;
        while (end < text.length() && isLatin(text.charAt(end))) {
            end++;
        }
        if (end == i) {
            return -1;
        }
        while (end < text.length() && (isLatin(text.charAt(end)) || "-+0123456789./_".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        tokens.add(new Token.Name(i, end));
        return end;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
