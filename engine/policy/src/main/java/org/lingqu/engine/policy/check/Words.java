package org.lingqu.engine.policy.check;

import java.util.Set;
import java.util.TreeSet;

/** Names of constants as files write them. */
final class Words {

    private Words() {}

    static Set<String> of(Enum<?>[] values) {
        var words = new TreeSet<String>();
        for (Enum<?> value : values) {
            words.add(value.name());
        }
        return words;
    }
}
