package org.lingqu.registry;

import org.lingqu.engine.policy.fact.FactValue;

/** A value in the words of files and records; pages show figures with their unit instead. */
public final class FactWords {

    private FactWords() {}

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
