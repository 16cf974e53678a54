package org.lingqu.registry;

/** In which order parties are listed. */
public enum PartyOrder {
    NAME,
    /** As the dictionary orders levels, the highest first. */
    LEVEL,
    /** Begun last first. */
    NEWEST,
    OLDEST,
    /** Over first first. */
    ENDING,
    UPDATED
}
