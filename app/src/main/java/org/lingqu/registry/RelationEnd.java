package org.lingqu.registry;

/** Who stands at one end of a relation. */
public sealed interface RelationEnd {

    /** Its number, among its own. */
    long id();

    /** A party. */
    record OfParty(long id) implements RelationEnd {}

    /** An enterprise. */
    record OfEnterprise(long id) implements RelationEnd {}
}
