package org.lingqu.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.FactYear;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.Party;
import org.lingqu.registry.PartyDeclaration;
import org.lingqu.registry.PartyTyped;
import org.lingqu.registry.PartyTyped.Problem;
import org.lingqu.registry.Typed;

/**
 * The form with everything that is kept of a party: as typed, so that nothing has to be typed again.
 *
 * @param fields by name: {@code name}, {@code code}, {@code source}, {@code saidOn}, {@code note}, {@code another}, and facts
 * @param now what is held meanwhile, by field, where somebody else changed it to something else than was typed
 * @param other the record that has this name or code already; null when none has
 */
public record PartyForm(
        Map<String, String> fields,
        List<Problem> problems,
        Map<String, String> now,
        @Nullable Party other) {

    /** Longest of a field. */
    public static final int LONGEST = 1000;

    private static final List<String> OWN = List.of("name", "code", "source", "saidOn", "note", "another");

    public PartyForm {
        fields = Map.copyOf(fields);
        problems = List.copyOf(problems);
        now = Map.copyOf(now);
    }

    /** What is held, to be changed. */
    static PartyForm of(PartyDeclaration declared, FirmFile file, LocalDate today) {
        var fields = new LinkedHashMap<>(held(declared, file));
        fields.put("saidOn", today.toString());
        fields.put("source", Supplier.SCIENCE.name());
        return new PartyForm(fields, List.of(), Map.of(), null);
    }

    /** An empty one. */
    static PartyForm empty(LocalDate today) {
        return new PartyForm(
                Map.of("saidOn", today.toString(), "source", Supplier.SCIENCE.name()), List.of(), Map.of(), null);
    }

    /** What was sent. */
    static PartyForm sent(PartyDeclaration declared, Map<String, String> form, LocalDate today) {
        var fields = new LinkedHashMap<String, String>();
        OWN.forEach(name -> fields.put(name, cut(form.getOrDefault(name, ""))));
        for (Fact fact : declared.facts().all()) {
            String typed = form.get(fact.name());
            if (typed != null) {
                fields.put(fact.name(), cut(typed));
            }
        }
        var problems = new ArrayList<Problem>();
        if (supplier(fields).isEmpty()) {
            problems.add(new Problem("source", "NO_SOURCE", null));
        }
        if (Typed.saidOn(fields.getOrDefault("saidOn", ""), today).isEmpty()) {
            problems.add(new Problem("saidOn", "NO_DAY", null));
        }
        if (org.lingqu.registry.PersonalNumbers.isIn(fields.getOrDefault("note", ""))) {
            problems.add(new Problem("note", "PERSONAL_NUMBER", null));
        }
        return new PartyForm(fields, problems, Map.of(), null);
    }

    private static String cut(String typed) {
        String text = typed.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static Map<String, String> held(PartyDeclaration declared, FirmFile file) {
        var held = new LinkedHashMap<String, String>();
        held.put("name", file.name().orElse(""));
        held.put("code", file.code().orElse(""));
        for (Fact fact : declared.facts().all()) {
            file.holding(FactYear.of(fact.name()))
                    .ifPresent(each -> held.put(fact.name(), PartyTyped.text(fact, each.value())));
        }
        return held;
    }

    PartyForm with(List<Problem> more) {
        var all = new ArrayList<>(problems);
        all.addAll(more);
        return new PartyForm(fields, all, now, other);
    }

    PartyForm known(PartyDeclaration declared, String field, Party by) {
        String taken = field.equals("name") ? "NAME_TAKEN" : declared.isNumbered() ? "NUMBER_TAKEN" : "CODE_TAKEN";
        return new PartyForm(fields, List.of(new Problem(field, taken, null)), now, by);
    }

    /** Somebody was faster: what is held now stands beside what was typed. */
    PartyForm overtaken(PartyDeclaration declared, FirmFile file) {
        Map<String, String> held = held(declared, file);
        var different = new LinkedHashMap<String, String>();
        fields.forEach((field, typed) -> {
            boolean own = field.equals("name")
                    || field.equals("code")
                    || declared.facts().get(field) != null;
            String holds = held.getOrDefault(field, "");
            if (own && !holds.equals(typed)) {
                different.put(field, holds);
            }
        });
        return new PartyForm(fields, List.of(new Problem("name", "OVERTAKEN", null)), different, null);
    }

    /** As typed; empty when not given. */
    public String get(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Whether something is wrong with a field. */
    public boolean isWrong(String field) {
        return problems.stream().anyMatch(problem -> problem.field().equals(field));
    }

    Supplier supplier() {
        return supplier(fields).orElseThrow();
    }

    LocalDate day() {
        return day(fields).orElseThrow();
    }

    private static Optional<Supplier> supplier(Map<String, String> fields) {
        return Typed.supplier(fields.getOrDefault("source", ""));
    }

    private static Optional<LocalDate> day(Map<String, String> fields) {
        return Typed.day(fields.getOrDefault("saidOn", ""));
    }
}
