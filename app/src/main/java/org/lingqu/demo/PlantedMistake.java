package org.lingqu.demo;

/**
 * A mistake in a cell of the officer's list.
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
        YUAN_FOR_TEN_THOUSAND("");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
