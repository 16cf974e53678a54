package org.lingqu.policy.catalogue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lingqu.engine.policy.pack.Benefit;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.text.lexicon.DataFile;

/**
 * What a policy brings, as far as its file tells. Files have no key for it: titles are its {@code grants}, money and taxes its
 * {@code benefits}, told apart by the words of {@code tax-words.txt} in what a benefit says.
 */
public enum Brings {
    /** 称号: it grants at least one. */
    TITLE,
    /** 资金: a benefit with an amount that is paid and is no tax. */
    MONEY,
    /** 税收优惠: less tax to pay, also where nobody can say how much less. */
    TAX,
    /** 其他支持: a benefit without an amount that is no tax. */
    OTHER,
    /** 只作判定依据: neither titles nor benefits that are paid; a fact, a figure or a standard for others. */
    BASIS;

    private static final List<String> TAX_WORDS = DataFile.words(Brings.class, "tax-words.txt");

    /** All that a policy brings; never empty. */
    public static Set<Brings> of(Policy policy) {
        var all = EnumSet.noneOf(Brings.class);
        if (!policy.grants().isEmpty()) {
            all.add(TITLE);
        }
        policy.benefits().stream()
                .filter(benefit -> benefit.frequency() != Benefit.Frequency.NEVER)
                .forEach(benefit -> all.add(of(benefit)));
        if (all.isEmpty()) {
            all.add(BASIS);
        }
        return Collections.unmodifiableSet(all);
    }

    private static Brings of(Benefit benefit) {
        if (TAX_WORDS.stream().anyMatch(benefit.clause().says()::contains)) {
            return TAX;
        }
        return benefit.amount().isPresent() ? MONEY : OTHER;
    }
}
