package org.lingqu.engine.text.suspicion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.lexicon.DataFile;

/**
 * Finds numbers by which a person can be reached or told apart: mobile and landline numbers, identity numbers (with their check
 * digit, GB 11643), e-mail addresses. Document numbers, credit codes, dates and statistics are none.
 */
final class PersonalData {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";
    private static final int NEAR = 16;

    private final List<String> contacts = DataFile.words(PersonalData.class, "contact-words.txt");
    private final List<String> counted = DataFile.words(PersonalData.class, "counted-units.txt");

    /** What was found, in words for a person. */
    enum Kind {
        MOBILE("手机号码"),
        LANDLINE("电话号码"),
        IDENTITY("居民身份证号码"),
        EMAIL("电子邮箱");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** A place in a line. */
    record Found(int start, int end, Kind kind) {}

    /** Whether a line ends with words such as 联系电话： after which a number follows on the next line. */
    boolean announces(String line) {
        return line.length() <= 24 && contactBefore(line, line.length());
    }

    /** Whether a heading of a column says that telephone numbers stand below it. */
    boolean heads(String line) {
        return line.length() <= 12 && contacts.stream().anyMatch(line::contains);
    }

    /** @param announced whether the line before ended with words such as 联系电话： */
    List<Found> in(String text, boolean announced) {
        var found = new ArrayList<Found>();
        int i = 0;
        while (i < text.length()) {
            Found hit = null;
            if (isDigit(text, i) && !clings(text, i - 1)) {
                hit = number(text, i, announced && i < NEAR, found);
            } else if ((text.charAt(i) == '(' || text.charAt(i) == '（') && isDigit(text, i + 1)) {
                hit = bracketed(text, i);
            } else if (text.charAt(i) == '@') {
                hit = email(text, i);
            }
            if (hit != null) {
                found.add(hit);
            }
            i = hit == null ? (isDigit(text, i) ? digitsEnd(text, i) : i + 1) : Math.max(hit.end(), i + 1);
        }
        return found;
    }

    private @Nullable Found number(String text, int start, boolean announced, List<Found> earlier) {
        int end = digitsEnd(text, start);
        int digits = end - start;
        if (digits == 17 && end < text.length() && (text.charAt(end) == 'X' || text.charAt(end) == 'x')) {
            end++;
            digits++;
        }
        boolean clings = clings(text, end);
        if (digits == 18 && !clings && isIdentity(text.substring(start, end))) {
            return new Found(start, end, Kind.IDENTITY);
        }
        int mobile = mobileEnd(text, start);
        if (mobile > 0 && !isCounted(text, mobile)) {
            return new Found(start, mobile, Kind.MOBILE);
        }
        int landline = landlineEnd(text, start);
        if (landline > 0) {
            return new Found(start, landline, Kind.LANDLINE);
        }
        boolean contact = announced || contactBefore(text, start) || continues(text, start, earlier);
        boolean local = (digits == 7 || digits == 8) && text.charAt(start) >= '2' && !clings && !isCounted(text, end);
        boolean withoutHyphen = (digits == 11 || digits == 12) && text.charAt(start) == '0' && !clings;
        boolean oldIdentity = digits == 15 && !clings && text.lastIndexOf("身份证", start) >= Math.max(0, start - NEAR);
        if (oldIdentity) {
            return new Found(start, end, Kind.IDENTITY);
        }
        return contact && (local || withoutHyphen) ? new Found(start, extension(text, end), Kind.LANDLINE) : null;
    }

    /** {@code 138 0000 0000} and {@code 138-0000-0000} as well, also behind 86. */
    private static int mobileEnd(String text, int start) {
        int i = start;
        if (text.startsWith("86", i)
                && i + 2 < text.length()
                && (text.charAt(i + 2) == '-' || text.charAt(i + 2) == ' ')) {
            i += 3;
        } else if (text.startsWith("86", i) && digitsEnd(text, i) - i == 13) {
            i += 2;
        }
        if (!isDigit(text, i) || text.charAt(i) != '1' || !isDigit(text, i + 1) || text.charAt(i + 1) < '3') {
            return 0;
        }
        int run = digitsEnd(text, i);
        if (run - i == 11) {
            return clings(text, run) ? 0 : run;
        }
        int second = grouped(text, i, 3);
        int third = second == 0 ? 0 : grouped(text, second, 4);
        boolean whole = third > 0 && digitsEnd(text, third) - third == 4 && !clings(text, third + 4);
        return whole ? third + 4 : 0;
    }

