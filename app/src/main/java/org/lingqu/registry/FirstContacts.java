package org.lingqu.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom to call first at each of some enterprises, as somebody may see it; see {@link Contacts#first}.
 *
 * @param contacts by number of the enterprise; masked unless {@code whole}
 * @param whole whether names and numbers are unmasked, so that she can call and write to them
 */
public record FirstContacts(Map<Long, Contact> contacts, boolean whole) {

    /** Of no enterprise. */
    public static final FirstContacts NONE = new FirstContacts(Map.of(), false);

    public FirstContacts {
        contacts = Map.copyOf(contacts);
    }

    /** Whom to call; null where nobody is known. */
    public @Nullable Contact of(long enterprise) {
        return contacts.get(enterprise);
    }

    /** How a message greets whom it is for, {@code 张三（财务总监）您好}; empty where nobody is known or may be named. */
    public String greeting(long enterprise) {
        Contact contact = contacts.get(enterprise);
        return contact == null || !whole ? "" : contact.said().addressed() + "您好";
    }

    /** Name, post and number as cells of a workbook. */
    public List<@Nullable Object> cells(long enterprise, String none) {
        Contact contact = contacts.get(enterprise);
        return contact == null
                ? Arrays.asList(none, null, null)
                : List.of(
                        contact.said().name(),
                        contact.said().post(),
                        contact.said().phone());
    }
}
