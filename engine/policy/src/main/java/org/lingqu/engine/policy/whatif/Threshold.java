package org.lingqu.engine.policy.whatif;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A figure of a policy file that a what-if can change.
 *
 * @param name within the policy: {@code rd-ratio.1}
 * @param alsoCalled other names of the same figure, as {@code rd-ratio} where it is the only one
 * @param value 元 for money; empty for a parameter nobody has set
 * @param unit in which the file writes it
 * @param context the piece of the file around it
 * @param says the rule in words, in Chinese; may be empty
 * @param line of the file
 */
public record Threshold(
        String name,
        List<String> alsoCalled,
        Optional<BigDecimal> value,
        MoneyUnit unit,
        String context,
        String says,
        int line) {

    public Threshold {
        alsoCalled = List.copyOf(alsoCalled);
    }

    /** {@code 5000万元}, {@code 0.05}; 未定 when nobody has set it. */
    public String shown() {
        return value.map(this::shown).orElse("未定");
    }

    /** A value in the unit of the file: {@code 6000万元}. */
    public String shown(BigDecimal other) {
        return unit.fromBase(other).toPlainString() + unit.chinese();
    }

    /** The number that a field shows whose unit stands beside it: {@code 5000}; empty when nobody has set it. */
    public String number() {
        return value.map(each -> unit.fromBase(each).toPlainString()).orElse("");
    }

    /** What was typed into such a field, with its unit; a value typed with a unit of its own keeps that. */
    public String withUnit(String typed) {
        boolean bare = unit.isMoney() && !typed.contains("元") && !typed.isBlank();
        return bare ? typed + unit.chinese() : typed;
    }

    boolean isCalled(String wanted) {
        return name.equals(wanted) || alsoCalled.contains(wanted);
    }
}
