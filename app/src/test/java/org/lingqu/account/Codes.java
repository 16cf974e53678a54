package org.lingqu.account;

import java.time.Instant;

/** What a telephone would show, for tests of other packages. */
public final class Codes {

    private Codes() {}

    /** The bytes of a key. */
    public static byte[] bytes(String key) {
        return OneTimeCodes.bytes(key);
    }

    /** The code of now, or of some half minutes later. */
    public static String now(byte[] secret, int later) {
        return OneTimeCodes.code(secret, OneTimeCodes.step(Instant.now()) + later, OneTimeCodes.DIGITS);
    }
}
