package org.lingqu.engine.text.statement;

/** What a word does in a sentence of figures; the words are in {@code cues.tsv}. */
enum Cue {
    /** 增长: a rise before a percentage or a difference. */
    UP,
    DOWN,
    /** 降幅收窄: a fall that became smaller is a rise. */
    TURNED,
    /** 提高到: what follows is the value reached. */
    UPTOS,
    DOWNTOS,
    /** 达到, 为. */
    REACH,
    /** 占. */
    SHARE,
    /** 同比, 比上年. */
    YOY,
    /** 年均. */
    ANNUAL,
    /** 累计. */
    CUMULATIVE,
    /** 实际. */
    REAL,
    /** 分别. */
    EACH,
    /** 其中. */
    AMONG,
    PLAN,
    TARGET,
    FORECAST,
    /** 位居. */
    RANKED,
    /** Dropped from the ends of an indicator's name. */
    ADVERB,
    /** A verb that is dropped from the head of an indicator's name. */
    LIGHT,
    /** A verb that ends the noun behind a counted figure. */
    VERB,
    /** 表示, 介绍. */
    SPEAK,
    /** 据. */
    SOURCE,
    /** 持平. */
    FLAT,
    /** 从, 由. */
    FROM,
    /** A word that hides a cue inside it and is none itself. */
    WORD
}
