package org.lingqu.engine.policy.whatif;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
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

    /** Digits of a number before or behind its point. */
    int MOST_DIGITS = 18;

    /** Commas that part thousands, a unit behind. */
    Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?\\D*");

    /** More digits in a row than a number has. */
    Pattern TOO_MANY_DIGITS = Pattern.compile("\\d{" + (MOST_DIGITS + 1) + "}");

    /** Reads {@code 0.045}, {@code 4.5%}, {@code 6000万元}; full-width digits and white space are folded. */
    static FigureText read(String text, Threshold threshold) {
        String typed = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s*]", "");
        if (typed.contains(",") && !THOUSANDS.matcher(typed).matches()) {
            return new Refused(
                    "COMMA",
                    "逗号只能隔开千位，如 1,000；小数用点，如 " + threshold.shown()
                            + "。A comma parts thousands only; write decimals with a point.");
        }
        String folded = typed.replace(",", "");
        if (TOO_MANY_DIGITS.matcher(folded).find()) {
            return new Refused("TOO_LONG", "数字太长，至多 " + MOST_DIGITS + " 位。Too many digits.");
        }
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
