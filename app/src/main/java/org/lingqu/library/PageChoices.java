package org.lingqu.library;

import java.util.List;

/**
 * What pages can be filtered by.
 *
 * @param issuers those with most pages first
 * @param sites those with most pages first
 * @param years newest first
 */
public record PageChoices(List<String> issuers, List<String> sites, List<String> years) {

    public PageChoices {
        issuers = List.copyOf(issuers);
        sites = List.copyOf(sites);
        years = List.copyOf(years);
    }
}
