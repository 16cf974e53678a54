package org.lingqu.registry;

import java.util.List;
import java.util.Set;

/**
 * A relation as lists and forms of one kind call it.
 *
 * @param column {@code 依托单位}
 * @param aliases other headers of the same
 * @param back whether the other is the first of the relation: 带头人 of a team leads it
 * @param title as what, 理事长单位; empty where there is nothing to say
 * @param parties kinds the other may be of
 * @param enterprises whether the other may be an enterprise
 */
public record RelationColumn(
        String column,
        List<String> aliases,
        RelationRole role,
        boolean back,
        String title,
        Set<PartyKind> parties,
        boolean enterprises) {

    public RelationColumn {
        aliases = List.copyOf(aliases);
        parties = Set.copyOf(parties);
    }

    /** Header of the column with its first day. */
    String from() {
        return column + "起";
    }

    /** Header of the column with its last day. */
    String until() {
        return column + "止";
    }
}
