package org.lingqu.engine.text;

/** An organisation that the page names, at its first place. */
public record OrganisationMention(String name, Span span) {}
