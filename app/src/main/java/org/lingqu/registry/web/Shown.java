package org.lingqu.registry.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.registry.FactWords;
import org.lingqu.registry.Industries;
import org.lingqu.registry.Places;
import org.lingqu.ui.Ui;

/** Values as pages show them: with their unit, money in 万元 or 亿元. */
public record Shown(Ui ui, Facts facts, Places places) {

    private static final String REGION = "注册地";
    private static final String INDUSTRY = "行业代码";
    private static final Pattern STANDS_FOR = Pattern.compile("([未无没][^填；，（）]{1,8})填(\\d{1,9})");
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

    /** A value of a fact. */
    public String value(String fact, FactValue value) {
        Fact declared = facts.get(fact);
        return switch (value) {
            case FactValue.Amount(BigDecimal number) ->
                standsFor(declared, number).orElseGet(() -> amount(declared, number));
            case FactValue.YesNo(boolean yes) -> ui.say(yes ? "registry.yes" : "registry.no");
            default -> FactWords.of(value);
        };
    }

    /** A value that stands beside another: with all its digits where both would be shown alike. */
    public String beside(String fact, FactValue value, FactValue other) {
        String shown = value(fact, value);
        String exact = exact(fact, value);
        return shown.equals(value(fact, other)) && !exact.isEmpty() ? exact : shown;
    }

    /** The same for a reader: codes of places and industries with what they stand for. */
    public String told(String fact, FactValue value) {
        return value instanceof FactValue.Code(String code)
                ? switch (fact) {
                    case REGION -> {
                        String name = places.named(code);
                        yield name.equals(code) ? code : code + " " + name;
                    }
                    case INDUSTRY -> industry(code);
                    default -> value(fact, value);
                }
                : value(fact, value);
    }

    /** An industry by its code of GB/T 4754, with the name of its division; a dash where none is held. */
    public String industry(@Nullable String code) {
        return code == null ? "–" : Industries.named(code);
    }

    /** What a figure stands for that is none: of a rank whose meaning says 未获奖填999, 999 is no rank. */
    private Optional<String> standsFor(@Nullable Fact fact, BigDecimal number) {
        Matcher matcher = STANDS_FOR.matcher(fact == null ? "" : fact.meaning());
        return matcher.find() && new BigDecimal(matcher.group(2)).compareTo(number) == 0
                ? Optional.of(ui.say("registry.none-as", matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    private String amount(@Nullable Fact fact, BigDecimal number) {
        if (fact == null) {
            return ui.number(number);
        }
        return switch (fact.type()) {
            case MONEY -> money(number);
            case RATIO -> ui.number(number.movePointRight(2)) + "%";
            default -> ui.number(number) + (fact.unit().isEmpty() ? "" : " " + fact.unit());
        };
    }

    /** Money, rounded to what a person reads; {@link #exact} has all of it. */
    public String money(BigDecimal yuan) {
        boolean large = yuan.abs().compareTo(YI) >= 0;
        BigDecimal shown =
                yuan.divide(large ? YI : WAN, 2, RoundingMode.HALF_UP).stripTrailingZeros();
        return ui.number(shown) + " " + ui.say(large ? "registry.unit.yi" : "registry.unit.wan");
    }

    /** The same of a figure as lists hold it; a dash when it is not held. */
    public String money(@Nullable Double yuan) {
        return yuan == null ? "–" : money(BigDecimal.valueOf(yuan));
    }

    /** All digits of money, for those who point at it; empty for anything else. */
    public String exact(String fact, FactValue value) {
        Fact declared = facts.get(fact);
        return value instanceof FactValue.Amount(BigDecimal number)
                        && declared != null
                        && declared.type() == FactType.MONEY
                ? ui.number(number) + " " + ui.say("registry.unit.yuan")
                : "";
    }

    /** What a fact means, for those who ask; empty when the dictionary does not say. */
    public String meaning(String fact) {
        Fact declared = facts.get(fact);
        return declared == null ? "" : declared.meaning();
    }

    /** A place by its code of GB/T 2260: its name without the province; the code itself where there is none. */
    public String region(@Nullable String code) {
        return code == null ? "–" : places.named(code);
    }

    /** A fact's name in the reader's language. */
    public String name(String fact) {
        Fact declared = facts.get(fact);
        boolean english = Objects.equals(ui.language().code(), "en");
        return declared == null || !english ? fact : declared.english() + " " + fact;
    }
}
