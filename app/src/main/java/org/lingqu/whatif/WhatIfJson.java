package org.lingqu.whatif;

import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.lingqu.engine.policy.whatif.GroupChange;
import org.lingqu.engine.policy.whatif.PolicyChange;
import org.lingqu.engine.policy.whatif.Standing;
import org.lingqu.engine.policy.whatif.Threshold;
import org.lingqu.engine.policy.whatif.ThresholdCurve;
import org.lingqu.engine.policy.whatif.Thresholds;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** What came of it as one JSON object; money in 元. Described in docs/policy-files.md. */
public final class WhatIfJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final JsonGenerator json;
    private final WhatIf whatIf;

    private WhatIfJson(JsonGenerator json, WhatIf whatIf) {
        this.json = json;
        this.whatIf = whatIf;
    }

    public static void write(WhatIf whatIf, Writer out) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            new WhatIfJson(json, whatIf).all();
        }
    }

    /** The figures of a policy as an array. */
    public static void list(String policy, Thresholds thresholds, Writer out) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            for (Threshold threshold : thresholds.all()) {
                json.writeStartObject();
                json.writeStringProperty("address", policy + "." + threshold.name());
                threshold.value().ifPresent(value -> json.writeNumberProperty("value", value));
                json.writeStringProperty("unit", threshold.unit().isMoney() ? "元" : "");
                json.writeStringProperty("shown", threshold.shown());
                json.writeStringProperty("says", threshold.says());
                json.writeStringProperty("context", threshold.context());
                json.writeName("also_called");
                json.writeStartArray();
                threshold.alsoCalled().forEach(name -> json.writeString(policy + "." + name));
                json.writeEndArray();
                json.writeNumberProperty("line", threshold.line());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private void all() {
        json.writeStartObject();
        json.writeStringProperty("as_of", whatIf.asOf().toString());
        json.writeNumberProperty("firms", whatIf.firms().ids().size());
        json.writeName("policies");
        json.writeStartArray();
        whatIf.outcomes().forEach(this::outcome);
        json.writeEndArray();
        json.writeName("curves");
        json.writeStartArray();
        whatIf.curve().forEach(this::curve);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void outcome(WhatIf.Outcome outcome) {
        json.writeStartObject();
        json.writeStringProperty("policy", outcome.changed().before().fullName());
        json.writeStringProperty("title", outcome.changed().before().title());
        json.writeName("changes");
        json.writeStartArray();
        for (WhatIf.Move move : outcome.changed().moves()) {
            json.writeStartObject();
            json.writeStringProperty("address", move.address());
            move.threshold().value().ifPresent(value -> json.writeNumberProperty("before", value));
            json.writeNumberProperty("after", move.to());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("total");
        group(outcome.change().total(), "");
        json.writeName("groups");
        json.writeStartObject();
        outcome.groups().forEach((grouping, groups) -> {
            json.writeName(grouping.title());
            json.writeStartArray();
            grouping.sorted(groups).forEach(group -> group(group, grouping.label(group)));
            json.writeEndArray();
        });
        json.writeEndObject();
        for (Shift shift : Shift.values()) {
            json.writeName(shift.name().toLowerCase(java.util.Locale.ROOT));
            firms(shift.firms(outcome.change()), outcome.change());
        }
        json.writeEndObject();
    }

    private void group(GroupChange group, String label) {
        json.writeStartObject();
        if (!group.codes().isEmpty()) {
            json.writeStringProperty("code", group.codes().getFirst());
            json.writeStringProperty("label", label);
        }
        json.writeNumberProperty("firms", group.firms());
        json.writeName("before");
        standing(group.before());
        json.writeName("after");
        standing(group.after());
        json.writeNumberProperty("gained", group.gained());
        json.writeNumberProperty("lost", group.lost());
        json.writeEndObject();
    }

    private void standing(Standing standing) {
        json.writeStartObject();
        json.writeNumberProperty("met", standing.met());
        json.writeNumberProperty("open", standing.open());
        json.writeNumberProperty("not_met", standing.notMet());
        json.writeNumberProperty("certain", yuan(standing.least()));
        json.writeNumberProperty("possible", yuan(standing.most()));
        json.writeNumberProperty("amountUnknown", standing.unbounded());
        json.writeEndObject();
    }

    private void firms(List<Integer> rows, PolicyChange change) {
        json.writeStartArray();
        for (int row : rows) {
            json.writeStartObject();
            json.writeStringProperty("id", whatIf.firms().ids().get(row));
            json.writeStringProperty("name", whatIf.firms().names().get(row));
            json.writeNumberProperty("certain_before", yuan(change.least(row, false)));
            json.writeNumberProperty("certain_after", yuan(change.least(row, true)));
            most("possible_before", change.most(row, false));
            most("possible_after", change.most(row, true));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Null: nothing bounds it. */
    private void most(String name, double yuan) {
        if (Double.isInfinite(yuan)) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, yuan(yuan));
        }
    }

    private void curve(WhatIf.Curve curve) {
        json.writeStartObject();
        json.writeStringProperty("address", curve.address());
        json.writeStringProperty("policy", curve.policy().fullName());
        curve.threshold().value().ifPresent(value -> json.writeNumberProperty("now", value));
        json.writeBooleanProperty("in_one_pass", curve.result().inOnePass());
        json.writeName("points");
        json.writeStartArray();
        for (ThresholdCurve.Point point : curve.result().points()) {
            json.writeStartObject();
            json.writeNumberProperty("value", point.value());
            json.writeNumberProperty("met", point.met());
            json.writeNumberProperty("possible", point.possible());
            json.writeNumberProperty("certain", yuan(point.least()));
            json.writeNumberProperty("most", yuan(point.most()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static BigDecimal yuan(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
