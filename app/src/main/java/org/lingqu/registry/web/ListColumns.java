package org.lingqu.registry.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lingqu.account.Actor;
import org.lingqu.engine.policy.fact.Fact;
import org.lingqu.engine.policy.fact.FactType;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.pack.InstalledPack;
import org.lingqu.registry.Contact;
import org.lingqu.registry.Contacts;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.FactYear;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.FirstContacts;
import org.lingqu.registry.Holding;
import org.lingqu.registry.Industries;
import org.lingqu.ui.Ui;
import org.springframework.util.MultiValueMap;

/**
 * Which columns a list shows, as its address says.
 *
 * @param chosen in the order of {@link EnterpriseColumn}
 * @param facts further ones, by fact and year
 * @param titles further ones that tell of titles
 * @param typed what was typed for both
 * @param unknown parts of it that are neither
 * @param personal whether columns that tell of persons may be chosen
 */
public record ListColumns(
        List<EnterpriseColumn> chosen,
        List<FactYear> facts,
        List<TitleColumn> titles,
        String typed,
        List<String> unknown,
        boolean personal) {

    private static final Set<EnterpriseColumn> USUAL = EnumSet.of(
            EnterpriseColumn.REGION,
            EnterpriseColumn.INDUSTRY,
            EnterpriseColumn.SIZE,
            EnterpriseColumn.FOUNDED,
            EnterpriseColumn.REVENUE,
            EnterpriseColumn.RD_COSTS,
            EnterpriseColumn.STAFF,
            EnterpriseColumn.YEAR);
    private static final Pattern YEARLY = Pattern.compile("((?:19|20)\\d{2})年?(.+)");
    private static final int MOST_FACTS = 12;

    public ListColumns {
        chosen = List.copyOf(chosen);
        facts = List.copyOf(facts);
        titles = List.copyOf(titles);
        unknown = List.copyOf(unknown);
    }

    static ListColumns of(Actor actor, MultiValueMap<String, String> query, InstalledPack installed, LocalDate day) {
        Facts dictionary = installed.facts();
        boolean personal = Contacts.knowsAll(actor);
        List<String> names = query.getOrDefault("column", List.of());
        List<EnterpriseColumn> chosen = Arrays.stream(EnterpriseColumn.values())
                .filter(column -> personal || !column.isPersonal())
                .filter(column -> names.isEmpty() ? USUAL.contains(column) : names.contains(column.name()))
                .toList();
        String first = query.getFirst("facts");
        String typed = first == null ? "" : first.strip();
        var facts = new ArrayList<FactYear>();
        var titles = new ArrayList<TitleColumn>();
        var unknown = new ArrayList<String>();
        for (String part : typed.split("[、,，;；\\s]+", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            FactYear fact = fact(part, dictionary);
            TitleColumn title = TitleColumn.of(part, installed.titles(), day).orElse(null);
            if ((fact == null && title == null) || facts.size() + titles.size() == MOST_FACTS) {
                unknown.add(part);
            } else if (fact != null && !facts.contains(fact)) {
                facts.add(fact);
            } else if (fact == null && title != null && !titles.contains(title)) {
                titles.add(title);
            }
        }
        return new ListColumns(chosen, facts, titles, typed, unknown, personal);
    }

    private static @Nullable FactYear fact(String words, Facts dictionary) {
        Fact plain = dictionary.called(words);
        if (plain != null && !plain.isYearly()) {
            return FactYear.of(plain.name());
        }
        Matcher yearly = YEARLY.matcher(words);
        Fact fact = yearly.matches() ? dictionary.called(yearly.group(2)) : null;
        return fact == null || !fact.isYearly() ? null : new FactYear(fact.name(), Integer.parseInt(yearly.group(1)));
    }

    /** All columns that may be chosen. */
    public List<EnterpriseColumn> all() {
        return Arrays.stream(EnterpriseColumn.values())
                .filter(column -> personal || !column.isPersonal())
                .toList();
    }

    /** Whether they are the usual ones, so that the address need not say so. */
    public boolean isUsual() {
        return facts.isEmpty() && titles.isEmpty() && chosen.size() == USUAL.size() && USUAL.containsAll(chosen);
    }

    /** As a part of an address; empty for the usual ones. */
    String address() {
        if (isUsual()) {
            return "";
        }
        var parts = new ArrayList<String>();
        chosen.forEach(column -> parts.add("column=" + column.name()));
        if (!typed.isEmpty()) {
            parts.add("facts=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        }
        return String.join("&", parts);
    }

    /** Whether values of the files are needed. */
    boolean asksFiles() {
        return !facts.isEmpty() || !titles.isEmpty();
    }

    /** Whether contacts are needed. */
    boolean asksContacts() {
        return chosen.stream().anyMatch(EnterpriseColumn::isPersonal);
    }

    private static @Nullable String contact(EnterpriseColumn column, Enterprise e, FirstContacts contacts) {
        Contact contact = contacts.of(e.id());
        if (contact == null) {
            return null;
        }
        return switch (column) {
            case CONTACT_POST -> contact.said().post();
            case CONTACT_PHONE -> contact.said().phone();
            default -> contact.said().name();
        };
    }

    /** What a cell shows; a dash where nothing is held. */
    public String cell(EnterpriseColumn column, Enterprise e, FirstContacts contacts, Shown shown) {
        String text = switch (column) {
            case REGION -> e.regionCode() == null ? null : shown.region(e.regionCode());
            case PARK -> e.park();
            case INDUSTRY -> e.industryCode() == null ? null : Industries.named(e.industryCode());
            case SIZE -> e.sizeClass() == null ? null : shown.ui().say("registry.size." + e.sizeClass());
            case FOUNDED -> e.foundedOn() == null ? null : shown.ui().day(e.foundedOn());
            case REVENUE -> e.revenue() == null ? null : shown.money(e.revenue());
            case RD_COSTS -> e.rdCosts() == null ? null : shown.money(e.rdCosts());
            case STAFF -> e.staff() == null ? null : shown.ui().count(e.staff());
            case YEAR -> e.figuresYear() == null ? null : e.figuresYear().toString();
            case VALUES_HELD -> shown.ui().count(e.valuesHeld());
            case CONFLICTS -> shown.ui().count(e.conflicts());
            case UPDATED -> shown.ui().minute(e.updatedAt());
            case CONTACT, CONTACT_POST, CONTACT_PHONE -> contact(column, e, contacts);
        };
        return text == null || text.isEmpty() ? "–" : text;
    }

    /** The same of a fact. */
    public String cell(FactYear fact, @Nullable FirmFile file, Shown shown) {
        return file == null
                ? "–"
                : file.holding(fact)
                        .map(held -> shown.value(fact.fact(), held.value()))
                        .orElse("–");
    }

    /** What the head of a column in a workbook says, money with its unit. */
    String head(EnterpriseColumn column, Shown shown) {
        boolean money = column == EnterpriseColumn.REVENUE || column == EnterpriseColumn.RD_COSTS;
        return shown.ui().say(column.key()) + (money ? "（" + shown.ui().say("registry.unit.yuan") + "）" : "");
    }

    /** The same of a fact. */
    static String head(FactYear fact, Shown shown) {
        Fact declared = shown.facts().get(fact.fact());
        boolean money = declared != null && declared.type() == FactType.MONEY;
        return fact + (money ? "（" + shown.ui().say("registry.unit.yuan") + "）" : "");
    }

    /** What stands in a workbook: figures as figures. */
    static @Nullable Object exported(EnterpriseColumn column, Enterprise e, FirstContacts contacts, Shown shown) {
        return switch (column) {
            case REGION -> e.regionCode() == null ? null : shown.region(e.regionCode());
            case PARK -> e.park();
            case INDUSTRY -> e.industryCode() == null ? null : Industries.named(e.industryCode());
            case SIZE -> e.sizeClass() == null ? null : shown.ui().say("registry.size." + e.sizeClass());
            case FOUNDED -> e.foundedOn();
            case REVENUE -> decimal(e.revenue());
            case RD_COSTS -> decimal(e.rdCosts());
            case STAFF -> decimal(e.staff());
            case YEAR -> decimal(e.figuresYear());
            case VALUES_HELD -> decimal(e.valuesHeld());
            case CONFLICTS -> decimal(e.conflicts());
            case UPDATED -> LocalDate.ofInstant(e.updatedAt(), Ui.ZONE);
            case CONTACT, CONTACT_POST, CONTACT_PHONE -> contact(column, e, contacts);
        };
    }

    /** The same of a fact. */
    static @Nullable Object exported(FactYear fact, @Nullable FirmFile file, Shown shown) {
        Holding held = file == null ? null : file.holding(fact).orElse(null);
        if (held == null) {
            return null;
        }
        return switch (held.value()) {
            case FactValue.Amount(BigDecimal number) -> number;
            case FactValue.Day(LocalDate day) -> day;
            default -> shown.value(fact.fact(), held.value());
        };
    }

    private static @Nullable BigDecimal decimal(@Nullable Number number) {
        return number == null ? null : new BigDecimal(number.toString());
    }
}
