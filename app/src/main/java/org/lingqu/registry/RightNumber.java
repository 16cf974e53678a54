package org.lingqu.registry;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of rights: of patents with their check digit, of software by their shape, of all others as they are written. */
final class RightNumber {

    /** How the column is to be filled, for templates. */
    static final String MEANING =
            "专利写申请号，连校验位，如 202310123456.6，可以带 ZL；软件著作权写登记号，如 2023SR0123456；其他写证书上的编号。同一编号就是同一件，每行必填";

    private static final Pattern LIKE_A_PATENT = Pattern.compile("(?:ZL|CN)?[0-9][0-9.X-]*");
    private static final Pattern SOFTWARE = Pattern.compile("(\\d{4})SR\\d{5,7}");
    /** 计算机软件保护条例 came into force on 1991-10-01. */
    private static final int FIRST_SOFTWARE_YEAR = 1991;

    private RightNumber() {}

    /**
     * Reads one.
     *
     * @param text as {@link PatentNumber#plain} has it; never empty
     * @param right what the right is for; null where nobody says, and then the number tells by its shape how it is checked
     * @param day no number has been given after it
     */
    static NumberRead read(String text, @Nullable RightClass right, LocalDate day) {
        if (CreditCode.check(text) == CreditCode.Fault.FINE) {
            return new NumberRead.Wrong(
                    "NUMBER_SHAPE",
                    "这是统一社会信用代码，不是知识产权的编号；请填专利号或登记号",
                    "This is a credit code, not the number of a right; write the number of the patent or registration");
        }
        boolean software = right == null ? SOFTWARE.matcher(text).matches() : right == RightClass.SOFTWARE;
        boolean patent = right == null ? LIKE_A_PATENT.matcher(text).matches() : right.isPatent();
        return software
                ? software(text, day)
                : patent || text.startsWith("ZL")
                        ? patent(PatentNumber.spelled(text), right, day)
                        : Numbering.free(text);
    }

    private static NumberRead software(String text, LocalDate day) {
        Matcher matcher = SOFTWARE.matcher(text);
        if (!matcher.matches()) {
            return new NumberRead.Wrong(
                    "NUMBER_SHAPE",
                    "软件著作权请填证书上的登记号：年份、SR 和数字，如 2023SR0123456；不是“软著登字第…号”的证书号",
                    "Of software write the registration number: the year, SR and digits, as 2023SR0123456; not the number of the"
                            + " certificate");
        }
        int year = Integer.parseInt(matcher.group(1));
        return year < FIRST_SOFTWARE_YEAR || year > day.getYear()
                ? new NumberRead.Wrong(
                        "NUMBER_YEAR",
                        "登记号的年份是 " + year + "，应在 " + FIRST_SOFTWARE_YEAR + " 年到 " + day.getYear() + " 年之间；请对照证书",
                        "The year of the registration, " + year + ", is not between " + FIRST_SOFTWARE_YEAR + " and "
                                + day.getYear() + "; compare with the certificate")
                : new NumberRead.Sound(text, null);
    }

    private static NumberRead patent(String text, @Nullable RightClass right, LocalDate day) {
        return switch (PatentNumber.check(text, day)) {
            case FINE -> ofClass(text, right, null);
            case UNCHECKED ->
                ofClass(
                        text,
                        right,
                        new NumberRead.Wrong(
                                "NUMBER_UNCHECKED",
                                "1985—1988 年的编号没有校验位，无法核对，已照原样收入；请对照证书",
                                "Numbers of 1985 to 1988 have no check digit; it was taken as it stands, compare with the certificate"));
            case SHAPE ->
                new NumberRead.Wrong(
                        "NUMBER_SHAPE",
                        "专利号是 12 位数字加 1 位校验位，如 202310123456.6（2003 年 10 月以前申请的是 8 位加 1 位）；请补齐，不是公开号或公告号",
                        "A patent has 12 digits and a check digit, as 202310123456.6, before October 2003 eight and one; complete it,"
                                + " and write no number of publication");
            case TYPE ->
                new NumberRead.Wrong(
                        "NUMBER_TYPE",
                        "年份后面的一位应是 1、2、3、8 或 9，这里是 " + PatentNumber.type(text) + "；请对照证书",
                        "The digit behind the year is 1, 2, 3, 8 or 9, here it is " + PatentNumber.type(text)
                                + "; compare with the certificate");
            case YEAR ->
                new NumberRead.Wrong(
                        "NUMBER_YEAR",
                        "专利号开头的申请年份应在 1985 年到 " + day.getYear() + " 年之间；请对照证书",
                        "It begins with the year of filing, which is between 1985 and " + day.getYear()
                                + "; compare with the certificate");
            case CHECK ->
                new NumberRead.Wrong(
                        "NUMBER_CHECK",
                        "校验位不符：有一位写错或两位颠倒；请对照证书，不要只改最后一位",
                        "The check digit does not fit: a digit is wrong or two are swapped; compare with the certificate, and do not just"
                                + " change the last digit");
        };
    }

    private static NumberRead ofClass(String text, @Nullable RightClass right, NumberRead.@Nullable Wrong remark) {
        RightClass told = RightClass.ofType(PatentNumber.type(text)).orElseThrow();
        return right == null || right == told
                ? new NumberRead.Sound(text, remark)
                : new NumberRead.Wrong(
                        "NUMBER_NOT_OF_CLASS",
                        "编号是" + told.chinese() + "的，类别写的是" + right.chinese() + "；请对照证书，改正其中一项",
                        "The number is one of " + told.chinese() + ", the class says " + right.chinese()
                                + "; compare with the certificate and correct either");
    }
}
