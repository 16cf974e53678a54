package org.lingqu.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Supplier;

/**
 * A form with everything that is kept of a party, read by the same rules as cells of lists and held against what counts: only what
 * differs is said.
 *
 * @param said what is new; empty where nothing is
 * @param problems everything that is wrong, in the order of the form
 */
public record PartyTyped(Said said, List<Problem> problems) {

    /** Field of the name. */
    public static final String NAME = "name";
    /** Field of the credit code or the number. */
    public static final String CODE = "code";

    /**
     * What is wrong with a field.
     *
     * @param field {@link #NAME}, {@link #CODE} or a fact
     * @param code stable, upper case; words stand under {@code party.typed.CODE}
     * @param advice what to do, where the code alone does not say it
     */
    public record Problem(
            String field, String code, @Nullable Advice advice) {}

    public PartyTyped {
        problems = List.copyOf(problems);
    }

    /** How the field of a fact is called: with the unit that figures are typed in. */
    public static String label(Fact fact) {
        return ColumnWords.of(fact, FactRef.NO_YEAR, factor(fact));
    }

    private static BigDecimal factor(Fact fact) {
        return switch (fact.type()) {
            case MONEY -> new BigDecimal("10000");
            case RATIO -> new BigDecimal("0.01");
            default -> BigDecimal.ONE;
        };
    }

    /** A value as it is typed into the field of its fact. */
    public static String text(Fact fact, FactValue value) {
        return value instanceof FactValue.Amount(BigDecimal number)
                ? (fact.type() == FactType.MONEY
                                ? number.movePointLeft(4)
                                : fact.type() == FactType.RATIO ? number.movePointRight(2) : number)
                        .stripTrailingZeros()
                        .toPlainString()
                : FactWords.of(value);
    }

    /**
     * Reads a form.
     *
     * @param typed by field; a field that was not sent says nothing, an empty one withdraws what the source said
     * @param file what counts; null for a record that is begun
     * @param places by whose names places may be typed
     */
    public static PartyTyped read(
            PartyDeclaration declared,
            Map<String, String> typed,
            Supplier source,
            LocalDate saidOn,
            @Nullable FirmFile file,
            Places places) {
        var problems = new ArrayList<Problem>();
        String name = name(typed.get(NAME), file, problems);
        Numbering numbering = declared.numbering();
        String code = numbering != null
                ? number(numbering, typed, saidOn, file, problems)
                : declared.coded() ? code(typed.getOrDefault(CODE, ""), file, problems) : null;
        var values = new TreeMap<FactYear, FactValue>();
        var withdrawn = new TreeSet<FactYear>();
        Headers headers = declared.headers(saidOn, places);
        for (Fact fact : declared.facts().all()) {
            String text = typed.get(fact.name());
            if (text == null || fact.isYearly()) {
                continue;
            }
            switch (TypedFact.read(label(fact), text, headers)) {
                case TypedFact.Read.Wrong wrong -> problems.add(new Problem(fact.name(), wrong.code(), wrong.advice()));
                case TypedFact.Read.Fine fine -> {
                    if (PersonalNumbers.isIn(text) && isWords(fact)) {
                        problems.add(new Problem(fact.name(), "PERSONAL_NUMBER", null));
                    }
                    fine.said().values().forEach((key, value) -> {
                        if (file == null || !holds(file, key, value)) {
                            values.put(key, value);
                        }
                    });
                    fine.said().withdrawn().forEach(key -> withdraw(key, source, file, withdrawn, problems));
                }
            }
        }
        endsAfterItBegins(declared, values, file, problems);
        return new PartyTyped(
                new Said(name, code, values, withdrawn, new TreeMap<>(), new TreeMap<>(), new TreeMap<>()), problems);
    }

    private static boolean isWords(Fact fact) {
        return fact.type() == FactType.TEXT || fact.type() == FactType.LIST;
    }

    private static boolean holds(FirmFile file, FactYear key, FactValue value) {
        return file.holding(key)
                .filter(held -> SameValue.same(held.value(), value))
                .isPresent();
    }

    /** An empty field takes back what the source says; what another source says it cannot take back. */
    private static void withdraw(
            FactYear key,
            Supplier source,
            @Nullable FirmFile file,
            TreeSet<FactYear> withdrawn,
            List<Problem> problems) {
        Optional<Holding> held = file == null ? Optional.empty() : file.holding(key);
        if (held.isEmpty()) {
            return;
        }
        if (held.get().from().source() == source) {
            withdrawn.add(key);
        } else {
            problems.add(new Problem(key.fact(), "SAID_BY_OTHER", null));
        }
    }

    private static @Nullable String name(@Nullable String typed, @Nullable FirmFile file, List<Problem> problems) {
        String name = typed == null ? "" : typed.strip();
        if (name.isEmpty()) {
            problems.add(new Problem(NAME, "NO_NAME", null));
            return null;
        }
        if (PersonalNumbers.isIn(name)) {
            problems.add(new Problem(NAME, "PERSONAL_NUMBER", null));
        }
        return file != null && name.equals(file.name().orElse(null)) ? null : name;
    }

    private static @Nullable String code(String typed, @Nullable FirmFile file, List<Problem> problems) {
        String code = CreditCode.spelled(typed);
        String held = file == null ? null : file.code().orElse(null);
        if (code.isEmpty() && held != null) {
            problems.add(new Problem(CODE, "CODE_STAYS", null));
            return null;
        }
        if (code.isEmpty() || code.equals(held)) {
            return null;
        }
        CreditCode.Fault fault = CreditCode.check(code);
        if (fault != CreditCode.Fault.FINE) {
            problems.add(new Problem(CODE, "CODE_" + fault.name(), null));
        }
        return code;
    }

    /** The number, held against the level that stands in the form beside it. */
    private static @Nullable String number(
            Numbering numbering,
            Map<String, String> typed,
            LocalDate day,
            @Nullable FirmFile file,
            List<Problem> problems) {
        String level = typed.getOrDefault(numbering.level(), "").strip();
        return switch (numbering.read(typed.getOrDefault(CODE, ""), level.isEmpty() ? null : level, day)) {
            case NumberRead.Wrong wrong -> {
                problems.add(new Problem(CODE, wrong.code(), wrong.advice()));
                yield null;
            }
            case NumberRead.Sound sound ->
                file != null && sound.number().equals(file.code().orElse(null)) ? null : sound.number();
        };
    }

    private static void endsAfterItBegins(
            PartyDeclaration declared,
            Map<FactYear, FactValue> values,
            @Nullable FirmFile file,
            List<Problem> problems) {
        LocalDate begins = day(FactYear.of(declared.begins()), values, file);
        LocalDate ends = day(FactYear.of(declared.ends()), values, file);
        if (begins != null && ends != null && ends.isBefore(begins)) {
            problems.add(new Problem(declared.ends(), "ENDS_BEFORE_IT_BEGINS", null));
        }
    }

    private static @Nullable LocalDate day(FactYear key, Map<FactYear, FactValue> values, @Nullable FirmFile file) {
        FactValue value = values.get(key);
        if (value == null && file != null) {
            value = file.holding(key).map(Holding::value).orElse(null);
        }
        return value instanceof FactValue.Day(LocalDate day) ? day : null;
    }
}
