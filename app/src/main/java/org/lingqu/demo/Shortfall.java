package org.lingqu.demo;

/** The one thing by which a firm of standing misses 高新技术企业, narrowly. */
enum Shortfall {
    NOTHING,
    STAFF,
    RESEARCH,
    PRODUCT_INCOME,
    PROPERTY,
    ACCIDENT,
    /** Registered less than a year. */
    AGE,
    SEVERAL
}
