package org.lingqu.demo;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That one stands to another in some way, since a day.
 *
 * @param from id of a party or credit code of a firm
 * @param to id of a party or credit code of a firm
 * @param role as what: 上游 of a cluster, 理事长单位 of an alliance, 带头人 of a team; empty where there is nothing to say
 * @param until the last day; null while it lasts
 */
public record MadeRelation(
        String from,
        Kind kind,
        String to,
        String role,
        LocalDate since,
        @Nullable LocalDate until) {

    /** How they stand. */
    public enum Kind {
        LOCATED_IN,
        ON_CHAIN_LINK,
        HOSTED_BY,
        MEMBER_OF,
        WORKS_FOR
    }
}
