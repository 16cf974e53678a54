package org.lingqu.registry;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a right is for (权利类别), as the dictionary of rights calls it; which of the two classes of 国科发火〔2016〕195号 (annex 三.五) it stands
 * in follows from that.
 */
public enum RightClass {
    INVENTION("发明专利", Rank.ONE, "18"),
    UTILITY_MODEL("实用新型专利", Rank.TWO, "29"),
    DESIGN("外观设计专利", Rank.TWO, "3"),
    SOFTWARE("软件著作权", Rank.TWO, ""),
    LAYOUT("集成电路布图设计", Rank.ONE, ""),
    PLANT_VARIETY("植物新品种", Rank.ONE, ""),
    /** New medicines, varieties of crops and the like: whether one counts a person has to say. */
    OTHER("其他", Rank.NEITHER, "");

    /** Where a right stands when firms are recognised. */
    public enum Rank {
        /** Ⅰ类. */
        ONE,
        /** Ⅱ类. */
        TWO,
        NEITHER
    }

    /** As lists of offices and firms call them. */
    private static final Map<String, RightClass> ALSO_CALLED = Map.of(
            "发明", INVENTION,
            "发明授权", INVENTION,
            "国防专利", INVENTION,
            "实用新型", UTILITY_MODEL,
            "外观设计", DESIGN,
            "软著", SOFTWARE,
            "计算机软件著作权", SOFTWARE,
            "布图设计", LAYOUT,
            "集成电路布图设计专有权", LAYOUT,
            "植物新品种权", PLANT_VARIETY);

    private final String chinese;
    private final Rank rank;
    private final String types;

    RightClass(String chinese, Rank rank, String types) {
        this.chinese = chinese;
        this.rank = rank;
        this.types = types;
    }

    /** As the dictionary has it. */
    public String chinese() {
        return chinese;
    }

    /** Ⅰ类, Ⅱ类 or neither. */
    public Rank rank() {
        return rank;
    }

    /** By a name that lists use. */
    static Optional<RightClass> called(String name) {
        return Stream.of(values())
                .filter(each -> each.chinese.equals(name))
                .findFirst()
                .or(() -> Optional.ofNullable(ALSO_CALLED.get(name)));
    }

    /** Whether it is a patent, which bears the number of its application. */
    boolean isPatent() {
        return !types.isEmpty();
    }

    /** The patents that numbers of a type stand for. */
    static Optional<RightClass> ofType(char type) {
        return Stream.of(values()).filter(each -> each.types.indexOf(type) >= 0).findFirst();
    }
}
