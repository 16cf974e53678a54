package org.lingqu.engine.policy.store;

import java.io.IOException;
import java.nio.file.Path;

/** A region's file that is not one, was written by another version, or is damaged. */
public final class UnreadableRegion extends IOException {

    private static final long serialVersionUID = 1;

    /** What is wrong; stable, for scripts. */
    public enum Code {
        NOT_A_REGION,
        OTHER_VERSION,
        TRUNCATED,
        DAMAGED
    }

    private final Code code;

    UnreadableRegion(Code code, Path file, String what) {
        super(file + " " + code + ": " + what + "; make it again from the file of firms");
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
