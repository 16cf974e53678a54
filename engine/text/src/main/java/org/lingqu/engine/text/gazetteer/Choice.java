package org.lingqu.engine.text.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Decides which of several divisions of one name is meant, or that none can be; remembers, so for one thread and one page. */
final class Choice {

    private final Divisions divisions;
    private final PlaceContext context;
    private final Map<String, Optional<Bearer.OfDivision>> decided = new HashMap<>();

    Choice(Divisions divisions, PlaceContext context) {
        this.divisions = divisions;
        this.context = context;
    }

    /** Whether a name may be skipped as a whole when nobody is chosen: it is not likely to grow out of its neighbours. */
    boolean standsAlone(List<Bearer> bearers) {
        return bearers.stream().noneMatch(b -> b instanceof Bearer.OfDivision d && d.common());
    }

    /** @param before the division named directly in front, null when there is none */
    Bearer.@Nullable OfDivision of(String name, List<Bearer> bearers, @Nullable Division before) {
        if (before != null) {
            return among(bearers, before);
        }
        return decided.computeIfAbsent(name, n -> Optional.ofNullable(among(bearers, null)))
                .orElse(null);
    }

    private Bearer.@Nullable OfDivision among(List<Bearer> bearers, @Nullable Division before) {
        var all = new ArrayList<Bearer.OfDivision>();
        for (Bearer bearer : bearers) {
            if (bearer instanceof Bearer.OfDivision d) {
                all.add(d);
            }
        }
        if (all.isEmpty()) {
            return null;
        }
        if (before != null && before.level() != Division.Level.COUNTRY) {
            var below =
                    only(all, b -> b.division().within(before) && !b.division().equals(before));
            if (!below.isEmpty()) {
                return highest(below);
            }
        }
        var high = only(all, b -> b.division().level().compareTo(Division.Level.PREFECTURE) < 0);
        return high.isEmpty() ? known(all) : high.getFirst();
    }

    private Bearer.@Nullable OfDivision known(List<Bearer.OfDivision> all) {
        var full = only(all, b -> b.full() && (!b.common() || context.nearby(b.division(), divisions)));
        if (!full.isEmpty()) {
            return oneOf(full);
        }
        var said = only(
                all, b -> !b.full() && context.names().contains(b.division().name()) && near(b));
        if (!said.isEmpty()) {
            return oneOf(said);
        }
        var prefectures = only(all, b -> !b.full() && b.division().level() == Division.Level.PREFECTURE);
        if (!prefectures.isEmpty()) {
            return oneOf(only(prefectures, b -> !b.common() || atHome(b)));
        }
        return oneOf(only(all, b -> !b.full() && !b.common() && context.inProvince(b.division(), divisions)));
    }

    /** A short name whose full form is on the page is meant when that full form is unique or its surroundings are there. */
    private boolean near(Bearer.OfDivision bearer) {
        return divisions.named(bearer.division().name()).stream()
                                .map(Division::path)
                                .distinct()
                                .count()
                        == 1
                || context.nearby(bearer.division(), divisions);
    }

    private boolean atHome(Bearer.OfDivision bearer) {
        Division home = context.home();
        return home != null && home.within(bearer.division());
    }

    /** The one meant among candidates that are equally well named; null when the page does not decide. */
    private Bearer.@Nullable OfDivision oneOf(List<Bearer.OfDivision> candidates) {
        var left = inTime(candidates);
        if (paths(left) > 1) {
            left = only(left, b -> context.nearby(b.division(), divisions));
        }
        if (paths(left) > 1) {
            left = only(left, this::sharesHome);
        }
        if (paths(left) == 1) {
            return left.getFirst();
        }
        return null;
    }

    private boolean sharesHome(Bearer.OfDivision bearer) {
        Division home = context.home();
        return home != null
                && divisions
                        .at(home, Division.Level.PREFECTURE)
                        .map(bearer.division()::within)
                        .orElse(bearer.division().within(home));
    }

    /** Those in force in the page's year; without a year, or when none was, those in force now; failing that, the last. */
    private List<Bearer.OfDivision> inTime(List<Bearer.OfDivision> candidates) {
        Integer year = context.year();
        if (candidates.size() < 2) {
            return candidates;
        }
        var named = only(candidates, b -> context.names().contains(b.division().name()));
        var pool = named.isEmpty() ? candidates : named;
        var then = only(pool, b -> {
            Integer until = b.division().until();
            return year != null && until != null && year <= until;
        });
        if (!then.isEmpty()) {
            return then;
        }
        var now = only(pool, b -> b.division().current());
        return now.isEmpty() ? pool : now;
    }

    private static long paths(List<Bearer.OfDivision> bearers) {
        return bearers.stream().map(b -> b.division().path()).distinct().count();
    }

    private static Bearer.OfDivision highest(List<Bearer.OfDivision> bearers) {
        Bearer.OfDivision best = bearers.getFirst();
        for (Bearer.OfDivision bearer : bearers) {
            int higher = bearer.division().level().compareTo(best.division().level());
            if (higher < 0
                    || (higher == 0
                            && bearer.division().current()
                            && !best.division().current())) {
                best = bearer;
            }
        }
        return best;
    }

    private static List<Bearer.OfDivision> only(List<Bearer.OfDivision> bearers, Predicate<Bearer.OfDivision> that) {
        return bearers.stream().filter(that).toList();
    }
}
