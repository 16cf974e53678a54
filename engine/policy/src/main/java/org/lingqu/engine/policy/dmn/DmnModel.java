package org.lingqu.engine.policy.dmn;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.lingqu.engine.policy.fact.FirmFacts;
import org.lingqu.engine.policy.feel.value.Value;
import org.lingqu.engine.policy.pack.Policy;

/**
 * A policy as a decision model.
 *
 * @param decisions each after those that it requires
 * @param notes what the model does not say, for people; each names its place in the policy
 */
public record DmnModel(Policy policy, List<DmnInput> inputs, List<DmnDecision> decisions, List<String> notes) {

    /** The overall decision. */
    public static final String OUTCOME = "结论";

    public DmnModel {
        inputs = List.copyOf(inputs);
        decisions = List.copyOf(decisions);
        notes = List.copyOf(notes);
    }

    /** What a criterion says: {@code 判定_rd_ratio}. */
    public static String finding(String criterion) {
        return Words.word("判定_" + criterion);
    }

    /** The points of a line: {@code 得分_growth}. */
    public static String points(String line) {
        return Words.word("得分_" + line);
    }

    /** Whether a firm gets a benefit. */
    public static String entitlement(String benefit) {
        return Words.word("优惠资格_" + benefit);
    }

    /** What a benefit comes to in 元; null while that is not certain. */
    public static String amount(String benefit) {
        return Words.word("优惠金额_" + benefit);
    }

    /** Whether a firm gets a title: {@code 授予_高新技术企业}. */
    public static String grant(String title) {
        return Words.word("授予_" + title);
    }

    /** All inputs by name, for one firm and day. */
    public Map<String, Value> values(FirmFacts facts, LocalDate asOf) {
        return DmnInput.values(inputs, facts, asOf);
    }

    /** How many criteria are to be supplied from elsewhere because FEEL cannot compute them exactly. */
    public long elsewhere() {
        return inputs.stream()
                .filter(input -> input.source() instanceof DmnInput.Source.Elsewhere)
                .count();
    }

    /** The model as a DMN 1.5 file. */
    public String xml() {
        return DmnXml.of(this);
    }
}
