package org.lingqu.engine.text.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.gazetteer.Division;
import org.lingqu.engine.text.gazetteer.Divisions;
import org.lingqu.engine.text.gazetteer.Place;
import org.lingqu.engine.text.lexicon.WordMap;

/**
 * Finds organisations by how their names end. An office's name begins at the place, the level (省, 市) or the central body
 * it belongs to; where another name begins is told by the words in front of its ending.
 */
final class OrganisationFinder {

    private static final WordMap<String> ENDINGS = WordMap.of(OrganisationFinder.class, "organisation-endings.txt");
    private static final WordMap<String> NOT = WordMap.of(OrganisationFinder.class, "not-endings.txt");
    private static final WordMap<String> NONE = WordMap.of(OrganisationFinder.class, "not-organisations.txt");
    private static final WordMap<String> DEPARTMENTS = WordMap.of(OrganisationFinder.class, "departments.txt");
    private static final WordMap<String> GENERAL = WordMap.of(OrganisationFinder.class, "general-words.txt");
    private static final String LEVELS = "省市县区";
    private static final int LONGEST = 32;

    private final @Nullable Division home;

    OrganisationFinder(@Nullable Division home) {
        this.home = home;
    }

    /** In the order of the passage, not overlapping. */
    List<Organisation> find(String text, List<Place> places) {
        var found = new ArrayList<Organisation>();
        NavigableMap<Integer, Place> named = null;
        int from = 0;
        for (int end = 2; end <= text.length(); end++) {
            String ending = ENDINGS.endingAt(text, end);
            boolean none = ending == null || NOT.endingAt(text, end) != null || text.startsWith("路", end);
            if (ending == null || none || longerFollows(text, end)) {
                continue;
            }
            named = named == null ? byStart(places) : named;
            Organisation organisation = organisation(text, from, end, ending, named);
            if (organisation != null) {
                join(text, found, organisation);
                from = end;
            }
        }
        return found;
    }

    /** Names that touch are one: 中国科学院 and 力学研究所. */
    private static void join(String text, List<Organisation> found, Organisation next) {
        Organisation last = found.isEmpty() ? null : found.getLast();
        if (last != null && last.end() == next.start() && next.end() - last.start() <= LONGEST) {
            found.removeLast();
            found.add(
                    new Organisation(last.start(), next.end(), last.name() + text.substring(next.start(), next.end())));
        } else {
            found.add(next);
        }
    }

    private static NavigableMap<Integer, Place> byStart(List<Place> found) {
        var byStart = new TreeMap<Integer, Place>();
        found.forEach(place -> byStart.put(place.start(), place));
        return byStart;
    }

    /** Whether the name goes on: 人民政府 in 人民政府办公厅, 委员会 in 委员会主任 does not. */
    private static boolean longerFollows(String text, int end) {
        for (int more = 1; more <= 5 && end + more <= text.length(); more++) {
            String longer = ENDINGS.endingAt(text, end + more);
            if (longer != null && (longer.length() > more || directly(text, end, more))) {
                return true;
            }
        }
        return false;
    }

    /** An ending right behind an ending is one name: 人民政府办公厅, 大学医院. */
    private static boolean directly(String text, int end, int more) {
        return more == 3 && (text.startsWith("办公厅", end) || text.startsWith("办公室", end));
    }

    private @Nullable Organisation organisation(
            String text, int from, int end, String ending, NavigableMap<Integer, Place> named) {
        String sort = String.valueOf(ENDINGS.get(ending));
        int own = end - ending.length();
        if (own < from) {
            return null;
        }
        return switch (sort) {
            case "C" -> new Organisation(own, end, ending);
            case "L" -> levelled(text, own, end);
            case "O" -> office(text, from, own, end, named);
            default -> other(text, from, own, end, named);
        };
    }

