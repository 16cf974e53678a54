package org.lingqu.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A mistake in a cell of an officer's list of firms or of rights.
 *
 * @param cell as Excel calls it, {@code C12}
 * @param code under which {@code FirmSheet} reports it; empty where a cell alone does not tell and only a comparison would
 * @param written what stands in the cell
 * @param meant what should stand there
 */
public record PlantedMistake(String cell, Kind kind, String code, String written, String meant) {

    /** What people get wrong in spreadsheets, and the code of the problem that reading them reports. */
    public enum Kind {
        WRONG_CHECK_SIGN("CODE_CHECK"),
        CODE_TOO_SHORT("CODE_LENGTH"),
        LETTER_FOR_FIGURE("CODE_SIGN"),
        CODE_AS_NUMBER("NUMBER_FOR_CODE"),
        ABOUT("NOT_A_NUMBER"),
        DEAD_FORMULA("NOT_A_NUMBER"),
        UNIT_BEHIND_FIGURE("UNIT_IN_CELL"),
        NEGATIVE("TOO_SMALL"),
        HALF_A_PERSON("NOT_WHOLE"),
        FORMATTED_AS_DATE("DATE_FOR_NUMBER"),
        NO_SUCH_DAY("NO_SUCH_DAY"),
        SEASON_FOR_DAY("NOT_A_DATE"),
        NAME_FOR_CODE("UNKNOWN_CODE"),
        NEITHER_YES_NOR_NO("NOT_YES_NO"),
        SAME_FIRM_OTHER_NAME("FIRM_TWICE"),
        ROW_WITHOUT_FIRM("ROW_WITHOUT_FIRM"),
        ZERO_TOO_MANY(""),
        YUAN_FOR_TEN_THOUSAND(""),
        WRONG_CHECK_DIGIT("NUMBER_CHECK"),
        DIGIT_MISSING("NUMBER_SHAPE"),
        YEAR_TO_COME("NUMBER_YEAR"),
        OTHER_CLASS("NUMBER_NOT_OF_CLASS"),
        NO_NUMBER("NO_NUMBER"),
        SAME_RIGHT_AGAIN("FIRM_TWICE");

        /** In lists of rights; all others are in lists of firms. */
        private static final Set<Kind> OF_RIGHTS = EnumSet.range(WRONG_CHECK_DIGIT, SAME_RIGHT_AGAIN);

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        static List<Kind> ofRights() {
            return List.copyOf(OF_RIGHTS);
        }

        static List<Kind> ofFirms() {
            return Stream.of(values()).filter(kind -> !OF_RIGHTS.contains(kind)).toList();
        }

        String code() {
            return code;
        }
    }
}
