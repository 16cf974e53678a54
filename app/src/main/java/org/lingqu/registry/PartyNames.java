package org.lingqu.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.lingqu.registry.store.EnterpriseRows;
import org.lingqu.registry.store.PartyRows;

/** Who is meant by the names and credit codes that people write for the other side of a relation. Nobody is guessed. */
final class PartyNames {

    private static final String BETWEEN = "[、,，;；\\n]+";

    private final Map<String, List<Party>> partiesByName;
    private final Map<String, Party> partiesByCode;
    private final Map<String, List<Enterprise>> enterprisesByName;
    private final Map<String, Enterprise> enterprisesByCode;

    private PartyNames(DSLContext in, Set<String> keys, Set<String> codes) {
        partiesByName = PartyRows.byNames(in, List.of(PartyKind.values()), keys);
        partiesByCode = PartyRows.byCodes(in, codes);
        enterprisesByName = EnterpriseRows.byNames(in, keys);
        enterprisesByCode = new HashMap<>();
        Map<String, Long> ids = EnterpriseRows.byCodes(in, codes);
        Map<Long, Enterprise> known = EnterpriseRows.byIds(in, ids.values());
        ids.forEach((code, id) -> {
            Enterprise enterprise = known.get(id);
            if (enterprise != null) {
                enterprisesByCode.put(code, enterprise);
            }
        });
    }

    /** Looks up whoever may be meant by some texts. */
    static PartyNames lookUp(DSLContext in, Collection<String> texts) {
        var keys = new LinkedHashSet<String>();
        var codes = new LinkedHashSet<String>();
        for (String text : texts) {
            keys.add(Parties.key(text));
            for (String part : parts(text)) {
                keys.add(Parties.key(part));
                codes.add(part.toUpperCase(Locale.ROOT));
            }
        }
        return new PartyNames(in, keys, codes);
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(BETWEEN))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Somebody who is meant. */
    record Meant(RelationEnd end, String name) {}

    /**
     * Who is meant by one text.
     *
     * @param meant in the order they are written, each once
     * @param unknown names that nobody listed bears
     * @param several names that several bear
     */
    record Found(List<Meant> meant, List<String> unknown, List<String> several) {}

    /** Who of those a column may name is meant; a text that is one name as a whole is not taken apart. */
    Found find(RelationColumn column, String text) {
        List<Meant> whole = bearing(column, text);
        List<String> parts = whole.isEmpty() ? parts(text) : List.of(text);
        var meant = new LinkedHashMap<RelationEnd, Meant>();
        var unknown = new ArrayList<String>();
        var several = new ArrayList<String>();
        for (String part : parts) {
            List<Meant> bearing = bearing(column, part);
            switch (bearing.size()) {
                case 0 -> unknown.add(part);
                case 1 -> meant.putIfAbsent(bearing.getFirst().end(), bearing.getFirst());
                default -> several.add(part);
            }
        }
        return new Found(List.copyOf(meant.values()), unknown, several);
    }

    private List<Meant> bearing(RelationColumn column, String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        Party coded = partiesByCode.get(code);
        if (coded != null && coded.listed() && column.parties().contains(coded.kind())) {
            return List.of(meant(coded));
        }
        Enterprise firm = enterprisesByCode.get(code);
        if (firm != null && firm.listed() && column.enterprises()) {
            return List.of(meant(firm));
        }
        var found = new ArrayList<Meant>();
        String key = Parties.key(text);
        partiesByName.getOrDefault(key, List.of()).stream()
                .filter(party -> party.listed() && column.parties().contains(party.kind()))
                .forEach(party -> found.add(meant(party)));
        if (column.enterprises()) {
            enterprisesByName.getOrDefault(key, List.of()).stream()
                    .filter(Enterprise::listed)
                    .forEach(enterprise -> found.add(meant(enterprise)));
        }
        return found;
    }

    private static Meant meant(Party party) {
        return new Meant(new RelationEnd.OfParty(party.id()), party.name());
    }

    private static Meant meant(Enterprise enterprise) {
        return new Meant(new RelationEnd.OfEnterprise(enterprise.id()), enterprise.name());
    }
}
