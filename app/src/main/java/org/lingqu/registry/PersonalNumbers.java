package org.lingqu.registry;

import java.util.regex.Pattern;

/** Telephone and identity numbers inside words: they are neither kept of parties nor shown in reports about them. */
public final class PersonalNumbers {

    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])(1[3-9]\\d)\\d{6}(\\d{2})(?![0-9])");
    /** Area code and number of a fixed telephone. */
    private static final Pattern FIXED = Pattern.compile("(?<![0-9])(0\\d{2,3}[-－ ])\\d{5,6}(\\d{2})(?![0-9])");
    /** A resident's number has a day of birth in the middle, which tells it from a credit code. */
    private static final Pattern IDENTITY = Pattern.compile(
            "(?<![0-9])(\\d{4})\\d{2}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{2}(\\d{2}|\\d[Xx])(?![0-9A-Za-z])");

    private PersonalNumbers() {}

    /** Whether words hold one. */
    public static boolean isIn(String words) {
        return MOBILE.matcher(words).find()
                || FIXED.matcher(words).find()
                || IDENTITY.matcher(words).find();
    }

    /** The words with every such number masked. */
    public static String masked(String words) {
        String mobile = MOBILE.matcher(words).replaceAll("$1******$2");
        String fixed = FIXED.matcher(mobile).replaceAll("$1*****$2");
        return IDENTITY.matcher(fixed).replaceAll("$1************$2");
    }
}
