package org.lingqu.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a kind is numbered of which one is known by its number and not by its name: two may be called the same, and a list that comes again means
 * the same ones.
 *
 * @param columns how the column of numbers is headed, the first one in templates; never empty
 * @param level name of the fact by which numbers are checked; empty where none is needed
 */
public record Numbering(List<String> columns, Check check, String level) {

    /** Code of the problem that a number is not there. */
    static final String MISSING = "NO_NUMBER";

    /** Signs of a number that is kept; the column of codes holds no more. */
    private static final int LONGEST = 18;

    /** How numbers are checked. */
    public enum Check {
        /** By nothing but their length. */
        NONE,
        /** As numbers of rights, by {@link RightClass}. */
        RIGHT
    }

    public Numbering {
        columns = List.copyOf(columns);
    }

    /** How the column is called in templates and forms. */
    public String column() {
        return columns.getFirst();
    }

    /** How it is to be filled. */
    public String meaning() {
        return switch (check) {
            case NONE -> "同一编号就是同一个，每行必填";
            case RIGHT -> RightNumber.MEANING;
        };
    }

    /**
     * Reads one.
     *
     * @param held what the level's column or field says; null where nothing
     * @param day no number has been given after it
     */
    NumberRead read(String written, @Nullable String held, LocalDate day) {
        String text = PatentNumber.plain(written);
        if (text.chars().noneMatch(Character::isDigit)) { // nothing, a dash, 无
            return new NumberRead.Wrong(
                    MISSING,
                    "没有" + column() + "；凭编号才认得是哪一件，请补上",
                    "The number is missing, by which it is known; add it");
        }
        return switch (check) {
            case NONE -> free(text);
            case RIGHT ->
                RightNumber.read(
                        text, held == null ? null : RightClass.called(held).orElse(null), day);
        };
    }

    static NumberRead free(String text) {
        return text.length() <= LONGEST
                ? new NumberRead.Sound(text, null)
                : new NumberRead.Wrong(
                        "NUMBER_TOO_LONG",
                        "编号超过 " + LONGEST + " 个字，请只写编号本身",
                        "A number of more than " + LONGEST + " signs; write the number alone");
    }
}
