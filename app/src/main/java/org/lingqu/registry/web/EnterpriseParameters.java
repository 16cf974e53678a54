package org.lingqu.registry.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.EnterpriseOrder;
import org.lingqu.registry.Industries;
import org.lingqu.registry.Typed;

/**
 * What the address of a list says: which enterprises, in which order. What cannot be understood is told and left out.
 *
 * @param given by name, as typed; only names that are known
 * @param problems names of parameters that cannot be understood
 */
public record EnterpriseParameters(Map<String, String> given, List<String> problems) {

    private static final List<String> NAMES = List.of(
            "words",
            "region",
            "park",
            "industry",
            "size",
            "title",
            "expires",
            "expiresOn",
            "min",
            "max",
            "conflicts",
            "claims",
            "list",
            "sort");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");
    private static final Pattern DAYS = Pattern.compile("\\d{1,5}");
    // in decimals: 1.1 万元 times 10,000 in binary is a little over 11,000, and a border would lose who stands on it
    private static final Pattern MONEY = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    public EnterpriseParameters {
        given = Map.copyOf(given);
        problems = List.copyOf(problems);
    }

    static EnterpriseParameters of(Map<String, String> query) {
        var given = new LinkedHashMap<String, String>();
        NAMES.forEach(name -> {
            String value = query.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                given.put(name, value);
            }
        });
        var problems = new ArrayList<String>();
        check(given, "min", value -> money(value), problems);
        check(given, "max", value -> money(value), problems);
        check(given, "expires", EnterpriseParameters::ahead, problems);
        check(given, "list", Long::parseLong, problems);
        check(given, "expiresOn", EnterpriseParameters::days, problems);
        check(given, "sort", EnterpriseOrder::valueOf, problems);
        check(given, "industry", EnterpriseParameters::industry, problems);
        check(given, "size", EnterpriseParameters::size, problems);
        return new EnterpriseParameters(given, problems);
    }

    private static void check(Map<String, String> given, String name, Consumer<String> parser, List<String> problems) {
        if (given.containsKey(name)) {
            try {
                parser.accept(given.get(name));
            } catch (IllegalArgumentException e) {
                problems.add(name);
            }
        }
    }

    /** A day, 2026-12-31, all days of a month, 2026-12, or from a day to another, 2026-12-01/2026-12-15. */
    private static EnterpriseFilter.Days days(String text) {
        if (MONTH.matcher(text).matches()) {
            YearMonth month = YearMonth.parse(text);
            return new EnterpriseFilter.Days(month.atDay(1), month.atEndOfMonth());
        }
        String[] ends = text.split("/", -1);
        if (ends.length == 2) {
            return new EnterpriseFilter.Days(day(ends[0]), day(ends[1]));
        }
        LocalDate day = day(text);
        return new EnterpriseFilter.Days(day, day);
    }

    private static LocalDate day(String text) {
        return Typed.day(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** As somebody may have typed it; a day past the calendar's end is none. */
    private static int ahead(String text) {
        if (!DAYS.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return Integer.parseInt(text);
    }

    private static void industry(String text) {
        if (Industries.meant(text).isEmpty()) {
            throw new IllegalArgumentException(text);
        }
    }

    private static void size(String text) {
        if (!EnterpriseFilter.SIZES.contains(text)) {
            throw new IllegalArgumentException(text);
        }
    }

    private static double money(String wan) {
        if (!MONEY.matcher(wan).matches()) {
            throw new NumberFormatException(wan);
        }
        return new BigDecimal(wan).movePointRight(4).doubleValue();
    }

    /** As typed; empty when not given. */
    public String get(String name) {
        return given.getOrDefault(name, "");
    }

    private Optional<String> sound(String name) {
        return problems.contains(name) ? Optional.empty() : Optional.ofNullable(given.get(name));
    }

    /** Whether anything is filtered. */
    public boolean isFiltered() {
        return given.keySet().stream().anyMatch(name -> !name.equals("sort"));
    }

    EnterpriseFilter filter(LocalDate today) {
        return new EnterpriseFilter(
                get("words"),
                get("region"),
                get("park"),
                sound("industry").orElse(""),
                sound("size").orElse(""),
                get("title"),
                today,
                sound("expires").map(days -> today.plusDays(Integer.parseInt(days))),
                sound("expiresOn").map(EnterpriseParameters::days),
                sound("min").map(EnterpriseParameters::money),
                sound("max").map(EnterpriseParameters::money),
                !get("conflicts").isEmpty(),
                !get("claims").isEmpty(),
                sound("list").map(Long::parseLong));
    }

    /** The order asked for; by revenue when none is. */
    public EnterpriseOrder order() {
        return sound("sort").map(EnterpriseOrder::valueOf).orElse(EnterpriseOrder.REVENUE);
    }

    /** All orders. */
    public List<EnterpriseOrder> orders() {
        return Arrays.asList(EnterpriseOrder.values());
    }

    /** The same with columns, without a question mark. */
    String query(ListColumns columns) {
        String own = address().replaceFirst("^\\?", "");
        String more = columns.address();
        return own.isEmpty() || more.isEmpty() ? own + more : own + "&" + more;
    }

    /** The same address without one of them. */
    public String without(String name) {
        var others = new LinkedHashMap<>(given);
        others.remove(name);
        return new EnterpriseParameters(others, problems).address();
    }

    /** As the query of an address, the question mark with it; empty when there is nothing to say. */
    public String address() {
        String query = String.join(
                "&",
                NAMES.stream()
                        .filter(given::containsKey)
                        .map(name -> name + "=" + URLEncoder.encode(given.get(name), StandardCharsets.UTF_8))
                        .toList());
        return query.isEmpty() ? "" : "?" + query;
    }
}
