package org.lingqu.demo;

/** What a firm of the demonstration region is to the officer of science and technology. */
public enum Standing {
    /** No research; known from registers and returns only. */
    PLAIN,
    /** Some research, far from any title. */
    LIGHT,
    /** Does research in earnest and has no national title yet; some could have it, some miss by one thing. */
    CANDIDATE,
    /** Is 高新技术企业, or was until lately. */
    HOLDER
}
