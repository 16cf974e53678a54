package org.lingqu.engine.text.mention;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.gazetteer.Place;
import org.lingqu.engine.text.trace.TracedText;

/** Reads what stands before the verb of a clause: number of the point, time, actor, adverbs. */
final class Opening {

    private final String text;
    private final int limit;
    private final Map<Integer, Organisation> named;
    private final Map<Integer, Place> places;
    private final Actors actors;
    private final @Nullable Integer year;
    private int at;
    private @Nullable String actor;
    private @Nullable String date;
    private final StringBuilder tells = new StringBuilder();

    Opening(
            String text,
            int from,
            int limit,
            Map<Integer, Organisation> named,
            Map<Integer, Place> places,
            Actors actors,
            @Nullable Integer year) {
        this.text = text;
        this.at = from;
        this.limit = limit;
        this.named = named;
        this.places = places;
        this.actors = actors;
        this.year = year;
    }

    /**
     * What was read.
     *
     * @param end where the verb must stand
     * @param tells letters of the adverbs passed
     * @param plain whether nothing but adverbs and times was passed
     */
    record Read(int end, @Nullable String actor, @Nullable String date, String tells, boolean plain) {

        boolean tells(char what) {
            return tells.indexOf(what) >= 0;
        }
    }

    Read read() {
        boolean moved = true;
        while (moved && at < limit) {
            moved = space() || number() || day() || adverb() || someone();
        }
        return new Read(at, actor, date, tells.toString(), actor == null);
    }

    private boolean space() {
        char c = text.charAt(at);
        boolean skip = TracedText.isSpace(c) || c == '和' || c == '、' || c == '与';
        at += skip ? 1 : 0;
        return skip;
    }

    /** （一） and 1. at the beginning of a point. */
    private boolean number() {
        char c = text.charAt(at);
        if (c == '(' || c == '（') {
            for (int close = at + 2; close < Math.min(limit, at + 5); close++) {
                if (text.charAt(close) == ')' || text.charAt(close) == '）') {
                    at = close + 1;
                    return true;
                }
            }
        }
        return false;
    }

    private boolean day() {
        var found = WrittenDay.at(text, at, year);
        if (found == null) {
            return false;
        }
        date = found.period();
        at = found.end();
        return true;
    }

    private boolean adverb() {
        String word = ActionFinder.adverb(text, at);
        if (word == null) {
            return false;
        }
        tells.append(ActionFinder.tells(word));
        at += word.length();
        return true;
    }

    private boolean someone() {
        Organisation organisation = named.get(at);
        if (organisation != null && organisation.end() <= limit) {
            return act(organisation.name(), organisation.end());
        }
        Place place = places.get(at);
        if (place != null && place.end() <= limit) {
            return act(place.path().substring(place.path().lastIndexOf('/') + 1), place.end());
        }
        var self = actors.at(text, at);
        return self != null && act(self.name(), self.end());
    }

    private boolean act(String name, int end) {
        actor = actor == null ? name : actor;
        at = end;
        return true;
    }
}
