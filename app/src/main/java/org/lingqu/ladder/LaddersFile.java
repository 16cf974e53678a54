package org.lingqu.ladder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lingqu.engine.policy.Phrase;
import org.lingqu.engine.policy.PolicyProblem;
import org.lingqu.engine.policy.ProblemCode;
import org.lingqu.engine.policy.yaml.DidYouMean;
import org.lingqu.engine.policy.yaml.Fields;
import org.lingqu.engine.policy.yaml.Yaml;
import org.lingqu.engine.policy.yaml.YamlReader;
import org.lingqu.engine.policy.yaml.YamlReading;

/**
 * A file of ladders, read.
 *
 * @param ladders those without a problem
 * @param problems everything that is wrong
 */
public record LaddersFile(List<Ladder> ladders, List<PolicyProblem> problems) {

    public LaddersFile {
        ladders = List.copyOf(ladders);
        problems = List.copyOf(problems);
    }

    /** @param policies names of the policies that there are, {@code cn/high-tech} */
    public static LaddersFile read(String file, String text, Set<String> policies) {
        var problems = new ArrayList<PolicyProblem>();
        var ladders = new ArrayList<Ladder>();
        switch (YamlReader.read(file, text)) {
            case YamlReading.Refused refused ->
                problems.add(new PolicyProblem(
                        refused.problem().place(),
                        ProblemCode.NOT_YAML,
                        refused.problem().message()));
            case YamlReading.Read read -> {
                var fields = new Fields(read.root(), Phrase.of("培育阶梯文件", "a file of ladders"), problems::add);
                var ids = new HashSet<String>();
                for (Yaml item : fields.items("ladders")) {
                    int before = problems.size();
                    Ladder ladder = ladder(item, policies, problems);
                    if (!ids.add(ladder.id())) {
                        problems.add(new PolicyProblem(
                                item.place(),
                                ProblemCode.WRONG_VALUE,
                                Phrase.of("有两条阶梯都叫「{0}」", "two ladders are called \"{0}\"", ladder.id())));
                    }
                    if (problems.size() == before) {
                        ladders.add(ladder);
                    }
                }
                fields.close();
            }
        }
        return new LaddersFile(ladders, problems);
    }

    private static Ladder ladder(Yaml item, Set<String> policies, List<PolicyProblem> problems) {
        var fields = new Fields(item, Phrase.of("一条阶梯", "a ladder"), problems::add);
        var rungs = new ArrayList<Ladder.Rung>();
        for (Yaml each : fields.items("rungs")) {
            var rung = new Fields(each, Phrase.of("一级", "a rung"), problems::add);
            String policy = rung.text("policy");
            if (!policy.isEmpty() && !policies.contains(policy)) {
                rung.report(
                        rung.place(),
                        ProblemCode.WRONG_VALUE,
                        Phrase.of(
                                "没有「{0}」这项政策{1}",
                                "there is no policy \"{0}\".{1}", policy, DidYouMean.advice(policy, policies)));
            }
            rungs.add(new Ladder.Rung(rung.need("title"), policy));
            rung.close();
        }
        if (rungs.isEmpty()) {
            fields.report(
                    fields.place(), ProblemCode.WRONG_VALUE, Phrase.of("阶梯至少要有一级", "a ladder needs at least one rung"));
        }
        var ladder = new Ladder(fields.need("id"), fields.need("name"), fields.need("english"), rungs);
        fields.close();
        return ladder;
    }
}
