package org.lingqu.bench.match;

import org.lingqu.engine.policy.rule.Truth;

/** An engine that decides one firm after the other; safe for several threads once made. */
interface RowPeer {
    Truth decide(int row);

    static Truth of(@org.jspecify.annotations.Nullable Object answer) {
        return answer instanceof Boolean yes ? Truth.of(yes) : Truth.UNKNOWN;
    }
}
