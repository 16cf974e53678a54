package org.lingqu.policy.catalogue;

import java.util.regex.Pattern;

/** How near the region of a policy is to the one that the installation is for, the nearest first. */
public enum Nearness {
    /** Of that region itself, or of a part of it. */
    OWN,
    /** Of the province around it. */
    PROVINCE,
    /** Of the whole country. */
    COUNTRY,
    /** Of some other place, whose policies do not apply here and are there to be compared. */
    ELSEWHERE;

    private static final Pattern ENDS = Pattern.compile("(00){1,2}$");

    /**
     * Of a policy.
     *
     * @param region of the policy: {@code cn} or a code of six digits
     * @param own the code of the region of the installation; empty where nobody can tell, and then every policy counts as one of the
     *     country, so that none is put behind another
     */
    static Nearness of(String region, String own) {
        if (own.isEmpty() || region.equals("cn") || region.equals("000000")) {
            return COUNTRY;
        }
        String place = ENDS.matcher(region).replaceFirst("");
        if (place.startsWith(ENDS.matcher(own).replaceFirst(""))) {
            return OWN;
        }
        return own.startsWith(place) ? PROVINCE : ELSEWHERE;
    }

    /** Whether its policies apply in the region of the installation. */
    public boolean isLocal() {
        return this != ELSEWHERE;
    }
}
