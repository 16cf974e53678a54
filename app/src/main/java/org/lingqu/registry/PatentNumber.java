package org.lingqu.registry;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 专利申请号 (ZC 0006-2003), under which a patent is granted as well (专利号, ZL before it): the year of filing, one digit for what is asked
 * for, seven of a serial, and behind a dot a check digit. Until 2003-09-30 the year had two digits and the serial five. The check digit is the
 * sum of the digits before it, weighted 2 to 9 and again from 2, modulo 11, with X for ten: it finds any single wrong digit and any
 * two neighbours that changed places.
 */
public final class PatentNumber {

    /** The first patents were applied for on 1985-04-01. */
    private static final int FIRST_YEAR = 1985;

    /** Check digits came in 1989; numbers before that bore none. */
    private static final int FIRST_CHECKED_YEAR = 1989;

    private static final int LAST_SHORT_YEAR = 2003;

    private static final Pattern WRITTEN = Pattern.compile("(?:ZL|CN)?(\\d{12}|\\d{8})\\.?([0-9X])");
    private static final Pattern UNCHECKED = Pattern.compile("(?:ZL|CN)?(\\d{8})");
    private static final Pattern SPELLED = Pattern.compile("(?:\\d{12}|\\d{8})(?:\\.[0-9X])?");
    private static final Pattern PREFIX = Pattern.compile("(?:ZL|CN)(?=\\d)");

    /** What is wrong with a number, or that nothing is. */
    public enum Fault {
        FINE,
        /** Of 1985 to 1988, without a check digit: it cannot be checked. */
        UNCHECKED,
        /** Neither twelve nor eight digits and a check digit. */
        SHAPE,
        /** The digit behind the year stands for nothing that can be applied for. */
        TYPE,
        /** Before 1985, or after the day it is looked at. */
        YEAR,
        /** The last digit does not fit the others. */
        CHECK
    }

    private PatentNumber() {}

    /**
     * One spelling for all of one number: {@code ZL 2007 1 0308494.x} and {@code ２００７１０３０８４９４Ｘ} are {@code 200710308494.X}. What is no
     * number of a patent comes back in half width, capitals and without white space.
     */
    public static String spelled(String written) {
        String text = plain(written);
        Matcher whole = WRITTEN.matcher(text.replace("-", ""));
        if (whole.matches()) {
            return whole.group(1) + "." + whole.group(2);
        }
        Matcher unchecked = UNCHECKED.matcher(text);
        return unchecked.matches() ? unchecked.group(1) : withoutPrefix(text);
    }

    /** How numbers begin that begin as somebody writes it; also of what is no patent. */
    public static String beginning(String written) {
        return withoutPrefix(plain(written));
    }

    private static String withoutPrefix(String text) {
        return PREFIX.matcher(text).lookingAt() ? text.substring(2) : text;
    }

    /** Half width, capitals and without white space. */
    static String plain(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
    }

    /**
     * @param number as {@link #spelled} has it
     * @param day no number has been given after it
     */
    public static Fault check(String number, LocalDate day) {
        if (!SPELLED.matcher(number).matches()) {
            return Fault.SHAPE;
        }
        int dot = number.indexOf('.');
        String body = dot < 0 ? number : number.substring(0, dot);
        int year = year(body);
        if (dot < 0 && (body.length() > 8 || year >= FIRST_CHECKED_YEAR)) {
            return Fault.SHAPE;
        }
        if (year < FIRST_YEAR || year > day.getYear() || (body.length() == 8 && year > LAST_SHORT_YEAR)) {
            return Fault.YEAR;
        }
        if ("12389".indexOf(type(body)) < 0) {
            return Fault.TYPE;
        }
        return dot < 0 ? Fault.UNCHECKED : number.charAt(dot + 1) == checkDigit(body) ? Fault.FINE : Fault.CHECK;
    }

    private static int year(String body) {
        if (body.length() == 12) {
            return Integer.parseInt(body, 0, 4, 10);
        }
        int ofCentury = Integer.parseInt(body, 0, 2, 10);
        return ofCentury + (ofCentury < FIRST_YEAR - 1900 ? 2000 : 1900);
    }

    /**
     * What was applied for: 1 an invention, 2 a utility model, 3 a design, 8 an invention and 9 a utility model by way of PCT.
     *
     * @param number as {@link #spelled} has it, of a right shape
     */
    static char type(String number) {
        int dot = number.indexOf('.');
        return number.charAt((dot < 0 ? number.length() : dot) == 12 ? 4 : 2);
    }

    /**
     * The whole number for what stands before the dot.
     *
     * @throws IllegalArgumentException if that is neither twelve nor eight digits
     */
    public static String complete(String body) {
        if (!body.matches("\\d{12}|\\d{8}")) {
            throw new IllegalArgumentException("a number of a patent begins with 12 or 8 digits, got " + body);
        }
        return body + "." + checkDigit(body);
    }

    /** The check digit for the twelve or eight digits before it. */
    static char checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * (2 + i % 8);
        }
        int check = sum % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }
}
