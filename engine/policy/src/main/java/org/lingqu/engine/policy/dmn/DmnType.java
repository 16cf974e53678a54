package org.lingqu.engine.policy.dmn;

import org.lingqu.engine.policy.fact.FactType;

/** The types of an exported model's inputs and decisions. */
public enum DmnType {
    MONEY("t金额", "number", "元"),
    COUNT("t数量", "number", "个数，单位见各事实"),
    RATIO("t比例", "number", "5% 写作 0.05"),
    NUMBER("number", "", ""),
    DATE("date", "", ""),
    YES_NO("boolean", "", ""),
    CODE("t代码", "string", "代码，照字面比较"),
    CODES("t代码表", "string", "若干代码；空表示确知没有"),
    TEXT("string", "", ""),
    FINDING("t判定", "string", "met 符合，not met 不符合，unknown 缺少数据，manual 需人工确认，not applicable 不适用"),
    POINTS("t得分", "", "low 为确定得到的分，high 为可能得到的分");

    private final String reference;
    private final String base;
    private final String meaning;

    DmnType(String reference, String base, String meaning) {
        this.reference = reference;
        this.base = base;
        this.meaning = meaning;
    }

    /** What {@code typeRef} says. */
    public String reference() {
        return reference;
    }

    /** The built-in type that it is made of; empty for the built-in types and for {@link #POINTS}. */
    String base() {
        return base;
    }

    String meaning() {
        return meaning;
    }

    static DmnType of(FactType type) {
        return switch (type) {
            case MONEY -> MONEY;
            case COUNT -> COUNT;
            case RATIO -> RATIO;
            case DATE -> DATE;
            case CODE, TEXT -> CODE;
            case YES_NO, TITLE -> YES_NO;
            case LIST -> CODES;
        };
    }
}
