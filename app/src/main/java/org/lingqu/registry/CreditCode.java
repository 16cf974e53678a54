package org.lingqu.registry;

import java.text.Normalizer;
import java.util.Locale;

/**
 * 统一社会信用代码, the number every organisation in China bears: 18 signs, the ninth a check over the organisation code
 * before it (GB 11714), the last a check over all (GB 32100-2015).
 */
public final class CreditCode {

    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String ORGANISATION_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** What is wrong with a code, or {@link #FINE}. */
    public enum Fault {
        FINE,
        /** Not 18 signs long. */
        LENGTH,
        /** A sign that codes do not use; I, O, S, V and Z are left out because they look like figures. */
        SIGN,
        /** The ninth sign of the organisation code inside does not fit. */
        ORGANISATION_CHECK,
        /** The last sign does not fit the others. */
        CHECK
    }

    private CreditCode() {}

    /** A code as people write it in half width and capitals, without spaces and hyphens. */
    static String spelled(String written) {
        return written.length() == 18 && check(written) == Fault.FINE
                ? written
                : Normalizer.normalize(written, Normalizer.Form.NFKC)
                        .replaceAll("[\\s-]", "")
                        .toUpperCase(Locale.ROOT);
    }

    /** @param code upper case, half width */
    public static Fault check(String code) {
        if (code.length() != 18) {
            return Fault.LENGTH;
        }
        for (int i = 0; i < 18; i++) {
            if (SIGNS.indexOf(code.charAt(i)) < 0) {
                return Fault.SIGN;
            }
        }
        if (codeCheck(code) != code.charAt(17)) {
            return Fault.CHECK;
        }
        return organisationCheck(code.substring(8, 16)) == code.charAt(16) ? Fault.FINE : Fault.ORGANISATION_CHECK;
    }

    /**
     * The whole code for its first sixteen signs: who registered it, what kind of organisation it is, the region, and the
     * organisation code without its check.
     *
     * @throws IllegalArgumentException if these are not sixteen signs that codes use
     */
    public static String complete(String beginning) {
        if (beginning.length() != 16 || beginning.chars().anyMatch(sign -> SIGNS.indexOf(sign) < 0)) {
            throw new IllegalArgumentException("a credit code begins with 16 signs of " + SIGNS + ", got " + beginning);
        }
        String body = beginning + organisationCheck(beginning.substring(8));
        return body + codeCheck(body);
    }

    /** The last sign for the seventeen before it. */
    private static char codeCheck(String code) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += SIGNS.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return SIGNS.charAt((31 - sum % 31) % 31);
    }

    private static char organisationCheck(String body) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += ORGANISATION_SIGNS.indexOf(body.charAt(i)) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 11 ? '0' : check == 10 ? 'X' : (char) ('0' + check);
    }
}
