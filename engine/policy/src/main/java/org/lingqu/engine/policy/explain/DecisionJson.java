package org.lingqu.engine.policy.explain;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.policy.decision.BenefitFinding;
import org.lingqu.engine.policy.decision.Compared;
import org.lingqu.engine.policy.decision.CriterionFinding;
import org.lingqu.engine.policy.decision.Decision;
import org.lingqu.engine.policy.decision.DerivedValue;
import org.lingqu.engine.policy.decision.Finding;
import org.lingqu.engine.policy.decision.GrantFinding;
import org.lingqu.engine.policy.decision.Missing;
import org.lingqu.engine.policy.decision.ScoreFinding;
import org.lingqu.engine.policy.decision.Used;
import org.lingqu.engine.policy.fact.FactRef;
import org.lingqu.engine.policy.fact.FactValue;
import org.lingqu.engine.policy.gap.Change;
import org.lingqu.engine.policy.gap.CriterionGap;
import org.lingqu.engine.policy.gap.Gap;
import org.lingqu.engine.policy.pack.Clause;
import org.lingqu.engine.policy.rule.Rational;
import org.lingqu.engine.policy.rule.Terms;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A decision as one JSON object; money in 元, ratios as numbers. Described in docs/policy-files.md. */
public final class DecisionJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final int PLACES = 12;

    private final JsonGenerator json;

    private DecisionJson(JsonGenerator json) {
        this.json = json;
    }

    /** @param gap what is missing, if the policy says no */
    public static String of(Decision decision, Optional<Gap> gap) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            new DecisionJson(json).decision(decision, gap);
        }
        return text.toString();
    }

    private void decision(Decision decision, Optional<Gap> gap) {
        json.writeStartObject();
        json.writeStringProperty("policy", decision.policy().id().toString());
        json.writeStringProperty("version", decision.policy().version());
        json.writeStringProperty("title", decision.policy().title());
        json.writeStringProperty("firm", decision.firm());
        json.writeStringProperty("as_of", decision.asOf().toString());
        finding(decision.outcome());
        json.writeName("criteria");
        json.writeStartArray();
        decision.audience().ifPresent(this::criterion);
        decision.criteria().parts().forEach(this::criterion);
        json.writeEndArray();
        decision.score().ifPresent(score -> {
            json.writeName("score");
            score(score);
        });
        list("titles", decision.grants(), this::title);
        list("derived", decision.derived(), this::derived);
        list("benefits", decision.benefits(), this::benefit);
        json.writeName("total");
        json.writeStartObject();
        number("certain", decision.total().least());
        number("possible", decision.total().most());
        json.writeEndObject();
        gap.ifPresent(this::gap);
        json.writeEndObject();
    }

    private <T> void list(String name, Iterable<T> items, java.util.function.Consumer<T> write) {
        json.writeName(name);
        json.writeStartArray();
        items.forEach(write);
        json.writeEndArray();
    }

    private void number(String name, @Nullable Rational value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(plain(value.rounded(PLACES)));
        }
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    private void finding(Finding finding) {
        json.writeStringProperty("finding", finding.kind().word());
        switch (finding) {
            case Finding.Unknown unknown -> {
                list("missing", unknown.missing(), this::names);
                json.writeName("needed");
                names(unknown.needed());
                json.writeName("excluding");
                names(unknown.excluding());
                list("reasons", unknown.reasons(), json::writeString);
            }
            case Finding.Manual manual -> {
                json.writeName("open");
                names(manual.items());
            }
            case Finding other -> {}
        }
    }

    private void title(GrantFinding grant) {
        json.writeStartObject();
        json.writeStringProperty("title", grant.grant().title());
        finding(grant.finding());
        json.writeStringProperty("valid", grant.grant().lastingWords());
        LocalDate until = grant.until();
        if (until != null) {
            json.writeStringProperty("until", until.toString());
        }
        clause(grant.grant().clause());
        json.writeEndObject();
    }

    private void derived(DerivedValue value) {
        json.writeStartObject();
        json.writeStringProperty("fact", value.fact().fact());
        json.writeStringProperty("by", value.fact().by().getFirst().id().toString());
        text("computed", value.computed());
        text("supplied", value.supplied());
        text("used", value.used().orElse(null));
        json.writeBooleanProperty("conflict", value.conflict());
        json.writeEndObject();
    }

    private void text(String name, @Nullable String value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(value);
        }
    }

    private void names(Collection<Missing> set) {
        json.writeStartArray();
        set.stream().map(Missing::toString).sorted().forEach(json::writeString);
        json.writeEndArray();
    }

    private void clause(Clause clause) {
        json.writeStringProperty("article", clause.article());
        json.writeStringProperty("says", clause.says());
        json.writeStringProperty("confidence", clause.confidence().name());
    }

    private void criterion(CriterionFinding finding) {
        json.writeStartObject();
        json.writeStringProperty("id", finding.criterion().id());
        clause(finding.criterion().clause());
        finding(finding.finding());
        if (!finding.compared().isEmpty()) {
            list("compared", finding.compared(), this::compared);
        }
        if (!finding.used().isEmpty()) {
            list("used", finding.used(), this::used);
        }
        if (!finding.parts().isEmpty()) {
            list("parts", finding.parts(), this::criterion);
        }
        json.writeEndObject();
    }

    private void compared(Compared compared) {
        json.writeStartObject();
        json.writeStringProperty("left", Terms.text(compared.left()));
        number("value", compared.value() == null ? null : compared.value().low());
        if (compared.value() != null && !compared.value().isSettled()) {
            number("possible", compared.value().high());
        }
        json.writeStringProperty("comparison", compared.comparison().sign());
        number("limit", compared.limit() == null ? null : compared.limit().low());
        json.writeEndObject();
    }

    private void used(Used used) {
        json.writeStartObject();
        switch (used) {
            case Used.UsedFact fact -> fact(fact);
            case Used.UsedTitle title -> {
                json.writeStringProperty("title", title.title());
                bool("held", title.held());
                json.writeStringProperty("source", title.source());
            }
            case Used.UsedAnswer answer -> {
                json.writeStringProperty("question", answer.item());
                bool("answer", answer.answer());
            }
            case Used.UsedJudgement judged -> {
                json.writeStringProperty("judged", judged.item());
                number("points", judged.points() == null ? null : Rational.of(judged.points()));
            }
        }
        json.writeEndObject();
    }

    private void fact(Used.UsedFact fact) {
        json.writeStringProperty("fact", fact.ref().fact());
        if (fact.year() != FactRef.NO_YEAR) {
            json.writeNumberProperty("year", fact.year());
        }
        json.writeName("value");
        if (fact.held() == null) {
            json.writeNull();
            return;
        }
        switch (fact.held().value()) {
            case FactValue.Amount amount -> json.writeNumber(plain(amount.value()));
            case FactValue.YesNo yes -> json.writeBoolean(yes.value());
            case FactValue.Day day -> json.writeString(day.value().toString());
            case FactValue.Code code -> json.writeString(code.value());
            case FactValue.Words words -> json.writeString(words.value());
            case FactValue.Codes codes -> {
                json.writeStartArray();
                codes.values().forEach(json::writeString);
                json.writeEndArray();
            }
        }
        json.writeStringProperty("source", fact.held().source());
    }

    private void bool(String name, @Nullable Boolean value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeBoolean(value);
        }
    }

    private void score(ScoreFinding score) {
        json.writeStartObject();
        json.writeStringProperty("id", score.score().id());
        json.writeStringProperty("label", score.score().label());
        number("certain", score.points().low());
        number("possible", score.points().high());
        if (!score.parts().isEmpty()) {
            list("parts", score.parts(), this::score);
        }
        json.writeEndObject();
    }

    private void benefit(BenefitFinding benefit) {
        json.writeStartObject();
        json.writeStringProperty("id", benefit.benefit().id());
        clause(benefit.benefit().clause());
        finding(benefit.entitled());
        number("certain", benefit.least());
        number("possible", benefit.most());
        json.writeStringProperty("per", benefit.benefit().frequency().name().toLowerCase(java.util.Locale.ROOT));
        json.writeEndObject();
    }

    private void gap(Gap gap) {
        json.writeName("gap");
        json.writeStartObject();
        list("criteria", gap.criteria(), this::criterionGap);
        json.writeBooleanProperty("possible", gap.possible());
        list("together", gap.together(), this::change);
        if (gap.earliest() != null) {
            json.writeStringProperty("earliest", gap.earliest().toString());
        }
        json.writeEndObject();
    }

    private void criterionGap(CriterionGap gap) {
        json.writeStartObject();
        json.writeStringProperty("id", gap.criterion().id());
        list("ways", List.copyOf(gap.ways()), this::change);
        if (gap.earliest() != null) {
            json.writeStringProperty("earliest", gap.earliest().toString());
        }
        json.writeEndObject();
    }

    private void change(Change change) {
        json.writeStartObject();
        switch (change) {
            case Change.Amount amount -> {
                json.writeStringProperty("fact", amount.ref().toString());
                number("from", Rational.of(amount.from()));
                number("to", Rational.of(amount.to()));
            }
            case Change.Turn turn -> {
                json.writeStringProperty("fact", turn.ref().toString());
                json.writeBooleanProperty("to", turn.to());
            }
            case Change.Title title -> {
                json.writeStringProperty("title", title.title());
                json.writeBooleanProperty("to", title.held());
            }
        }
        json.writeEndObject();
    }
}
