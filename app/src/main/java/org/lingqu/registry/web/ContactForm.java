package org.lingqu.registry.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lingqu.registry.Contact;
import org.lingqu.registry.ContactSaid;
import org.lingqu.registry.Contacts;
import org.lingqu.registry.TypedValues.Problem;

/**
 * The form of a contact as it was sent and refused, so that nothing has to be typed again.
 *
 * @param contact which one is changed; 0 for a new one, -1 where nothing was typed
 * @param fields by {@link ContactSaid#FIELDS}
 * @param first whether to be called before the others
 * @param problems all of them; empty where nothing was refused
 * @param overtaken what somebody else did meanwhile; null for nothing
 */
public record ContactForm(
        long contact,
        Map<String, String> fields,
        boolean first,
        List<Problem> problems,
        @Nullable Overtaken overtaken) {

    /** What somebody else did meanwhile; words stand under {@code contact.overtaken}. */
    public enum Overtaken {
        CHANGED,
        REMOVED,
        NOT_REMOVED
    }

    /** Nothing was sent. */
    static final ContactForm NONE = new ContactForm(-1, Map.of(), false, List.of(), null);

    private static final int LONGEST = 300;

    public ContactForm {
        fields = Map.copyOf(fields);
        problems = List.copyOf(problems);
    }

    static ContactForm sent(long contact, Map<String, String> form) {
        var fields = new HashMap<String, String>();
        for (String name : ContactSaid.FIELDS) {
            String typed = form.getOrDefault(name, "");
            fields.put(name, typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST));
        }
        return new ContactForm(contact, fields, form.getOrDefault("first", "").equals("yes"), List.of(), null);
    }

    Contacts.Wish wish() {
        return new Contacts.Wish(fields, first);
    }

    ContactForm refused(List<Problem> all) {
        return new ContactForm(contact, fields, first, all, null);
    }

    /**
     * What was typed about one that is gone stands in the form for a new one.
     *
     * @param now as it stands; null when it was removed
     */
    ContactForm overtakenBy(@Nullable Contact now) {
        if (contact < 0) {
            return new ContactForm(
                    contact, fields, first, List.of(), now == null ? Overtaken.REMOVED : Overtaken.NOT_REMOVED);
        }
        return now == null
                ? new ContactForm(0, fields, first, List.of(), Overtaken.REMOVED)
                : new ContactForm(contact, fields, first, List.of(), Overtaken.CHANGED);
    }

    /** Whether it is the form of this one, sent and refused. */
    public boolean isOf(long id) {
        return contact == id && (overtaken != null || !problems.isEmpty());
    }

    /** What stands in a field: as typed where it was refused, else as it is held. */
    public String get(String field, @Nullable Contact held) {
        if (isOf(held == null ? 0 : held.id())) {
            return fields.getOrDefault(field, "");
        }
        return held == null ? "" : held.said().fields().getOrDefault(field, "");
    }

    /** Whether to be called first, alike. */
    public boolean isFirst(@Nullable Contact held) {
        return isOf(held == null ? 0 : held.id()) ? first : held != null && held.first();
    }

    /** Whether a field was refused. */
    public boolean isWrong(long id, String field) {
        return isOf(id) && problems.stream().anyMatch(problem -> problem.field().equals(field));
    }
}
