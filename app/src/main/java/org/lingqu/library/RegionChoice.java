package org.lingqu.library;

import org.lingqu.engine.text.gazetteer.Division;

/** Statements about which region are wanted. */
public sealed interface RegionChoice {

    /** A division and all that lies in it; the country stands for itself alone. */
    record Within(Division division) implements RegionChoice {

        /** The smallest code that lies in it. */
        public String first() {
            return division.code();
        }

        /** The largest code that lies in it. */
        public String last() {
            return switch (division.level()) {
                case COUNTRY, COUNTY -> division.code();
                case PROVINCE -> division.code().substring(0, 2) + "9999";
                case PREFECTURE -> division.code().substring(0, 4) + "99";
            };
        }
    }

    /** A region that is no division, by its name: 长三角, a development zone. */
    record Named(String name) implements RegionChoice {}
}
