package org.lingqu.registry.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.registry.Typed;

/**
 * The form by which a relation is added, as typed.
 *
 * @param fields {@code column}, {@code other}, {@code begins}, {@code ends}, {@code source}, {@code saidOn}
 * @param code why it was refused, words stand under {@code party.relation.CODE}; empty when it was not
 * @param value what the refusal is about
 */
public record RelationForm(Map<String, String> fields, String code, String value) {

    private static final List<String> NAMES = List.of("column", "other", "begins", "ends", "source", "saidOn");
    private static final int LONGEST = 300;

    public RelationForm {
        fields = Map.copyOf(fields);
    }

    static RelationForm empty(LocalDate today) {
        return new RelationForm(Map.of("saidOn", today.toString(), "source", Supplier.SCIENCE.name()), "", "");
    }

    static RelationForm sent(Map<String, String> form, LocalDate today) {
        var fields = new HashMap<String, String>();
        for (String name : NAMES) {
            String typed = form.getOrDefault(name, "").strip();
            fields.put(name, typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST));
        }
        var sent = new RelationForm(fields, "", "");
        for (String name : List.of("begins", "ends", "saidOn")) {
            if (!sent.get(name).isEmpty() && sent.day(name) == null) {
                return sent.refused("NO_SUCH_DAY", sent.get(name));
            }
        }
        if (Typed.saidOn(sent.get("saidOn"), today).isEmpty()) {
            return sent.refused("NO_DAY", "");
        }
        if (sent.supplier().isEmpty()) {
            return sent.refused("NO_SOURCE", "");
        }
        return sent;
    }

    RelationForm refused(String why, String about) {
        return new RelationForm(fields, why, about);
    }

    /** As typed; empty when not given. */
    public String get(String name) {
        return fields.getOrDefault(name, "");
    }

    @Nullable LocalDate day(String name) {
        return Typed.day(get(name)).orElse(null);
    }

    Optional<Supplier> supplier() {
        return Typed.supplier(fields.getOrDefault("source", ""));
    }
}
