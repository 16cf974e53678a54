package org.lingqu.engine.policy;

/** What can be wrong with a policy file or the dictionary of facts. Codes are stable: people search for them. */
public enum ProblemCode {
    /** The file is not YAML that we read. */
    NOT_YAML,
    /** A key that the format does not know. */
    UNKNOWN_KEY,
    DUPLICATE_KEY,
    MISSING_KEY,
    /** A value of the wrong kind: a list where a word is asked, a word where a number is asked. */
    WRONG_VALUE,
    /** Two things have the same name or id. */
    DUPLICATE_ID,
    NOT_AN_EXPRESSION,
    UNKNOWN_FACT,
    UNKNOWN_NAME,
    UNKNOWN_FUNCTION,
    WRONG_TYPE,
    /** Money beside a bare number, people beside money. */
    WRONG_UNIT,
    /** A period that the fact does not have, or none where one is needed. */
    WRONG_PERIOD,
    UNKNOWN_CODE,
    OVERLAPPING_BANDS,
    GAP_IN_BANDS,
    /** A band that no value reaches. */
    UNREACHABLE_BAND,
    /** A criterion that no firm can meet, or one that another one makes pointless. */
    UNREACHABLE,
    /** A condition that no firm can fail. */
    ALWAYS_TRUE,
    NO_CRITERIA,
    MISSING_ARTICLE,
    UNSURE_CONSTANT,
    NO_EXAMPLES,
    FAILING_EXAMPLE,
    OVERLAPPING_VALIDITY,
    WRONG_VALIDITY,
    TITLE_CYCLE,
    UNKNOWN_TITLE,
    UNKNOWN_POLICY,
    DEFINITION_CYCLE,
    WRONG_PLACE
}
