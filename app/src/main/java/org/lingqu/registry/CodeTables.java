package org.lingqu.registry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.text.gazetteer.Divisions;

/**
 * Codes that are well formed and that nobody has. Of a place the province has to be one of GB/T 2260: below it codes change every year, and
 * installations name their own. Of an industry the division has to be one of GB/T 4754.
 */
final class CodeTables {

    private static final String INDUSTRY = "行业代码";
    /** Of rights; lists call classes by shorter names. */
    private static final String RIGHT = "权利类别";

    /** As statistics write it, with the letter of the section before it. */
    private static final Pattern LETTERED = Pattern.compile("[A-Ta-t](\\d{2,4})");

    private CodeTables() {}

    /** A code as the dictionary of facts has it. */
    static String plain(String fact, String written) {
        if (fact.equals(RIGHT)) {
            return RightClass.called(written).map(RightClass::chinese).orElse(written);
        }
        Matcher lettered = LETTERED.matcher(written);
        return fact.equals(INDUSTRY) && lettered.matches() ? lettered.group(1) : written;
    }

    /** A code that was said by its name, told as it was read; null where no code is said by this name. */
    static Cells.@Nullable Taken named(Fact fact, String text) {
        if (!fact.name().equals(INDUSTRY)) {
            return null;
        }
        String code = Industries.called(text).orElse(null);
        if (code != null) {
            return new Cells.Taken.Understood(
                    new FactValue.Code(code),
                    CellProblem.INDUSTRY_READ,
                    new Advice(
                            "按行业名称读作代码：" + text + " → " + code, "read as a code of GB/T 4754: " + text + " → " + code));
        }
        return Industries.isSection(text)
                ? new Cells.Taken.Refused(
                        "UNKNOWN_CODE",
                        "这是门类，下面有好几个大类；请写大类名称或代码，如汽车制造业或36",
                        "A section with several divisions; write the division or its code, such as 汽车制造业 or 36")
                : null;
    }

    /** What is wrong with a code of a fact; empty where nothing is, or nobody knows all codes. */
    static Optional<Advice> wrong(Fact fact, String code) {
        String beginning = code.substring(0, Math.min(2, code.length()));
        if (ValueRules.isPlace(fact)) {
            return Divisions.standard().byCode(beginning + "0000").isPresent()
                    ? Optional.empty()
                    : Optional.of(new Advice(
                            "没有代码以 " + beginning + " 开头的省份，请核对六位行政区划代码",
                            "no province has a code that begins with " + beginning + "; look at the six digits"));
        }
        return switch (fact.name()) {
            case INDUSTRY ->
                Industries.has(beginning)
                        ? Optional.empty()
                        : Optional.of(new Advice(
                                "GB/T 4754 没有 " + beginning + " 这个大类，请核对行业代码",
                                "GB/T 4754 has no division " + beginning + "; look at the code"));
            default -> Optional.empty();
        };
    }
}
