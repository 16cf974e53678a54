package org.lingqu.admin.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lingqu.audit.AuditFilter;
import org.lingqu.ui.Ui;

/**
 * What is asked of the audit record, as it stands in the address.
 *
 * @param name part of a name
 * @param action beginning of what was done, {@code account.}
 * @param kind of what it was done to
 * @param from first day, ISO
 * @param to last day, ISO, inclusive
 */
public record AuditQuery(String name, String action, String kind, String subject, String from, String to) {

    static AuditQuery of(Map<String, String> parameters) {
        return new AuditQuery(
                text(parameters, "name"),
                text(parameters, "action"),
                text(parameters, "kind"),
                text(parameters, "subject"),
                text(parameters, "from"),
                text(parameters, "to"));
    }

    private static String text(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "").strip();
    }

    /** Fields that are no days. */
    public Set<String> problems() {
        var wrong = new TreeSet<String>();
        if (!from.isEmpty() && day(from) == null) {
            wrong.add("from");
        }
        if (!to.isEmpty() && day(to) == null) {
            wrong.add("to");
        }
        return wrong;
    }

    /** What it lets through; what cannot be read lets everything through. */
    AuditFilter filter() {
        LocalDate first = day(from);
        LocalDate last = day(to);
        return new AuditFilter(
                null,
                orNull(name),
                orNull(action),
                orNull(kind),
                orNull(subject),
                first == null ? null : first.atStartOfDay(Ui.ZONE).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(Ui.ZONE).toInstant());
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Whether it lets everything through. */
    public boolean isEmpty() {
        return name.isEmpty()
                && action.isEmpty()
                && kind.isEmpty()
                && subject.isEmpty()
                && from.isEmpty()
                && to.isEmpty();
    }
}
