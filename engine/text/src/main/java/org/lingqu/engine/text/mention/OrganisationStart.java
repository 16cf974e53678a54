package org.lingqu.engine.text.mention;

import org.lingqu.engine.text.gazetteer.Divisions;

/** Where in a run of characters the name of an organisation begins. */
final class OrganisationStart {

    private OrganisationStart() {}

    /** The first index from which the rest begins with a place or is a central body; -1 when there is none. */
    static int of(String words) {
        for (int at = 0; at + 2 <= words.length(); at++) {
            if (Divisions.standard().ofOrganisation(words.substring(at)).isPresent()) {
                return at;
            }
        }
        return -1;
    }
}
