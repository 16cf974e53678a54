package org.lingqu.policy.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.lingqu.policy.CriterionAnswer;
import org.lingqu.policy.Standing;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.RegionPart;
import org.lingqu.ui.Ui;

/**
 * Which enterprises of a policy an address asks for, and in which order; what cannot be is passed over. One of {@code falls},
 * {@code left} and {@code of} asks for those behind a number of the policy's page, however they stand to the policy.
 *
 * @param standing how they stand to the policy
 * @param criterion with a standing: only those that this criterion stops; with {@code of}: the one that is meant
 * @param of those of which the criterion says so, of all that the policy is meant for
 * @param falls criterion that is the first to take them away; empty for none
 * @param left criterion that leaves them, with all before it; empty for none
 * @param way of those who are near: whether there is a step that they can take
 * @param size class; empty for all
 * @param wrong parameters of the place that cannot be, by name
 */
public record CallQuery(
        Standing standing,
        String criterion,
        Optional<CriterionAnswer> of,
        String falls,
        String left,
        Holders holders,
        Way way,
        RegionPart place,
        String size,
        Order order,
        SortedMap<String, String> wrong) {

    /** Whether those that have a title of the policy are meant. */
    public enum Holders {
        ANY,
        NONE,
        ONLY
    }

    /** Whether there is a step that they can take. */
    public enum Way {
        ANY,
        /** 有办法. */
        WITH,
        /** 没有办法: what is missed cannot be moved, or not by so much. */
        WITHOUT
    }

    /** How a list is sorted. */
    public enum Order {
        /** The largest first; of those who are near, those with a step before the others. */
        REVENUE(false),
        NAME(false),
        /** What it may bring, the most first. */
        BRINGS(true),
        /** The fewest reasons and the least effort first. */
        LEAST(true);

        private final boolean decides;

        Order(boolean decides) {
            this.decides = decides;
        }

        /** Whether each of them has to be decided with all reasons for it, which only a short list is. */
        boolean decides() {
            return decides;
        }
    }

    static CallQuery of(Map<String, String> query) {
        RegionPart.Read place = RegionPart.of(query);
        String size = query.getOrDefault("size", "");
        String criterion = query.getOrDefault("criterion", "");
        Standing standing = named(Standing.values(), query.getOrDefault("standing", ""), Standing.NEAR);
        return new CallQuery(
                standing,
                criterion,
                of(query.getOrDefault("of", ""), criterion, standing),
                query.getOrDefault("falls", ""),
                query.getOrDefault("left", ""),
                named(
                        Holders.values(),
                        query.getOrDefault("holders", ""),
                        query.getOrDefault("apply", "").equals("true") ? Holders.NONE : Holders.ANY),
                standing == Standing.NEAR ? named(Way.values(), query.getOrDefault("way", ""), Way.ANY) : Way.ANY,
                place.part(),
                EnterpriseFilter.SIZES.contains(size) ? size : "",
                named(Order.values(), query.getOrDefault("order", ""), Order.REVENUE),
                place.wrong());
    }

    /** Who does not meet a criterion does not, whether others are missed as well: the number on the policy's page counts both. */
    private static Optional<CriterionAnswer> of(String name, String criterion, Standing standing) {
        if (criterion.isEmpty()) {
            return Optional.empty();
        }
        return Arrays.stream(CriterionAnswer.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .or(() -> standing == Standing.NOT_MET ? Optional.of(CriterionAnswer.NOT_MET) : Optional.empty());
    }

    private static <E extends Enum<E>> E named(E[] values, String name, E otherwise) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }

    /** Whether it asks how enterprises stand to the policy, and not for those behind another number. */
    public boolean byStanding() {
        return of.isEmpty() && falls.isEmpty() && left.isEmpty();
    }

    /** Whether only a part of the region is asked for. */
    public boolean isPart() {
        return !place.isAll() || !size.isEmpty();
    }

    EnterpriseFilter filter(LocalDate day) {
        return EnterpriseFilter.all(day).in(place).ofSize(size);
    }

    /** What the list is of, as names and values of an address. */
    public SequencedMap<String, String> subject() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("standing", standing.name());
        parts.put("criterion", criterion);
        parts.put("of", of.map(Enum::name).orElse(""));
        parts.put("falls", falls);
        parts.put("left", left);
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    /** Which part of it and in which order, alike. */
    public SequencedMap<String, String> part() {
        var parts = new LinkedHashMap<String, String>(place.parameters());
        parts.put("size", size);
        parts.put("order", order == Order.REVENUE ? "" : order.name());
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    /** The whole, alike. */
    public SequencedMap<String, String> parameters() {
        var parts = new LinkedHashMap<String, String>(subject());
        if (holders != Holders.ANY) {
            parts.put("holders", holders.name());
        }
        if (way != Way.ANY) {
            parts.put("way", way.name());
        }
        parts.putAll(part());
        return parts;
    }

    /** The whole as an address. */
    public String address() {
        return "?" + joined(parameters());
    }

    /** The same list of the whole region. */
    public String everywhere() {
        var parts = new LinkedHashMap<String, String>(parameters());
        place.parameters().keySet().forEach(parts::remove);
        parts.remove("size");
        return "?" + joined(parts);
    }

    /** What the list is called. */
    public String title(Ui ui) {
        if (!falls.isEmpty()) {
            return ui.say("policy.funnel.fallen");
        }
        if (!left.isEmpty()) {
            return ui.say("policy.funnel.left");
        }
        if (of.isPresent()) {
            return ui.say("policy.of", of.get());
        }
        return holders == Holders.NONE && standing == Standing.MET
                ? ui.say("policy.to-apply")
                : ui.say("policy.standing", standing);
    }

    /** The same part of those that stand otherwise. */
    public String address(Standing other, Holders among) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("standing", other.name());
        if (among != Holders.ANY) {
            parts.put("holders", among.name());
        }
        parts.putAll(part());
        return "?" + joined(parts);
    }

    /** The same list, of those with a step or without. */
    public String address(Way other) {
        var parts = new LinkedHashMap<String, String>(parameters());
        parts.remove("way");
        if (other != Way.ANY) {
            parts.put("way", other.name());
        }
        return "?" + joined(parts);
    }

    /** Whether it is the list of those who are near. */
    public boolean isOfNear() {
        return byStanding() && standing == Standing.NEAR;
    }

    private static String joined(Map<String, String> parts) {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
