package org.lingqu.engine.text.gazetteer;

import java.util.List;
import org.lingqu.engine.text.lexicon.DataFile;

/** Tells the names of central bodies, which do not begin with a place: 国务院, 科技部, 国家发展改革委. */
final class CentralBodies {

    private static final List<String> BEGINNINGS = DataFile.words(CentralBodies.class, "central-bodies.txt");

    private CentralBodies() {}

    static boolean isOne(String name) {
        for (String beginning : BEGINNINGS) {
            if (name.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
