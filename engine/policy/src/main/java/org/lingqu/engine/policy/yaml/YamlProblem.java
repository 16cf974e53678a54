package org.lingqu.engine.policy.yaml;

/** Why a file is not YAML that we read. */
public record YamlProblem(Place place, String message) {}
