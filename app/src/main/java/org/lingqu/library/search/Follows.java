package org.lingqu.library.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lingqu.account.Actor;
import org.lingqu.audit.AuditLog;
import org.lingqu.database.Database;
import org.lingqu.library.store.FollowRows;
import org.lingqu.ui.NotFound;
import org.springframework.stereotype.Service;

/**
 * Searches that people follow: each knows what its person has seen, and tells what has come since. A reprint of what she could read
 * before is not news. Everybody has his own, and nobody sees another's.
 */
@Service
public final class Follows {

    /** How many somebody may have. */
    public static final int MOST = 100;

    /** Characters of a name. */
    public static final int LONGEST_NAME = 100;

    private static final int LONGEST_QUERY = 4_000;

    private final Database database;
    private final Search search;
    private final AuditLog audit;
    private final Clock clock;

    Follows(Database database, Search search, AuditLog audit, Clock clock) {
        this.database = database;
        this.search = search;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A search with what is new in it.
     *
     * @param news how many things have come since its person looked, everything that says the same counted once; a thousand and one
     *     stands for more
     */
    public record WithNews(Follow follow, int news) {}

    /** What became of a wish. */
    public sealed interface Outcome {
        /** It is so. */
        record Done(Follow follow) implements Outcome {}

        /** Everything that speaks against it. */
        record Refused(List<FollowProblem> problems) implements Outcome {}
    }

    /** The searches of somebody, the oldest first, each with what is new. */
    public List<WithNews> of(Actor actor) {
        long person = actor.requirePerson();
        return database.read(in -> FollowRows.of(in, person)).stream()
                .map(follow -> new WithNews(follow, search.news(actor, request(follow))))
                .toList();
    }

    private static SearchRequest request(Follow follow) {
        return new SearchQueryReader(follow.query()).read(1).since(follow.seen());
    }

    /** The search of somebody that looks for the same. */
    public Optional<Follow> same(Actor actor, SearchQuery query) {
        return actor.isSignedIn()
                ? database.read(in -> FollowRows.byQuery(in, actor.requirePerson(), kept(query)))
                : Optional.empty();
    }

    /** Follows a search from now on; what it finds now is no news. One that is followed already stays as it is. */
    public Outcome add(Actor by, String name, SearchQuery query) {
        String kept = kept(query);
        List<FollowProblem> problems = new ArrayList<>(problems(name));
        if (kept.isEmpty()) {
            problems.add(FollowProblem.EMPTY);
        } else if (kept.length() > LONGEST_QUERY) {
            problems.add(FollowProblem.TOO_LONG);
        }
        long seen = search.seenUpTo();
        return database.write(in -> {
            List<Follow> all = FollowRows.of(in, by.requirePerson());
            Optional<Follow> same = FollowRows.byQuery(in, by.requirePerson(), kept);
            if (same.isPresent()) {
                return new Outcome.Done(same.get());
            }
            if (all.size() >= MOST) {
                problems.add(FollowProblem.TOO_MANY);
            }
            if (!problems.isEmpty()) {
                return new Outcome.Refused(problems);
            }
            Follow follow = FollowRows.insert(in, by.requirePerson(), name.strip(), kept, seen, clock.instant());
            audit.record(by, "library.follow", "follow", Long.toString(follow.id()), null, follow.name() + " " + kept);
            return new Outcome.Done(follow);
        });
    }

    /** What is followed: words and filters, whatever the order and the page were. */
    private static String kept(SearchQuery query) {
        return query.without("since").sorted("").unfolded(false).address();
    }

    private static List<FollowProblem> problems(String name) {
        if (name.isBlank()) {
            return List.of(FollowProblem.NAME_MISSING);
        }
        return name.strip().length() > LONGEST_NAME ? List.of(FollowProblem.NAME_TOO_LONG) : List.of();
    }

    /**
     * Notes that its person has seen what it finds now.
     *
     * @return the search as it was before: what is new since then is what she is shown
     */
    public Follow open(Actor by, long id) {
        long seen = search.seenUpTo();
        return database.write(in -> {
            Follow before = FollowRows.byId(in, by.requirePerson(), id).orElseThrow(NotFound::new);
            FollowRows.seen(in, id, Math.max(before.seen(), seen), clock.instant());
            return before;
        });
    }

    /** Calls it otherwise. */
    public Outcome rename(Actor by, long id, String name) {
        List<FollowProblem> problems = problems(name);
        return database.write(in -> {
            Follow before = FollowRows.byId(in, by.requirePerson(), id).orElseThrow(NotFound::new);
            if (!problems.isEmpty()) {
                return new Outcome.Refused(problems);
            }
            FollowRows.rename(in, id, name.strip());
            audit.record(by, "library.follow-rename", "follow", Long.toString(id), before.name(), name.strip());
            return new Outcome.Done(before);
        });
    }

    /** Follows it no longer. */
    public void remove(Actor by, long id) {
        database.change(in -> {
            Follow before = FollowRows.byId(in, by.requirePerson(), id).orElseThrow(NotFound::new);
            FollowRows.remove(in, id);
            audit.record(
                    by,
                    "library.unfollow",
                    "follow",
                    Long.toString(id),
                    before.name() + " " + before.query().address(),
                    null);
        });
    }
}
