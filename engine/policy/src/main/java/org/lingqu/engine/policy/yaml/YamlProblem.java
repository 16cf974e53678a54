package org.lingqu.engine.policy.yaml;

import org.lingqu.engine.policy.Phrase;

/** Why a file is not YAML that we read. */
public record YamlProblem(Place place, Phrase message) {}
