package org.lingqu.engine.policy.whatif;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import org.lingqu.engine.policy.yaml.Scalars;

/** What a person wrote as the new value of a figure. A unit is never guessed. */
public sealed interface FigureText {

    /** @param value 元 for money */
    record Fine(BigDecimal value) implements FigureText {}

    /**
     * @param code stable
     * @param advice in Chinese, then in English
     */
    record Refused(String code, String advice) implements FigureText {}

    /** Reads {@code 0.045}, {@code 4.5%}, {@code 6000万元}; full-width digits and white space are folded. */
    static FigureText read(String text, Threshold threshold) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s,*]", "");
        Optional<BigDecimal> bare = Scalars.ratio(folded);
        if (!threshold.unit().isMoney()) {
            return bare.<FigureText>map(Fine::new)
                    .orElseGet(() -> Scalars.money(folded).isPresent()
                            ? new Refused(
                                    "UNIT_NOT_ASKED",
                                    "这里不是金额，只写数字，如 " + threshold.shown() + "。This is no money: write the bare number.")
                            : notANumber(threshold));
        }
        boolean unitless = bare.isPresent() && bare.get().signum() != 0;
        return unitless
                ? new Refused(
                        "UNIT_MISSING",
                        "金额要写单位，如 " + threshold.shown() + "。Write the unit of money; it is never guessed.")
                : Scalars.money(folded).<FigureText>map(Fine::new).orElseGet(() -> notANumber(threshold));
    }

    private static Refused notANumber(Threshold threshold) {
        return new Refused(
                "NOT_A_NUMBER", "应写一个数，如 " + threshold.shown() + "。Write one number, like the one in the file.");
    }
}
