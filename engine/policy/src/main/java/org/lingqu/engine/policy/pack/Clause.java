package org.lingqu.engine.policy.pack;

/**
 * Where a rule comes from.
 *
 * @param article the place in the document (第十一条（一）); empty only where the checker has complained
 * @param says our own paraphrase, in Chinese
 * @param url a page where it can be read; may be empty
 */
public record Clause(String article, String says, Confidence confidence, String url) {}
