package org.lingqu.registry;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Of what the rows of a list speak: firms, or one kind of party.
 *
 * @param chinese what one of them is called, {@code 企业}
 * @param english the same, {@code firm}
 * @param names how the column of their names is headed, the first one in words for columns; never empty
 * @param coded whether they bear a credit code, so that a column of codes is theirs
 * @param numbering how they are numbered, so that a column of numbers is theirs; null where they are known by name
 * @param refusesPersonalNumbers whether columns of telephone and identity numbers are refused
 */
record Subject(
        String chinese,
        String english,
        List<String> names,
        boolean coded,
        @Nullable Numbering numbering,
        boolean refusesPersonalNumbers) {

    /** How a column of credit codes is called. */
    static final String CREDIT_CODE = "统一社会信用代码";

    /** Code of a column that holds telephone or identity numbers. */
    static final String PERSONAL_COLUMN = "PERSONAL_COLUMN";

    /** What lists of enterprises speak of. */
    static final Subject FIRM = new Subject(
            "企业", "firm", List.of("企业名称", "单位名称", "公司名称", "名称", "企业全称", "企业", "申报单位", "纳税人名称"), true, null, false);

    private static final Pattern PERSONAL = Pattern.compile(".*(电话|手机|联系方式|身份证|证件号|护照号).*");

    Subject {
        names = List.copyOf(names);
    }

    /** Whether a header announces telephone or identity numbers. */
    static boolean isPersonal(String header) {
        return PERSONAL.matcher(header).matches();
    }

    /** How the column by which one is known, beside the name, is called. */
    String codeColumn() {
        return numbering == null ? CREDIT_CODE : numbering.column();
    }

    /** Whether a header stands above the numbers by which one is known. */
    boolean headsNumbers(String folded) {
        return numbering != null
                && numbering.columns().stream().map(Headers::fold).anyMatch(folded::equals);
    }

    Advice withoutName() {
        return coded
                ? new Advice(
                        "这一行没有" + names.getFirst() + "和统一社会信用代码，未读取；若是合并单元格，请取消合并后逐行填写",
                        "Write the name of the " + english + " or its credit code; the row was left out")
                : new Advice(
                        "这一行没有" + names.getFirst() + "，未读取；若是合并单元格，请取消合并后逐行填写",
                        "Write the name of the " + english + "; the row was left out");
    }

    Advice totals() {
        return new Advice("这是合计行，不是" + chinese + "，未读取", "A row of totals is no " + english + "; it was left out");
    }

    Advice headerAgain() {
        return new Advice(
                "这里是表头，不是" + names.getFirst() + "，未读取；若" + chinese + "横着排，请转置后再导入",
                "A header stands where the name of a " + english
                        + " should; turn the table around if they stand side by side");
    }

    Advice twiceWithWrongCode(int earlier) {
        return new Advice(
                "与第" + earlier + "行同名，而本行的代码有误，未读取；请改正代码，或删去本行",
                "Row " + earlier
                        + " has the same name and this one's code is wrong; correct it or delete the row. It was left out");
    }

    Advice twice(int earlier) {
        return new Advice(
                "与第" + earlier + "行是同一" + (chinese.equals("企业") ? "家" : "个") + chinese + "，本行未读取；请合并两行",
                "Row " + earlier + " has the same " + english + "; join the two rows. This one was left out");
    }
}
