package org.lingqu.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.Advice;
import org.lingqu.registry.Typed;

/**
 * The form by which somebody adds a value: as typed, so that nothing has to be typed again.
 *
 * @param fields {@code what}, {@code value}, {@code source}, {@code saidOn}, {@code note}
 */
public record TypedForm(Map<String, String> fields, List<Problem> problems) {

    /** @param code of the words {@code registry.typed.CODE}; {@code advice} says more where the code alone does not */
    public record Problem(String code, @Nullable Advice advice) {}

    public TypedForm {
        fields = Map.copyOf(fields);
        problems = List.copyOf(problems);
    }

    static TypedForm empty(Actor actor, LocalDate today) {
        return new TypedForm(
                Map.of("saidOn", today.toString(), "source", actor.is(Role.ENTERPRISE) ? "FIRM" : ""), List.of());
    }

    static TypedForm of(Actor actor, Map<String, String> form, LocalDate today) {
        var fields = new LinkedHashMap<String, String>();
        for (String name : List.of("what", "value", "source", "saidOn", "note")) {
            fields.put(name, form.getOrDefault(name, "").strip());
        }
        if (actor.is(Role.ENTERPRISE)) {
            fields.put("source", Supplier.FIRM.name()); // whatever was sent: a firm speaks for itself
        }
        var problems = new ArrayList<Problem>();
        if (fields.getOrDefault("what", "").isEmpty()) {
            problems.add(new Problem("NO_WHAT", null));
        }
        if (supplier(fields).isEmpty()) {
            problems.add(new Problem("NO_SOURCE", null));
        }
        if (Typed.saidOn(fields.getOrDefault("saidOn", ""), today).isEmpty()) {
            problems.add(new Problem("NO_DAY", null));
        }
        return new TypedForm(fields, problems);
    }

    TypedForm with(String code, @Nullable Advice advice) {
        return new TypedForm(fields, List.of(new Problem(code, advice)));
    }

    /** As typed; empty when not given. */
    public String get(String name) {
        return fields.getOrDefault(name, "");
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
