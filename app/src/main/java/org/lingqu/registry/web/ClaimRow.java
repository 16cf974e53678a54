package org.lingqu.registry.web;

import java.util.List;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.TitleWord;

/** An enterprise with the titles that it claims and an office has still to look at. */
public record ClaimRow(Enterprise enterprise, List<TitleWord> claims) {

    public ClaimRow {
        claims = List.copyOf(claims);
    }
}
