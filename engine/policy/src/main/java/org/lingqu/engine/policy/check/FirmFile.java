package org.lingqu.engine.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.yaml.Fields;
import org.lingqu.engine.policy.yaml.YamlReader;
import org.lingqu.engine.policy.yaml.YamlReading;

/**
 * One firm written down as YAML: {@code id}, {@code name}, and {@code firm}, {@code titles}, {@code answers}, {@code judged} as in
 * the examples of policies; answers and judgements name their policy too ({@code cn/high-tech#field}).
 *
 * @param firm empty if the file cannot be read at all
 */
public record FirmFile(Optional<Firm> firm, List<PolicyProblem> problems) {

    /** Never throws, whatever the text. */
    public static FirmFile read(String file, String text, Facts facts) {
        var problems = new ArrayList<PolicyProblem>();
        return switch (YamlReader.read(file, text)) {
            case YamlReading.Refused refused -> {
                problems.add(new PolicyProblem(
                        refused.problem().place(),
                        ProblemCode.NOT_YAML,
                        refused.problem().message()));
                yield new FirmFile(Optional.empty(), problems);
            }
            case YamlReading.Read read -> {
                var fields = new Fields(read.root(), Phrase.of("一家企业", "a firm"), problems::add);
                var into = FirmFacts.builder();
                String id = fields.need("id");
                String name = fields.text("name");
                new FirmReader(facts, problems::add, FirmFile::item).read(fields, into);
                fields.close();
                yield new FirmFile(
                        Optional.of(new Firm(id, name, into.build())),
                        problems.stream().sorted().toList());
            }
        };
    }

    /** Here an item is written whole: {@code cn/high-tech#field}. */
    private static Optional<String> item(String name) {
        return name.indexOf('#') > 0 ? Optional.of(name) : Optional.empty();
    }
}
