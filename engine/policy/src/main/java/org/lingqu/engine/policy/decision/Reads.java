package org.lingqu.engine.policy.decision;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.rule.Term;

/**
 * Which nodes look at what, so that supposing one thing leaves everything else computed. Nodes are those that the interpreter has
 * prepared; of any other nothing is known. One thread at a time adds nodes while any number of threads ask.
 */
public final class Reads {

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);

    /** A node and then its sight, placed by the node's identity; half of it stays empty. A slot is written once, its node last. */
    private volatile Object[] slots = new Object[1 << 12];

    private int size;

    private final Map<Missing, Integer> numbers = new ConcurrentHashMap<>();

    Reads() {}

    @SuppressWarnings("ReferenceEquality") // the very node is meant
    private @Nullable Sight find(Term node) {
        Object[] table = slots;
        int mask = table.length - 1;
        for (int i = (System.identityHashCode(node) << 1) & mask; ; i = (i + 2) & mask) {
            Object found = SLOT.getAcquire(table, i);
            if (found == node) {
                return (Sight) table[i + 1];
            }
            if (found == null) {
                return null;
            }
        }
    }

    /** Takes in a node whose parts are in; for the one who prepares. */
    void add(Term node, Sight sight) {
        if (size * 4 >= slots.length) {
            Object[] larger = new Object[slots.length * 2];
            for (int i = 0; i < slots.length; i += 2) {
                if (slots[i] != null) {
                    put(larger, slots[i], slots[i + 1]);
                }
            }
            slots = larger;
        }
        put(slots, node, sight);
        size++;
    }

    private static void put(Object[] table, Object node, Object sight) {
        int mask = table.length - 1;
        int i = (System.identityHashCode(node) << 1) & mask;
        while (table[i] != null) {
            i = (i + 2) & mask;
        }
        table[i + 1] = sight;
        SLOT.setRelease(table, i, node);
    }

    /** The number of something looked at; for the one who prepares. */
    int number(Missing look) {
        Integer number = numbers.get(look);
        if (number == null) {
            number = numbers.size();
            numbers.put(look, number);
        }
        return number;
    }

    /** How many nodes there are; for the one who prepares. */
    int size() {
        return size;
    }

    /** The number of something looked at, to ask {@link #at} with; negative if nothing looks at it. */
    int place(Missing look) {
        return numbers.getOrDefault(look, -1);
    }

    /** As {@link #place(Missing)}, of a fact. */
    public int place(FactRef ref) {
        return place(new Missing.MissingFact(ref));
    }

    /** As {@link #place(Missing)}, of a title. */
    public int place(String title) {
        return place(new Missing.MissingTitle(title));
    }

    /** Whether a node looks at what has that number; yes where nothing is known of the node. */
    public boolean at(Term node, int place) {
        Sight found = find(node);
        return found == null || found.has(place);
    }

    /** Whether a node looks at a question or a judgement; yes where nothing is known of the node. */
    boolean asks(Term node) {
        Sight found = find(node);
        return found == null || found.asks();
    }

    /**
     * What a node looks at.
     *
     * @throws IllegalArgumentException if it is no node that was prepared
     */
    public Sight sight(Term node) {
        Sight found = find(node);
        if (found == null) {
            throw new IllegalArgumentException("not prepared: " + node);
        }
        return found;
    }
}
