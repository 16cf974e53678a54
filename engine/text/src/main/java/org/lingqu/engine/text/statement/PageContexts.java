package org.lingqu.engine.text.statement;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.Temporal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.ArticleKind;
import org.lingqu.engine.text.Issuer;
import org.lingqu.engine.text.Statement.RegionFrom;
import org.lingqu.engine.text.article.ArticleReading;
import org.lingqu.engine.text.article.Passage;
import org.lingqu.engine.text.gazetteer.Division;
import org.lingqu.engine.text.gazetteer.Divisions;
import org.lingqu.engine.text.gazetteer.Place;
import org.lingqu.engine.text.gazetteer.PlaceContext;
import org.lingqu.engine.text.gazetteer.PlaceFinder;
import org.lingqu.engine.text.statement.period.PageDates;
import org.lingqu.engine.text.statement.period.Period;
import org.lingqu.engine.text.statement.period.PeriodLexer;

/** Finds out what holds for a whole page: its dates, its home, its region. */
final class PageContexts {

    private static final int SAMPLE = 20_000;
    private static final int HEAD = 400;
    private static final int LONGEST_CITY = 6;

    private PageContexts() {}

    static PageContext of(ArticleReading reading) {
        Article article = reading.article();
        String text = sample(reading.passages());
        String title = article.title() == null ? "" : article.title();
        PageDates dates = dates(article, title, text);
        Division issuer = issuer(article);
        PlaceContext first = PlaceContext.of(issuer, title + "\n" + text, dates.reported());
        var finder = new PlaceFinder(first);
        Division home = issuer != null ? issuer : home(finder, title, text);
        var known = new PlaceContext(home, first.names(), first.around(), dates.reported());
        Region region = home == null ? unlisted(article) : PageContext.of(home);
        Division named = inTitle(new PlaceFinder(known), title, home);
        if (named != null) {
            region = PageContext.of(named);
        }
        return new PageContext(dates, named != null ? named : home, region, RegionFrom.ISSUER, new PlaceFinder(known));
    }

    private static String sample(List<Passage> passages) {
        var text = new StringBuilder();
        for (Passage passage : passages) {
            if (text.length() > SAMPLE) {
                break;
            }
            text.append(passage.text()).append('\n');
        }
        return text.toString();
    }

    private static @Nullable Division issuer(Article article) {
        Issuer issuer = article.issuer();
        return issuer == null
                ? null
                : Divisions.standard().ofOrganisation(issuer.name()).orElse(null);
    }

    /** A city or county that no list knows, named by its own office: 灵渠市 of 灵渠市科学技术局. It has a name and no code. */
    private static @Nullable Region unlisted(Article article) {
        Issuer issuer = article.issuer();
        String office = issuer == null ? "" : issuer.name();
        for (int i = 2; i < Math.min(LONGEST_CITY, office.length() - 1); i++) {
            if (office.charAt(i) == '市' || office.charAt(i) == '县') {
                return new Region(office.substring(0, i + 1), null);
            }
        }
        return null;
    }

    /** A title that names a place within the issuer's region is about that place. */
    private static @Nullable Division inTitle(PlaceFinder finder, String title, @Nullable Division home) {
        for (Place place : finder.find(title)) {
            Division division = place.division();
            if (division != null && !place.zone() && (home == null || division.within(home))) {
                return division;
            }
        }
        return null;
    }

    /** Without an issuer: what the title names, or the place named most often at the beginning. */
    private static @Nullable Division home(PlaceFinder finder, String title, String text) {
        Division named = inTitle(finder, title, null);
        if (named != null) {
            return named;
        }
        Map<Division, Integer> votes = new HashMap<>();
        int order = 0;
        for (Place place : finder.find(text)) {
            Division division = place.division();
            if (division != null && !place.zone()) {
                votes.merge(division, place.start() < HEAD ? 3000 - order : 1000, Integer::sum);
                order++;
            }
        }
        return votes.entrySet().stream()
                .max(Comparator.<Map.Entry<Division, Integer>>comparingInt(Map.Entry::getValue)
                        .thenComparing(e -> e.getKey().code()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    static PageDates dates(Article article, String title, String text) {
        LocalDate day = article.written();
        day = day == null ? article.event() : day;
        day = day == null ? day(article.published()) : day;
        Period titled = titled(title);
        Period opening = titled == null && day == null ? opening(text) : null;
        if (day == null) {
            Period told = titled != null ? titled : opening;
            if (told == null) {
                return PageDates.UNKNOWN;
            }
            int year = told.endYear();
            return new PageDates(mentions(text, year + 1) ? year + 1 : year, year, told, null);
        }
        boolean looksBack = title.contains("工作报告") || article.kind() == ArticleKind.STATISTICS;
        if (looksBack) {
            int year = titled != null && titled.endYear() < day.getYear() ? titled.endYear() : day.getYear() - 1;
            return new PageDates(day.getYear(), year, Period.year(year), day);
        }
        if (titled != null
                && titled.startYear() == titled.endYear()
                && titled.endYear() <= day.getYear()
                && reports(title)) {
            return new PageDates(day.getYear(), titled.endYear(), titled, day);
        }
        return new PageDates(day.getYear(), day.getYear(), Period.month(YearMonth.from(day)), day);
    }

    private static boolean reports(String title) {
        return title.contains("公报") || title.contains("年度") || title.contains("运行情况") || title.contains("统计");
    }

    private static boolean mentions(String text, int year) {
        return text.contains(year + "年");
    }

    private static @Nullable LocalDate day(@Nullable Temporal published) {
        if (published instanceof LocalDateTime time) {
            return time.toLocalDate();
        }
        return published instanceof LocalDate date ? date : null;
    }

    private static @Nullable Period titled(String title) {
        for (int i = 0; i < title.length(); i++) {
            PeriodLexer.Found found = PeriodLexer.at(title, i, PageDates.UNKNOWN, null);
            if (found != null && found.period() != null && !found.spent()) {
                return found.period();
            }
        }
        return null;
    }

    /** Where no date is known: the first time that the text itself names in full. */
    private static @Nullable Period opening(String text) {
        int end = Math.min(text.length(), HEAD * 4);
        Period best = null;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '《') {
                int close = text.indexOf('》', i);
                i = close < 0 ? i : close;
                continue;
            }
            PeriodLexer.Found found = PeriodLexer.at(text, i, PageDates.UNKNOWN, null);
            Period period = found == null ? null : found.period();
            if (found != null && period != null && !found.spent() && !period.isRange()) {
                if (best == null || period.endYear() > best.endYear()) {
                    best = period;
                }
                i = found.end() - 1;
            }
        }
        return best == null || best.from().length() < 10
                ? best
                : new Period(best.from().substring(0, 7), best.to().substring(0, 7));
    }
}
