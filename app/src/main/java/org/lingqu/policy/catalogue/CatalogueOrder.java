package org.lingqu.policy.catalogue;

/** In which order policies stand. */
public enum CatalogueOrder {
    /** The own region first, then its province, the country, and other places. */
    PACK,
    /** By title. */
    TITLE,
    /** What began to count last first. */
    NEWEST,
    /** What closes first, then what opens first; what gives no days last. */
    WINDOW,
    /** By how many meet it and do not hold it yet, most first; for staff. */
    APPLY
}
