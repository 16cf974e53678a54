package org.lingqu.match;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.explain.AmountWords;
import org.lingqu.engine.policy.explain.Figures;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Rational;

/**
 * What a policy brings a firm if its criteria are met, with the facts that are held today: money, titles, and what titles open. The same
 * whether the criteria are met, open or missed.
 *
 * @param money what the policy itself pays or saves
 * @param titles titles that the firm would get and does not hold
 * @param opens other policies in force that the firm comes to with these titles
 * @param other what the policy brings that is no money, in the words of its file
 */
public record Worth(Money money, List<String> titles, List<Opened> opens, List<String> other) {

    /** So much is told in a list. */
    private static final int TOLD = 2;

    /** Nothing: of a policy that is not meant for the firm. */
    static final Worth NONE = new Worth(Money.NONE, List.of(), List.of(), List.of());

    /** What brings most first; then where the amount is not known, then what is no money. */
    public static final Comparator<Worth> MOST_FIRST = Comparator.comparing(Worth::sum, Money.MOST_FIRST);

    public Worth {
        titles = List.copyOf(titles);
        opens = List.copyOf(opens);
        other = List.copyOf(other);
    }

    /**
     * An amount.
     *
     * @param least 元, certain
     * @param most 元, possible; null while it is not known
     * @param lacking what is missing to tell it, for a reader; empty for nothing
     */
    public record Money(Rational least, @Nullable Rational most, String lacking) {

        static final Money NONE = new Money(Rational.ZERO, Rational.ZERO, "");

        /** What is known of it, the most first; then what is not known, then none. */
        static final Comparator<Money> MOST_FIRST = Comparator.comparingInt(Money::rank)
                .thenComparing(Money::known, Comparator.<Rational>naturalOrder().reversed());

        private int rank() {
            return known().signum() > 0 ? 0 : most == null ? 1 : 2;
        }

        private Rational known() {
            return most == null ? least : most;
        }

        /** Whether there is none. */
        public boolean isNone() {
            return most != null && most.signum() == 0;
        }

        private Money plus(Money more) {
            return new Money(
                    least.plus(more.least), most == null || more.most == null ? null : most.plus(more.most), lacking);
        }

        /** For a reader; empty for none. */
        public String words() {
            return isNone() ? "" : AmountWords.of(least, most, lacking, Money::money);
        }

        /** Never more than it is. */
        private static String money(BigDecimal yuan) {
            return Figures.money(yuan, yuan, RoundingMode.FLOOR);
        }
    }

    /** A policy that a title leads to, with what it brings. */
    public record Opened(Policy policy, Money money) {}

    /** What it comes to: its own money, or, where it has none, what its titles open. */
    private Money sum() {
        return money.isNone() ? opens.stream().map(Opened::money).reduce(Money.NONE, Money::plus) : money;
    }

    /** For a reader, in Chinese; empty where it brings nothing that is known. */
    public String words() {
        var parts = new ArrayList<String>();
        if (!money.isNone()) {
            parts.add(money.words());
        }
        if (!opens.isEmpty()) {
            parts.add("凭" + named() + "称号可享受"
                    + opens.stream().limit(TOLD).map(this::opened).collect(Collectors.joining("、"))
                    + (opens.size() > TOLD ? "等" + opens.size() + "项政策" : ""));
        } else if (money.isNone() && !titles.isEmpty()) {
            parts.add("授予" + named() + "称号");
        }
        if (parts.isEmpty()) {
            other.stream().limit(TOLD).forEach(parts::add);
        }
        return String.join("；", parts);
    }

    private String named() {
        return titles.stream().map(title -> "“" + title + "”").collect(Collectors.joining("、"));
    }

    /** Its amount only where the policy itself names none: a file that tells the tax saved tells the same as the tax law's. */
    private String opened(Opened opened) {
        String amount = money.isNone() ? opened.money().words() : "";
        return "《" + opened.policy().title() + "》" + (amount.isEmpty() ? "" : "：" + amount);
    }
}
