package org.lingqu.engine.text.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.ActionMention;
import org.lingqu.engine.text.gazetteer.Place;
import org.lingqu.engine.text.lexicon.WordMap;
import org.lingqu.engine.text.trace.TracedText;

/**
 * Finds what somebody did, does or means to do. A clause tells it when nothing but a time, an actor and adverbs stands
 * before the verb; the actor is carried from clause to clause of a sentence.
 */
final class ActionFinder {

    private static final WordMap<String> VERBS = WordMap.of(ActionFinder.class, "action-verbs.txt");
    private static final WordMap<String> ADVERBS = WordMap.of(ActionFinder.class, "action-adverbs.txt");
    private static final String SENTENCE = "。！？；!?;";
    private static final String CLAUSE = SENTENCE + "，,：:";
    private static final int LONGEST_OBJECT = 60;

    private final Actors actors;
    private final @Nullable Integer year;

    /** @param year the year the page speaks in, for 今年 and 去年 */
    ActionFinder(Actors actors, @Nullable Integer year) {
        this.actors = actors;
        this.year = year;
    }

    /** In the order of the passage. */
    List<ActionMention> find(TracedText passage, List<Organisation> named, List<Place> places, boolean planned) {
        String text = passage.toString();
        var found = new ArrayList<ActionMention>();
        var organisations = new HashMap<Integer, Organisation>();
        named.forEach(one -> organisations.put(one.start(), one));
        var placed = new HashMap<Integer, Place>();
        places.forEach(one -> placed.put(one.start(), one));
        String actor = null;
        String date = null;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && CLAUSE.indexOf(text.charAt(i)) < 0) {
                continue;
            }
            var opening = new Opening(text, from, i, organisations, placed, actors, year).read();
            if (opening.actor() != null || opening.plain()) {
                actor = opening.actor() == null ? actor : opening.actor();
            } else {
                actor = null;
            }
            date = opening.date() == null ? date : opening.date();
            ActionMention action = action(passage, text, opening, i, actor, date, planned);
            if (action != null) {
                found.add(action);
            }
            boolean stop = i < text.length() && SENTENCE.indexOf(text.charAt(i)) >= 0;
            actor = stop ? null : actor;
            date = stop ? null : date;
            from = i + 1;
        }
        return found;
    }

    private static @Nullable ActionMention action(
            TracedText passage,
            String text,
            Opening.Read opening,
            int end,
            @Nullable String actor,
            @Nullable String date,
            boolean planned) {
        String verb = VERBS.startingAt(text, opening.end());
        if (verb == null) {
            return null;
        }
        int start = opening.end() + verb.length();
        boolean completed = text.startsWith("了", start);
        start += completed ? 1 : 0;
        int stop = Math.min(end, start + LONGEST_OBJECT);
        if (stop - start < 2) {
            return null;
        }
        String object = text.substring(start, stop).strip();
        if (object.length() < 2) {
            return null;
        }
        var status = status(verb, opening, completed, planned);
        return new ActionMention(actor, verb, object, status, date, passage.span(opening.end(), stop));
    }

    private static ActionMention.Status status(String verb, Opening.Read opening, boolean completed, boolean planned) {
        if (completed || opening.tells('A')) {
            return ActionMention.Status.DONE;
        }
        if (planned || opening.tells('F')) {
            return ActionMention.Status.PLANNED;
        }
        boolean goesOn = opening.tells('N') || "D".equals(VERBS.get(verb));
        return goesOn && opening.date() == null ? ActionMention.Status.DOING : ActionMention.Status.DONE;
    }

    /** What stands between the actor and the verb. */
    static @Nullable String adverb(String text, int at) {
        return ADVERBS.startingAt(text, at);
    }

    /** What an adverb tells: F, N, A or -. */
    static char tells(String adverb) {
        return String.valueOf(ADVERBS.get(adverb)).charAt(0);
    }
}