    /** Where the next group begins when exactly so many digits and a separator stand here; otherwise 0. */
    private static int grouped(String text, int at, int digits) {
        int end = digitsEnd(text, at);
        boolean separated = end - at == digits && end + 1 < text.length() && "- ".indexOf(text.charAt(end)) >= 0;
        return separated && isDigit(text, end + 1) ? end + 1 : 0;
    }

    /** Area code, hyphen, number, extension; or the three groups of 400 and 800 numbers. */
    private static int landlineEnd(String text, int start) {
        int area = digitsEnd(text, start);
        int areaDigits = area - start;
        if (area >= text.length() || "-—－–) ）".indexOf(text.charAt(area)) < 0) {
            return 0;
        }
        int number = area + 1;
        int end = digitsEnd(text, number);
        int digits = end - number;
        boolean service = areaDigits == 3 && (text.startsWith("400", start) || text.startsWith("800", start));
        if (service && digits >= 3 && digits <= 4 && end < text.length() && "- ".indexOf(text.charAt(end)) >= 0) {
            int last = digitsEnd(text, end + 1);
            return digits + last - end - 1 == 7 ? last : 0;
        }
        boolean areaCode =
                text.charAt(start) == '0' && (areaDigits == 3 || areaDigits == 4) && text.charAt(start + 1) != '0';
        return areaCode && (digits == 7 || digits == 8) && !clings(text, end) ? extension(text, end) : 0;
    }

    private static @Nullable Found bracketed(String text, int start) {
        int end = landlineEnd(text, start + 1);
        return end == 0 ? null : new Found(start, end, Kind.LANDLINE);
    }

    private static int extension(String text, int end) {
        boolean joined = end < text.length() && "-转".indexOf(text.charAt(end)) >= 0;
        int last = joined ? digitsEnd(text, end + 1) : end;
        return joined && last > end + 1 && last - end <= 6 ? last : end;
    }

    private static @Nullable Found email(String text, int at) {
        int start = at;
        while (start > 0 && at - start < 64 && isMailPart(text.charAt(start - 1))) {
            start--;
        }
        int end = at + 1;
        int dot = -1;
        while (end < text.length() && end - at < 100 && isMailPart(text.charAt(end))) {
            dot = text.charAt(end) == '.' ? end : dot;
            end++;
        }
        while (end > at && text.charAt(end - 1) == '.') {
            end--;
        }
        return start < at && dot > at + 1 && end > dot + 2 ? new Found(start, end, Kind.EMAIL) : null;
    }

    private static boolean isMailPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._-+".indexOf(c) >= 0;
    }

    /** Whether words such as 电话 or 联系人 stand shortly before, with no sentence's end between. */
    private boolean contactBefore(String text, int at) {
        int from = Math.max(0, at - NEAR);
        for (int i = at - 1; i >= from; i--) {
            if ("。；;!！".indexOf(text.charAt(i)) >= 0 || isDigit(text, i)) {
                from = i + 1;
            }
        }
        String before = text.substring(Math.min(from, at), at);
        return contacts.stream().anyMatch(before::contains);
    }

    /** {@code 80000001、80000003}: the number before was one. */
    private static boolean continues(String text, int start, List<Found> earlier) {
        if (earlier.isEmpty()
                || start - earlier.getLast().end() > 3
                || earlier.getLast().kind() == Kind.EMAIL) {
            return false;
        }
        return text.substring(earlier.getLast().end(), start).chars().allMatch(c -> "、,，/;； 或转".indexOf(c) >= 0);
    }

    /** {@code 13800000000元} is money. */
    private boolean isCounted(String text, int end) {
        return counted.stream().anyMatch(u -> text.startsWith(u, end));
    }

    private static boolean isIdentity(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        int year = Integer.parseInt(number.substring(6, 10));
        int month = Integer.parseInt(number.substring(10, 12));
        int day = Integer.parseInt(number.substring(12, 14));
        boolean born = year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
        return born && CHECK.charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    }

    /** Whether a neighbour makes the digits part of something longer: a code, a decimal, a document number. */
    private static boolean clings(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        boolean point = (c == '.' || c == ',') && (isDigit(text, at + 1) && isDigit(text, at - 1));
        return letter || point || isDigit(text, at) || (c == '号' && isDigit(text, at - 1)) || c == '第' || c == '%';
    }

    private static int digitsEnd(String text, int start) {
        int end = start;
        while (isDigit(text, end)) {
            end++;
        }
        return end;
    }

    static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
