package org.lingqu.registry;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers of mainland China: read as people write them, kept as one dials them. A mobile number is {@code 15400000000}, a
 * fixed one {@code 0600-2800000} or {@code 0600-2800000转801}, one for callers from everywhere {@code 400-123-4567}.
 */
public final class PhoneNumber {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    /** 010 and 02x have three digits, all other areas four; subscribers' numbers begin with 2 to 8. */
    private static final Pattern FIXED = Pattern.compile("(010|02\\d|0[3-9]\\d{2})([2-8]\\d{6,7})");

    private static final Pattern NATIONAL = Pattern.compile("(400)(\\d{3})(\\d{4})");
    private static final Pattern EXTENSION = Pattern.compile("(?:转|分机号?|ext\\.?|[x#])[:.]?(\\d{1,6})$");
    /** A third group of digits is an extension: 0600-2800000-801. */
    private static final Pattern THIRD_GROUP = Pattern.compile("(\\d{3,4}[-)]\\d{7,8})-(\\d{1,6})$");

    private static final Pattern COUNTRY = Pattern.compile("^\\(?(\\+|00)?86\\)?(?=[-(]?\\d)");
    private static final Pattern BETWEEN = Pattern.compile("[-()\\u2010-\\u2015.]");
    private static final Pattern SEVERAL = Pattern.compile("\\d{7}.*[/,;、|或].*\\d{7}");
    private static final Set<Integer> SUBSCRIBERS = Set.of(7, 8);
    private static final int MOBILE_DIGITS = 11;
    private static final int KEPT_AT_END = 4;

    private PhoneNumber() {}

    /** What came of reading one. */
    sealed interface Read {
        /** @param number as it is kept */
        record Sound(String number) implements Read {}

        /** @param code stable, upper case */
        record Wrong(String code, Advice advice) implements Read {}
    }

    /** @param typed not empty; white space, hyphens, brackets, full width and +86 are passed over */
    static Read read(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(java.util.Locale.ROOT);
        if (SEVERAL.matcher(text).find()) {
            return new Read.Wrong(
                    "PHONE_SEVERAL",
                    new Advice(
                            "这里有几个号码，请只写一个；其余的另设联系人",
                            "There are several numbers; write one, and the others as contacts of their own"));
        }
        String extension = "";
        Matcher third = THIRD_GROUP.matcher(text);
        Matcher behind = EXTENSION.matcher(text);
        if (third.find()) {
            extension = "转" + third.group(2);
            text = text.substring(0, third.end(1));
        } else if (behind.find()) {
            extension = "转" + behind.group(1);
            text = text.substring(0, behind.start());
        }
        Matcher country = COUNTRY.matcher(text);
        boolean abroad = country.find() && country.group(1) != null;
        String withoutCountry = abroad || BETWEEN.matcher(text).replaceAll("").length() > MOBILE_DIGITS + 1
                ? country.replaceFirst("")
                : text;
        String digits = BETWEEN.matcher(withoutCountry).replaceAll("");
        if (MOBILE.matcher(digits).matches() && extension.isEmpty()) {
            return new Read.Sound(digits);
        }
        Matcher national = NATIONAL.matcher(digits);
        if (national.matches()) {
            return new Read.Sound(national.group(1) + "-" + national.group(2) + "-" + national.group(3) + extension);
        }
        Matcher fixed = FIXED.matcher(abroad && !digits.startsWith("0") ? "0" + digits : digits);
        return fixed.matches()
                ? new Read.Sound(fixed.group(1) + "-" + fixed.group(2) + extension)
                : new Read.Wrong(code(digits), advice(digits));
    }

    private static String code(String digits) {
        if (!digits.matches("\\d+")) {
            return "PHONE_SIGNS";
        }
        return isWithoutArea(digits) ? "PHONE_AREA" : "PHONE_DIGITS";
    }

    /** A fixed number of which the area or, as Excel does, its leading nought was lost. */
    private static boolean isWithoutArea(String digits) {
        return digits.charAt(0) != '0'
                && digits.charAt(0) != '1'
                && (SUBSCRIBERS.contains(digits.length()) || digits.length() == MOBILE_DIGITS - 1);
    }

    private static Advice advice(String digits) {
        return switch (code(digits)) {
            case "PHONE_SIGNS" ->
                new Advice("电话只写数字，如手机号或“区号-号码”", "Write digits only: a mobile number, or area code and number");
            case "PHONE_AREA" ->
                new Advice(
                        "固定电话要有区号，如“区号-号码”；Excel 会去掉开头的 0，请把该列设为文本",
                        "A fixed number needs its area code; Excel drops the leading 0, format the column as text");
            default ->
                new Advice(
                        "手机号是 11 位，1 开头；固定电话是区号加 7 或 8 位；这里是 " + digits.length() + " 位，请核对",
                        "A mobile number has 11 digits and begins with 1, a fixed one 7 or 8 behind its area code; these are "
                                + digits.length());
        };
    }

    /** What may be shown to those who need not call: {@code 154****0000}, {@code 0600-***0000}. */
    public static String masked(String number) {
        if (MOBILE.matcher(number).matches()) {
            return number.substring(0, 3) + "****" + number.substring(MOBILE_DIGITS - KEPT_AT_END);
        }
        int area = number.indexOf('-');
        int end = number.indexOf('转') < 0 ? number.length() : number.indexOf('转');
        int from = end - KEPT_AT_END;
        return area < 0 || from <= area
                ? "***"
                : number.substring(0, area + 1)
                        + number.substring(area + 1, from).replaceAll("\\d", "*")
                        + number.substring(from, end)
                        + (end == number.length() ? "" : "转***");
    }
}
