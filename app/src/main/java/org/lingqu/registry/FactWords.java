package org.lingqu.registry;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactValue;

/** A value in the words of files and records; pages show figures with their unit instead. */
public final class FactWords {

    private static final String INDUSTRY = "行业代码";

    private FactWords() {}

    /** The same for a reader: {@code 324.92万元}, {@code 12%}, {@code 45人}, {@code 65 软件和信息技术服务业}. */
    public static String told(@Nullable Fact fact, FactValue value) {
        if (fact == null) {
            return of(value);
        }
        if (value instanceof FactValue.Code(String code)) {
            return fact.name().equals(INDUSTRY) ? Industries.named(code) : code;
        }
        if (!(value instanceof FactValue.Amount(BigDecimal number))) {
            return of(value);
        }
        return switch (fact.type()) {
            case MONEY -> plain(number.movePointLeft(4)) + "万元";
            case RATIO -> plain(number.movePointRight(2)) + "%";
            default -> plain(number) + fact.unit();
        };
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** {@code 1200000}, {@code 2015-03-01}, {@code 是}. */
    public static String of(FactValue value) {
        return switch (value) {
            case FactValue.Amount(var number) -> number.stripTrailingZeros().toPlainString();
            case FactValue.Day(var day) -> day.toString();
            case FactValue.Code(String code) -> code;
            case FactValue.YesNo(boolean yes) -> yes ? "是" : "否";
            case FactValue.Codes codes -> String.join("、", codes.values());
            case FactValue.Words(String words) -> words;
        };
    }
}
