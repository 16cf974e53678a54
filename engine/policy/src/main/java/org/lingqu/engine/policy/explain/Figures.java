package org.lingqu.engine.policy.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.rule.Rational;

/** Figures as people read them: 4200万元, 5.25%, 24人. */
public final class Figures {

    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

    private Figures() {}

    /** Money in the unit that fits; nothing is rounded away below a cent. */
    public static String money(BigDecimal yuan) {
        BigDecimal size = yuan.abs();
        if (size.compareTo(YI) >= 0) {
            return plain(yuan.divide(YI, 6, RoundingMode.HALF_UP)) + "亿元";
        }
        return size.compareTo(WAN) >= 0
                ? plain(yuan.divide(WAN, 4, RoundingMode.HALF_UP)) + "万元"
                : plain(yuan.setScale(2, RoundingMode.HALF_UP)) + "元";
    }

    /**
     * Money with at most two places, in the unit that suits a difference, so that what lies that far apart does not look alike.
     *
     * @param rounding to the side on which too little is not asked
     */
    public static String money(BigDecimal yuan, BigDecimal difference, RoundingMode rounding) {
        if (difference.abs().compareTo(YI) >= 0 && yuan.abs().compareTo(YI) >= 0) {
            return plain(yuan.divide(YI, 2, rounding)) + "亿元";
        }
        return yuan.abs().compareTo(WAN) >= 0
                ? plain(yuan.divide(WAN, 2, rounding)) + "万元"
                : plain(yuan.setScale(2, rounding)) + "元";
    }

    static String of(Rational value, Measure measure, int places) {
        return switch (measure.unit()) {
            case "元" -> money(value.rounded(2));
            case "%" -> plain(value.times(Rational.of(100)).rounded(places)) + "%";
            default -> plain(value.rounded(places)) + measure.unit();
        };
    }

    /** A value beside its limit: so many places that the two do not look alike unless they are. */
    static String beside(Rational value, Rational limit, Measure measure) {
        int places = 2;
        while (places < 10 && !value.equals(limit) && of(value, measure, places).equals(of(limit, measure, places))) {
            places += 2;
        }
        return of(value, measure, places);
    }

    static String held(FactValue value, Fact fact) {
        return switch (value) {
            case FactValue.Amount amount -> of(Rational.of(amount.value()), Measure.ofFact(fact), 4);
            case FactValue.Day day -> day.value().toString();
            case FactValue.Code code -> code.value();
            case FactValue.YesNo yes -> yes.value() ? "是" : "否";
            case FactValue.Codes codes -> codes.values().isEmpty() ? "无" : String.join("、", codes.values());
            case FactValue.Words words -> words.value();
        };
    }

    static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.signum() == 0 ? "0" : stripped.toPlainString();
    }
}