    /** 省委, 市政府: the region is the speaker's. */
    private @Nullable Organisation levelled(String text, int start, int end) {
        String name = isFree(text, start) ? completed(text.substring(start, end)) : null;
        return name == null ? null : new Organisation(start, end, name);
    }

    /** Whether a level begins here by itself: every province is known by name, a city may be one that is not. */
    private static boolean isFree(String text, int start) {
        return text.startsWith("省", start)
                || text.startsWith("自治区", start)
                || start == 0
                || !isName(text.charAt(start - 1))
                || "月日年".indexOf(text.charAt(start - 1)) >= 0
                || Stops.endsClause(text, start);
    }

    private @Nullable Organisation office(String text, int from, int own, int end, NavigableMap<Integer, Place> named) {
        int low = Math.max(from, end - LONGEST);
        for (Place place : named.subMap(low, own + 1).values()) {
            boolean begins = place.end() <= own && place.division() != null;
            if (begins && isOneName(text.substring(place.end(), own))) {
                return new Organisation(place.start(), end, text.substring(place.start(), end));
            }
        }
        int central = central(text, low, own);
        if (central >= 0) {
            return new Organisation(central, end, text.substring(central, end));
        }
        for (int at = own; at >= low; at--) {
            if (at < own && LEVELS.indexOf(text.charAt(at)) >= 0 && isOneName(text.substring(at + 1, own))) {
                boolean autonomous = at >= 2 && text.startsWith("自治", at - 2);
                int start = autonomous ? at - 2 : at;
                String name = isFree(text, start) ? completed(text.substring(start, end)) : null;
                return name == null ? null : new Organisation(start, end, name);
            }
        }
        return null;
    }

    private static int central(String text, int low, int own) {
        for (int at = low; at <= own - 2; at++) {
            boolean begins = text.startsWith("国家", at) || text.startsWith("国务院", at) || text.startsWith("中共", at);
            if (begins && isOneName(text.substring(at + 2, own))) {
                return at;
            }
        }
        return -1;
    }

    /** 省科技厅 said in Guangdong is 广东省科技厅; null when nobody knows whose it is. */
    private @Nullable String completed(String words) {
        String level = words.startsWith("自治区") ? "自治区" : words.substring(0, 1);
        Division owner = Divisions.standard()
                .ofRegionWord(level.equals("自治区") ? level : "全" + level, home)
                .orElse(null);
        if (owner == null) {
            return null;
        }
        return owner.name() + words.substring(level.length());
    }

    private @Nullable Organisation other(String text, int from, int own, int end, NavigableMap<Integer, Place> named) {
        int low = Math.max(from, end - LONGEST);
        for (Place place : named.subMap(low, own + 1).values()) {
            boolean begins = place.end() <= own && place.division() != null;
            if (begins && isOneName(text.substring(place.end(), own))) {
                return accepted(text, place.start(), own, end);
            }
        }
        int start = own;
        while (start > low && isName(text.charAt(start - 1)) && !Stops.endsClause(text, start)) {
            start--;
        }
        start = start == own ? end : NameStart.of(text, start, end);
        return start >= own ? null : accepted(text, start, own, end);
    }

    private static @Nullable Organisation accepted(String text, int start, int own, int end) {
        String name = text.substring(start, end);
        String front = text.substring(start, own);
        boolean general = GENERAL.contains(front) || front.startsWith("省级") || front.startsWith("国家级");
        boolean telling = name.length() >= 4 && !general && !NONE.contains(name) && Stops.isFree(front);
        return telling ? new Organisation(start, end, name) : null;
    }

    /** Whether the words between a place and an ending can belong to one name. */
    private static boolean isOneName(String words) {
        for (int i = 0; i < words.length(); i++) {
            String department = DEPARTMENTS.startingAt(words, i);
            if (department != null) {
                i += department.length() - 1;
            } else if (!isName(words.charAt(i)) || Stops.isStop(words, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(char c) {
        return (c >= '\u4e00' && c <= '\u9fff')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || c == '—'
                || c == '·';
    }
}
