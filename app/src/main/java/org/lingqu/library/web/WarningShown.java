package org.lingqu.library.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.lingqu.engine.text.WarningCode;
import org.lingqu.library.PageDetails;

/**
 * What the pages warn of, those that say the same put together.
 *
 * @param count how often it is said
 */
public record WarningShown(WarningCode code, String says, int count) {

    /** Whether an officer should look before she relies on the page; the rest is for the record. */
    public boolean isSerious() {
        return switch (code) {
            case HIJACKED, GARBLED -> true;
            case SAME_AS, FOREIGN_TAIL, NAVIGATION, PERSONAL_DATA, REPRINT_DISCLAIMER, DATE_MISSING -> false;
        };
    }

    /** The warnings of a page, the serious ones first. */
    static List<WarningShown> of(List<PageDetails.WarningGiven> warnings) {
        var all = new LinkedHashMap<String, WarningShown>();
        for (PageDetails.WarningGiven warning : warnings) {
            all.merge(
                    warning.code() + warning.says(),
                    new WarningShown(warning.code(), warning.says(), 1),
                    (first, more) -> new WarningShown(first.code, first.says, first.count + 1));
        }
        var sorted = new ArrayList<>(all.values());
        sorted.sort(Comparator.comparing(warning -> !warning.isSerious()));
        return List.copyOf(sorted);
    }
}
