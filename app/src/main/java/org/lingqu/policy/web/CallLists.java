package org.lingqu.policy.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.lingqu.account.Actor;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.match.Answer;
import org.lingqu.policy.Board;
import org.lingqu.policy.CallRow;
import org.lingqu.policy.Opportunities;
import org.lingqu.policy.Tally;
import org.lingqu.registry.EnterpriseOrder;
import org.lingqu.registry.Enterprises;
import org.springframework.stereotype.Component;

/** Who is on the call list that an address asks for: what the board says, within a part of the region. */
@Component
final class CallLists {

    /** So many are decided with all reasons to be sorted by them. */
    static final int SHORT = 500;

    private final Opportunities opportunities;
    private final Enterprises enterprises;

    CallLists(Opportunities opportunities, Enterprises enterprises) {
        this.opportunities = opportunities;
        this.enterprises = enterprises;
    }

    /** Numbers of those that are asked for, in the order that is asked for; by revenue where the list is too long for it. */
    long[] ids(Actor actor, Board board, Policy policy, CallQuery asked) {
        long[] all = Arrays.stream(chosen(board, policy, asked))
                .filter(among(actor, board, asked))
                .toArray();
        long[] ids = switch (asked.holders()) {
            case ANY -> all;
            case NONE -> held(board, policy, all, false);
            case ONLY -> held(board, policy, all, true);
        };
        return sorted(actor, board, policy, asked, asked.isOfNear() ? byWay(policy, asked, ids) : ids);
    }

    /** How many of those who are near have a step that they can take, within the part that is asked for. */
    OptionalInt withWay(Actor actor, Board board, Policy policy, CallQuery asked) {
        return opportunities.countWithWay(policy, among(actor, board, asked));
    }

    /** Those with a step first; as they are where they are too many to be searched. */
    private long[] byWay(Policy policy, CallQuery asked, long[] ids) {
        Set<Long> with = opportunities.withWay(policy, ids).orElse(null);
        if (with == null) {
            return ids;
        }
        LongStream first = asked.way() == CallQuery.Way.WITHOUT
                ? LongStream.empty()
                : Arrays.stream(ids).filter(with::contains);
        LongStream last = asked.way() == CallQuery.Way.WITH
                ? LongStream.empty()
                : Arrays.stream(ids).filter(id -> !with.contains(id));
        return LongStream.concat(first, last).toArray();
    }

    private long[] sorted(Actor actor, Board board, Policy policy, CallQuery asked, long[] ids) {
        return switch (asked.order()) {
            case REVENUE -> ids;
            case NAME -> byName(actor, board, asked, ids);
            case BRINGS -> sorted(policy, ids, Comparator.comparing(CallRow::answer, Answer.MOST_FIRST));
            case LEAST ->
                sorted(
                        policy,
                        ids,
                        Comparator.<CallRow, Boolean>comparing(
                                        row -> !row.answer().step().isPossible())
                                .thenComparingInt(row -> row.answer().failing().size())
                                .thenComparingDouble(row -> row.answer().step().effort()));
        };
    }

    /** How enterprises of the part stand to the policy. */
    Tally tally(Actor actor, Board board, Policy policy, CallQuery asked) {
        return board.tally(policy, among(actor, board, asked));
    }

    private static long[] chosen(Board board, Policy policy, CallQuery asked) {
        if (!asked.falls().isEmpty()) {
            return board.fallen(policy, asked.falls());
        }
        if (!asked.left().isEmpty()) {
            return board.left(policy, asked.left());
        }
        return asked.of()
                .map(answer -> board.enterprises(policy, asked.criterion(), answer))
                .orElseGet(() -> board.enterprises(
                        policy, asked.standing(), asked.criterion().isEmpty() ? null : asked.criterion(), false));
    }

    private LongPredicate among(Actor actor, Board board, CallQuery asked) {
        if (!asked.isPart()) {
            return id -> true;
        }
        long[] part = enterprises.numbers(actor, asked.filter(board.asOf()));
        return id -> Arrays.binarySearch(part, id) >= 0;
    }

    private static long[] held(Board board, Policy policy, long[] ids, boolean wanted) {
        Set<Long> holders = board.holders(policy, Arrays.stream(ids).boxed().toList());
        return Arrays.stream(ids).filter(id -> holders.contains(id) == wanted).toArray();
    }

    private long[] byName(Actor actor, Board board, CallQuery asked, long[] ids) {
        var wanted = new HashSet<Long>();
        Arrays.stream(ids).forEach(wanted::add);
        return Arrays.stream(enterprises.numbers(actor, asked.filter(board.asOf()), EnterpriseOrder.NAME))
                .filter(wanted::contains)
                .toArray();
    }

    private long[] sorted(Policy policy, long[] ids, Comparator<CallRow> order) {
        if (ids.length > SHORT) {
            return ids;
        }
        List<CallRow> rows =
                opportunities.calls(policy, Arrays.stream(ids).boxed().toList());
        return rows.stream()
                .sorted(order)
                .mapToLong(row -> row.enterprise().id())
                .toArray();
    }
}
