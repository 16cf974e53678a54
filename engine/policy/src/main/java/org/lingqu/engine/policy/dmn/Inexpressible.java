package org.lingqu.engine.policy.dmn;

import java.io.Serial;

/** Something that FEEL cannot compute exactly; caught where the criterion is exported, which then becomes an input. */
final class Inexpressible extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    Inexpressible(String message) {
        super(message);
    }
}
