package org.lingqu.engine.policy.fact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One fact that policies may ask of a firm, as the dictionary declares it.
 *
 * @param name the Chinese name that conditions use, unique
 * @param english the English name for code and foreign readers
 * @param unit of what a count is (人, 件), 元 for money, empty otherwise
 * @param meaning how the figure is defined, for the person who fills it in
 * @param least the smallest value that makes sense, inclusive; nothing where losses may be meant
 * @param codes the values a code may have; empty means any
 * @param pattern a regular expression that a code matches as a whole; empty means anything
 * @param aliases other names that sheets and policies use for the same thing
 * @param partOf the fact of which it is a part, so that it never exceeds it; empty where it is a part of none
 * @param derived by which policy the fact is worked out of others; empty where it has to be supplied
 * @param effort which way a firm can move the value
 * @param source where the definition comes from
 */
public record Fact(
        String name,
        String english,
        FactType type,
        String unit,
        PeriodRule period,
        String meaning,
        Optional<BigDecimal> least,
        List<String> codes,
        String pattern,
        List<String> aliases,
        Set<Supplier> suppliers,
        Optional<String> partOf,
        Optional<Derived> derived,
        Effort effort,
        String source) {

    /**
     * @param by the policy that works it out ({@code cn/enterprise-size})
     * @param suppliedWins whether a value that somebody supplies goes before it; else that only stands in where nothing can be
     *     worked out
     */
    public record Derived(String by, boolean suppliedWins) {}

    /** @throws IllegalArgumentException if the name is empty */
    public Fact {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A fact needs a name");
        }
        codes = List.copyOf(codes);
        aliases = List.copyOf(aliases);
        suppliers = Set.copyOf(suppliers);
    }

    /** Whether a code may be a value of this fact. */
    public boolean accepts(String code) {
        return (codes.isEmpty() || codes.contains(code)) && (pattern.isEmpty() || code.matches(pattern));
    }

    /** Whether the fact has one value a year. */
    public boolean isYearly() {
        return period != PeriodRule.NONE;
    }
}
