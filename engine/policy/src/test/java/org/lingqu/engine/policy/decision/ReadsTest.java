package org.lingqu.engine.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lingqu.engine.policy.check.Example;
import org.lingqu.engine.policy.check.PackReader;
import org.lingqu.engine.policy.check.PolicyPack;
import org.lingqu.engine.policy.decision.Prepared.PreparedCriterion;
import org.lingqu.engine.policy.explain.DecisionJson;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.gap.FirmGaps;
import org.lingqu.engine.policy.gap.Gaps;
import org.lingqu.engine.policy.pack.Policy;
import org.lingqu.engine.policy.rule.Condition;
import org.lingqu.engine.policy.rule.DateTerm;
import org.lingqu.engine.policy.rule.Term;
import org.lingqu.engine.policy.rule.Terms;

/** What is kept of prepared nodes is what walking their trees finds. */
class ReadsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    static PolicyPack pack;

    @BeforeAll
    static void readThePack() throws IOException {
        pack = PackReader.read(Path.of("../../policies"));
    }

    @Test
    void everyNodeLooksAtWhatItsTreeReads() {
        var interpreter = new Interpreter(pack.facts());
        int nodes = 0;
        for (Policy policy : pack.policies()) {
            Prepared prepared = interpreter.prepared(policy);
            List<Term> terms = new ArrayList<>();
            Terms.each(prepared.whole(), terms::add);
            prepared.roots().forEach(root -> each(root, terms));
            for (Term term : new LinkedHashSet<>(terms)) {
                nodes++;
                Sight sight = interpreter.reads().sight(term);
                assertThat(sight.looks()).as(policy.fullName() + " " + term).containsExactlyElementsOf(walked(term));
                for (FactRef ref : List.of(new FactRef("营业收入", 1), FactRef.of("居民企业"))) {
                    assertThat(interpreter.reads().at(term, interpreter.reads().place(ref)))
                            .isEqualTo(Terms.facts(term).contains(ref));
                }
                assertThat(sight.waits()).isEqualTo(waits(term));
                assertThat(sight.asks()).isEqualTo(walked(term).stream().anyMatch(Missing::isManual));
            }
        }
        assertThat(nodes).isGreaterThan(1000);
    }

    private static void each(PreparedCriterion criterion, List<Term> into) {
        Terms.each(criterion.passes(), into::add);
        criterion.parts().forEach(part -> each(part, into));
    }

    /** Facts first, then the others, in order of appearance. */
    private static Set<Missing> walked(Term term) {
        Set<Missing> looks = new LinkedHashSet<>();
        Terms.facts(term).forEach(ref -> looks.add(new Missing.MissingFact(ref)));
        Terms.each(term, part -> looks.addAll(Looks.direct(part)));
        return looks;
    }

    private static boolean waits(Term term) {
        boolean[] waits = {false};
        Terms.each(
                term,
                part -> waits[0] |= part instanceof Condition.HoldsTitle
                        || part instanceof DateTerm.AsOf
                        || part instanceof DateTerm.YearEnd);
        return waits[0];
    }

    @Test
    void nothingIsKnownOfANodeThatWasNotPrepared() {
        var interpreter = new Interpreter(pack.facts());
        var stranger = new Condition.HoldsTitle("高新技术企业");
        assertThat(interpreter.reads().at(stranger, 0)).isTrue();
        assertThat(interpreter.reads().asks(stranger)).isTrue();
        assertThat(interpreter.reads().place("高新技术企业")).isNegative();
    }

    /** Each thread meets policies that others are preparing at that moment. */
    @Test
    void policiesPreparedByManyThreadsAnswerAsThoseOfOne() throws Exception {
        Example example = pack.files().stream()
                .flatMap(file -> file.examples().stream())
                .findFirst()
                .orElseThrow();
        var firm = new Firm("example", example.name(), example.firm());
        List<Policy> policies = pack.inForce(DAY);
        List<String> wanted = answers(new Interpreter(pack.facts()), firm, policies);
        for (int round = 0; round < 5; round++) {
            var shared = new Interpreter(pack.facts());
            try (var pool = Executors.newFixedThreadPool(4)) {
                List<Future<List<String>>> found = new ArrayList<>();
                for (int thread = 0; thread < 4; thread++) {
                    int from = thread * policies.size() / 4;
                    found.add(pool.submit(() -> {
                        List<Policy> rotated = new ArrayList<>(policies.subList(from, policies.size()));
                        rotated.addAll(policies.subList(0, from));
                        List<String> answers = answers(shared, firm, rotated);
                        java.util.Collections.rotate(answers, from);
                        return answers;
                    }));
                }
                for (Future<List<String>> one : found) {
                    assertThat(one.get()).isEqualTo(wanted);
                }
            }
        }
    }

    private static List<String> answers(Interpreter interpreter, Firm firm, List<Policy> policies) {
        FirmDay day = interpreter.on(firm, DAY);
        FirmGaps lacking = new Gaps(interpreter).on(day);
        List<String> answers = new ArrayList<>();
        policies.forEach(policy -> answers.add(DecisionJson.of(day.decide(policy), lacking.of(policy))));
        return answers;
    }
}
