package org.lingqu.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 联系人: whom to call at an enterprise.
 *
 * @param enterprise its number
 * @param said name, number and the rest; masked where {@link Contacts} gave it to somebody who need not call
 * @param first whether to be called before the others of the enterprise; one of them is
 * @param list that said it; null where somebody typed it, also when she changed what a list said
 * @param person who said it, by name
 * @param rowVersion counts up with each change, from 1
 */
public record Contact(
        long id,
        long enterprise,
        ContactSaid said,
        boolean first,
        Origin origin,
        @Nullable Long list,
        @Nullable Long personId,
        String person,
        Instant saidAt,
        int rowVersion) {

    /** Who said it. */
    public enum Origin {
        OFFICE,
        FIRM,
        LIST
    }

    /** As it is shown to those who need not call. */
    Contact masked() {
        return new Contact(id, enterprise, said.masked(), first, origin, list, personId, person, saidAt, rowVersion);
    }
}
