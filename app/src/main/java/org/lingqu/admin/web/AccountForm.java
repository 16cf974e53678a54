package org.lingqu.admin.web;

import org.jspecify.annotations.Nullable;
import org.lingqu.account.Person;
import org.lingqu.account.Role;

/** What an administrator types of an account, as it was typed. */
public record AccountForm(String login, String name, String role, String organisation, boolean active, int seen) {

    /** An account that is still to be. */
    static final AccountForm BLANK = new AccountForm("", "", Role.OFFICER.name(), "", true, 0);

    /** As the account is now. */
    static AccountForm of(Person person) {
        return new AccountForm(
                person.login(),
                person.name(),
                person.role().name(),
                text(person.organisation()),
                person.active(),
                person.rowVersion());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
