package org.lingqu.engine.policy.feel.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lingqu.engine.policy.feel.eval.BuiltInFunction.Implementation;
import org.lingqu.engine.policy.feel.value.Comparing;
import org.lingqu.engine.policy.feel.value.Value;

/** DMN 1.5, 10.3.4.4 and 10.3.4.9. Positions count from 1, negative ones from the end. */
final class ListFunctions {

    static final Map<String, Implementation> ALL = Map.ofEntries(
            Map.entry("list contains", of((list, arguments) -> Value.of(contains(list, arguments.at(1))))),
            Map.entry("count", of((list, arguments) -> Value.of(list.size()))),
            Map.entry("sublist", of(ListFunctions::sublist)),
            Map.entry("append", of((list, arguments) -> {
                List<Value> longer = new ArrayList<>(list);
                longer.addAll(arguments.values().subList(1, arguments.size()));
                return new Value.Items(longer);
            })),
            Map.entry("concatenate", arguments -> joined(arguments, false)),
            Map.entry("union", arguments -> joined(arguments, true)),
            Map.entry("insert before", of(ListFunctions::insert)),
            Map.entry("remove", of(ListFunctions::remove)),
            Map.entry("list replace", of(ListFunctions::replace)),
            Map.entry("reverse", of((list, arguments) -> new Value.Items(list.reversed()))),
            Map.entry("index of", of(ListFunctions::indexes)),
            Map.entry(
                    "distinct values", of((list, arguments) -> new Value.Items(distinct(list, arguments.evaluator())))),
            Map.entry("flatten", of((list, arguments) -> {
                List<Value> flat = new ArrayList<>();
                flatten(list, flat, arguments.evaluator());
                return new Value.Items(flat);
            })),
            Map.entry("sort", of(ListFunctions::sort)));

    private ListFunctions() {}

    private interface OfList {
        Value apply(List<Value> list, Arguments arguments);
    }

    private static Implementation of(OfList function) {
        return arguments -> {
            List<Value> list = arguments.list(0);
            return list == null ? Value.Null.NULL : function.apply(list, arguments);
        };
    }

    static boolean contains(List<Value> list, Value element) {
        return list.stream().anyMatch(item -> Comparing.same(item, element));
    }

    private static Value sublist(List<Value> list, Arguments arguments) {
        Integer start = arguments.whole(1);
        Integer length = arguments.size() > 2 ? arguments.whole(2) : (Integer) Integer.MAX_VALUE;
        if (start == null || length == null || start == 0 || length < 0) {
            return Value.Null.NULL;
        }
        int from = start > 0 ? start - 1 : list.size() + start;
        if (from < 0 || from > list.size() || (arguments.size() > 2 && length > list.size() - from)) {
            return Value.Null.NULL;
        }
        return new Value.Items(list.subList(from, Math.min(list.size(), from + Math.min(length, list.size()))));
    }

    private static Value joined(Arguments arguments, boolean distinct) {
        List<Value> all = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            List<Value> list = arguments.list(i);
            if (list == null) {
                return Value.Null.NULL;
            }
            all.addAll(list);
        }
        return new Value.Items(distinct ? distinct(all, arguments.evaluator()) : all);
    }

    private static List<Value> distinct(List<Value> list, Evaluator evaluator) {
        List<Value> distinct = new ArrayList<>();
        for (Value value : list) {
            evaluator.budget().spend(distinct.size());
            if (!contains(distinct, value)) {
                distinct.add(value);
            }
        }
        return distinct;
    }

    /** The index from 0 that a position means; -1 if there is none. */
    private static int index(List<Value> list, Arguments arguments, int argument) {
        Integer position = arguments.whole(argument);
        if (position == null || !arguments.isWhole(argument)) {
            return -1;
        }
        int index = position > 0 ? position - 1 : list.size() + position;
        return position != 0 && index >= 0 && index < list.size() ? index : -1;
    }

    private static Value insert(List<Value> list, Arguments arguments) {
        int index = index(list, arguments, 1);
        if (index < 0) {
            return Value.Null.NULL;
        }
        List<Value> longer = new ArrayList<>(list);
        longer.add(index, arguments.at(2));
        return new Value.Items(longer);
    }

    private static Value remove(List<Value> list, Arguments arguments) {
        int index = index(list, arguments, 1);
        if (index < 0) {
            return Value.Null.NULL;
        }
        List<Value> shorter = new ArrayList<>(list);
        shorter.remove(index);
        return new Value.Items(shorter);
    }

    private static Value replace(List<Value> list, Arguments arguments) {
        List<Value> changed = new ArrayList<>(list);
        if (arguments.at(1) instanceof Value.Function match) {
            for (int i = 0; i < list.size(); i++) {
                Value matches = arguments.evaluator().invoke(match, List.of(list.get(i), arguments.at(2)));
                if (!(matches instanceof Value.Bool(boolean replace))) {
                    return Value.Null.NULL;
                }
                if (replace) {
                    changed.set(i, arguments.at(2));
                }
            }
            return new Value.Items(changed);
        }
        Integer position = arguments.whole(1);
        int index = position == null || position == 0 ? -1 : position > 0 ? position - 1 : list.size() + position;
        if (index < 0 || index >= list.size()) {
            return Value.Null.NULL;
        }
        changed.set(index, arguments.at(2));
        return new Value.Items(changed);
    }

    private static Value indexes(List<Value> list, Arguments arguments) {
        List<Value> indexes = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (Comparing.same(list.get(i), arguments.at(1))) {
                indexes.add(Value.of(i + 1));
            }
        }
        return new Value.Items(indexes);
    }

    private static void flatten(List<Value> list, List<Value> flat, Evaluator evaluator) {
        evaluator.budget().enter();
        for (Value value : list) {
            evaluator.budget().spend(1);
            if (value instanceof Value.Items(List<Value> inner)) {
                flatten(inner, flat, evaluator);
            } else {
                flat.add(value);
            }
        }
        evaluator.budget().leave();
    }

    private static Value sort(List<Value> list, Arguments arguments) {
        if (!(arguments.at(1) instanceof Value.Function precedes)) {
            return Value.Null.NULL;
        }
        return new Value.Items(sorted(list, precedes, arguments.evaluator()));
    }

    /** Merge sort of our own: whatever the function answers, it ends, which the library's does not promise. */
    private static List<Value> sorted(List<Value> list, Value.Function precedes, Evaluator evaluator) {
        if (list.size() < 2) {
            return list;
        }
        List<Value> left = sorted(list.subList(0, list.size() / 2), precedes, evaluator);
        List<Value> right = sorted(list.subList(list.size() / 2, list.size()), precedes, evaluator);
        List<Value> merged = new ArrayList<>(list.size());
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) {
            boolean rightFirst = evaluator
                    .invoke(precedes, List.of(right.get(r), left.get(l)))
                    .equals(Value.Bool.TRUE);
            merged.add(rightFirst ? right.get(r++) : left.get(l++));
        }
        merged.addAll(left.subList(l, left.size()));
        merged.addAll(right.subList(r, right.size()));
        return merged;
    }
}
