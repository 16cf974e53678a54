package org.lingqu.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lingqu.account.Actor;
import org.lingqu.demo.MadeContact;
import org.lingqu.demo.MadeFirm;
import org.lingqu.registry.Contacts;
import org.lingqu.registry.RelationEnd;
import org.lingqu.registry.Relations;

/** Takes in whom to call at the enterprises of the demonstration region. */
public final class DemoContacts {

    private final Contacts contacts;
    private final Relations relations;
    private final Map<String, List<Map<String, String>>> made = new LinkedHashMap<>();

    /** @param relations that know enterprises by their codes */
    public DemoContacts(Contacts contacts, Relations relations) {
        this.contacts = contacts;
        this.relations = relations;
    }

    /** Notes those of a firm. */
    public void see(MadeFirm firm) {
        List<MadeContact> all = MadeContact.of(firm);
        if (!all.isEmpty()) {
            made.putIfAbsent(firm.code(), all.stream().map(DemoContacts::fields).toList());
        }
    }

    private static Map<String, String> fields(MadeContact contact) {
        return Map.of(
                "name", contact.name(),
                "post", contact.post(),
                "phone", contact.phone(),
                "email", contact.email(),
                "duty", contact.duty());
    }

    /** @return how many enterprises have some; one whose code is wrong has none */
    public int fill() {
        var fresh = new TreeMap<Long, List<Map<String, String>>>();
        relations.enterprises(made.keySet()).forEach((code, end) -> {
            if (end instanceof RelationEnd.OfEnterprise(long id)) {
                fresh.put(id, made.getOrDefault(code, List.of()));
            }
        });
        return contacts.begin(Actor.SYSTEM, fresh);
    }
}
