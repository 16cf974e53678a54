package org.lingqu.registry.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lingqu.registry.PartyFilter;
import org.lingqu.registry.PartyKind;
import org.lingqu.registry.PartyOrder;

/**
 * What the address of a list of parties says: which, in which order. What cannot be understood is told and left out.
 *
 * @param given by name, as typed; only names that are known
 * @param problems names of parameters that cannot be understood
 */
public record PartyParameters(Map<String, String> given, List<String> problems) {

    private static final List<String> NAMES =
            List.of("kind", "words", "level", "region", "standing", "conflicts", "sort");

    public PartyParameters {
        given = Map.copyOf(given);
        problems = List.copyOf(problems);
    }

    static PartyParameters of(Map<String, String> query) {
        var given = new LinkedHashMap<String, String>();
        NAMES.forEach(name -> {
            String value = query.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                given.put(name, value);
            }
        });
        var problems = new ArrayList<String>();
        check(given, "kind", PartyKind.values(), problems);
        check(given, "standing", PartyFilter.Standing.values(), problems);
        check(given, "sort", PartyOrder.values(), problems);
        return new PartyParameters(given, problems);
    }

    private static void check(Map<String, String> given, String name, Enum<?>[] values, List<String> problems) {
        String value = given.get(name);
        if (value != null && Arrays.stream(values).noneMatch(each -> each.name().equals(value))) {
            problems.add(name);
        }
    }

    /** As typed; empty when not given. */
    public String get(String name) {
        return given.getOrDefault(name, "");
    }

    private String sound(String name, Enum<?> otherwise) {
        return given.containsKey(name) && !problems.contains(name) ? get(name) : otherwise.name();
    }

    /** The kind asked for; platforms when none is. */
    public PartyKind kind() {
        return PartyKind.valueOf(sound("kind", PartyKind.PLATFORM));
    }

    /** The order asked for; by level when none is. */
    public PartyOrder order() {
        return PartyOrder.valueOf(sound("sort", PartyOrder.LEVEL));
    }

    /** Whether those that last are asked for, or all. */
    public PartyFilter.Standing standing() {
        return PartyFilter.Standing.valueOf(sound("standing", PartyFilter.Standing.ALL));
    }

    /** Whether anything is filtered. */
    public boolean isFiltered() {
        return given.keySet().stream().anyMatch(name -> !name.equals("sort") && !name.equals("kind"));
    }

    PartyFilter filter(LocalDate today) {
        return new PartyFilter(
                kind(),
                get("words"),
                get("level"),
                get("region"),
                standing(),
                today,
                !get("conflicts").isEmpty());
    }

    /** As the query of an address, without a question mark; the kind is always among it. */
    public String query() {
        return NAMES.stream()
                .filter(name -> given.containsKey(name) || name.equals("kind"))
                .map(name -> name + "="
                        + URLEncoder.encode(name.equals("kind") ? kind().name() : get(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
