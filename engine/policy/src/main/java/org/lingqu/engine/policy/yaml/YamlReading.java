package org.lingqu.engine.policy.yaml;

/** What reading a YAML file gave. */
public sealed interface YamlReading {

    record Read(Yaml root) implements YamlReading {}

    record Refused(YamlProblem problem) implements YamlReading {}
}
