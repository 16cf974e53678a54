package org.lingqu.engine.text.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.ActionMention;
import org.lingqu.engine.text.Article;
import org.lingqu.engine.text.Check;
import org.lingqu.engine.text.CutPart;
import org.lingqu.engine.text.Issuer;
import org.lingqu.engine.text.OrganisationMention;
import org.lingqu.engine.text.OutlineEntry;
import org.lingqu.engine.text.PageRead;
import org.lingqu.engine.text.PageRefused;
import org.lingqu.engine.text.PolicyMention;
import org.lingqu.engine.text.Reading;
import org.lingqu.engine.text.Repair;
import org.lingqu.engine.text.RoleMention;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.Warning;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes readings as JSON, one object a line; {@code docs/read-output.md} describes them. */
public final class ReadingJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ReadingJson() {}

    /** Appends one object and a line feed. */
    public static void write(Reading reading, Writer to) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(tools.jackson.core.ObjectWriteContext.empty(), to)) {
            json.writeStartObject();
            json.writeStringProperty("file", reading.file());
            text(json, "sha256", reading.sha256());
            switch (reading) {
                case PageRefused refused -> refused(json, refused);
                case PageRead read -> page(json, read);
            }
            json.writeEndObject();
        } catch (tools.jackson.core.JacksonException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        to.write('\n');
    }

    private static void refused(JsonGenerator json, PageRefused refused) {
        json.writeName("error");
        json.writeStartObject();
        json.writeStringProperty("code", refused.code());
        json.writeStringProperty("message", refused.message());
        json.writeStringProperty("advice", refused.advice());
        json.writeEndObject();
    }

    private static void page(JsonGenerator json, PageRead page) {
        json.writeStringProperty("charset", page.charset());
        json.writeStringProperty("script", page.script().code());
        if (page.textSource() != null) {
            json.writeStringProperty("text_source", page.textSource());
        }
        json.writeName("article");
        article(json, page.article());
        array(json, "repairs", page.repairs(), ReadingJson::repair);
        array(json, "warnings", page.warnings(), ReadingJson::warning);
        array(json, "statements", page.statements(), ReadingJson::statement);
        array(json, "policies", page.policies(), ReadingJson::policy);
        array(json, "organisations", page.organisations(), ReadingJson::organisation);
        array(json, "roles", page.roles(), ReadingJson::role);
        array(json, "actions", page.actions(), ReadingJson::action);
    }

    private static void article(JsonGenerator json, Article article) {
        json.writeStartObject();
        text(json, "title", article.title());
        if (article.titleSpan() == null) {
            json.writeNullProperty("title_span");
        } else {
            pair(json, "title_span", article.titleSpan());
        }
        issuer(json, article.issuer());
        text(json, "document_number", article.documentNumber());
        text(json, "suffix", article.suffix());
        text(json, "published", day(article.published()));
        text(json, "published_at", article.published() instanceof LocalDateTime time ? time : null);
        text(json, "written", article.written());
        text(json, "event", article.event());
        array(json, "reprint_chain", article.reprintChain(), JsonGenerator::writeString);
        json.writeStringProperty("kind", article.kind().code());
        array(json, "outline", article.outline(), ReadingJson::heading);
        array(json, "body_spans", article.bodySpans(), ReadingJson::pair);
        array(json, "cut", article.cut(), ReadingJson::cut);
        json.writeStringProperty("text", article.text().toString());
        json.writeEndObject();
    }

    private static @Nullable Object day(@Nullable Temporal when) {
        return when instanceof LocalDateTime time ? time.toLocalDate() : when;
    }

    private static void issuer(JsonGenerator json, @Nullable Issuer issuer) {
        if (issuer == null) {
            json.writeNullProperty("issuer");
            return;
        }
        json.writeName("issuer");
        json.writeStartObject();
        json.writeStringProperty("name", issuer.name());
        json.writeBooleanProperty("inferred", issuer.inferred());
        text(json, "because", issuer.because());
        json.writeEndObject();
    }

    private static void heading(JsonGenerator json, OutlineEntry entry) {
        json.writeStartObject();
        json.writeNumberProperty("level", entry.level());
        json.writeStringProperty("heading", entry.heading());
        pair(json, "span", entry.span());
        json.writeEndObject();
    }

    private static void cut(JsonGenerator json, CutPart part) {
        json.writeStartObject();
        json.writeStringProperty("why", part.why().code());
        pair(json, "span", part.span());
        json.writeEndObject();
    }

    private static void repair(JsonGenerator json, Repair repair) {
        json.writeStartObject();
        json.writeStringProperty("kind", repair.kind().code());
        pair(json, "span", repair.span());
        json.writeStringProperty("before", repair.before());
        json.writeStringProperty("after", repair.after());
        json.writeBooleanProperty("certain", repair.certain());
        json.writeEndObject();
    }

    private static void warning(JsonGenerator json, Warning warning) {
        json.writeStartObject();
        json.writeStringProperty("code", warning.code().name());
        if (warning.span() == null) {
            json.writeNullProperty("span");
        } else {
            pair(json, "span", warning.span());
        }
        json.writeStringProperty("says", warning.says());
        json.writeEndObject();
    }

    private static void statement(JsonGenerator json, Statement statement) {
        json.writeStartObject();
        place(json, statement.span());
        json.writeStringProperty("quote", statement.quote());
        json.writeStringProperty("kind", lower(statement.kind()));
        text(json, "region", statement.region());
        text(json, "region_code", statement.regionCode());
        text(json, "region_from", lowerOrNull(statement.regionFrom()));
        json.writeStringProperty("indicator", statement.indicator());
        number(json, "value", statement.value());
        number(json, "value_max", statement.valueMax());
        text(json, "unit", statement.unit());
        text(json, "ratio", statement.ratio());
        text(json, "approx", lowerOrNull(statement.approx()));
        text(json, "period", statement.period());
        number(json, "growth_pct", statement.growthPct());
        text(json, "growth_basis", statement.growthBasis());
        rank(json, statement.rank());
        number(json, "share_pct", statement.sharePct());
        text(json, "share_of", statement.shareOf());
        number(json, "from_value", statement.fromValue());
        array(json, "deltas", statement.deltas(), ReadingJson::delta);
        json.writeStringProperty("status", lower(statement.status()));
        text(json, "said_by", statement.saidBy());
        array(json, "checks", statement.checks(), ReadingJson::check);
        json.writeEndObject();
    }

    private static void rank(JsonGenerator json, Statement.@Nullable Rank rank) {
        if (rank == null) {
            json.writeNullProperty("rank");
            return;
        }
        json.writeName("rank");
        json.writeStartObject();
        json.writeNumberProperty("value", rank.value());
        text(json, "scope", rank.scope());
        if (rank.bound() != null) {
            json.writeStringProperty("bound", rank.bound());
        }
        json.writeEndObject();
    }

    private static void delta(JsonGenerator json, Statement.Delta delta) {
        json.writeStartObject();
        number(json, "delta", delta.delta());
        json.writeStringProperty("unit", delta.unit());
        json.writeEndObject();
    }

    private static void check(JsonGenerator json, Check check) {
        json.writeStartObject();
        json.writeStringProperty("rule", check.rule());
        number(json, "computed", check.computed());
        number(json, "stated", check.stated());
        json.writeStringProperty("verdict", check.verdict().code());
        json.writeEndObject();
    }

    private static void policy(JsonGenerator json, PolicyMention policy) {
        json.writeStartObject();
        json.writeStringProperty("title", policy.title());
        array(json, "aliases", policy.aliases(), JsonGenerator::writeString);
        text(json, "document_number", policy.documentNumber());
        text(json, "issuer", policy.issuer());
        text(json, "stage", lowerOrNull(policy.stage()));
        place(json, policy.span());
        json.writeEndObject();
    }

    private static void organisation(JsonGenerator json, OrganisationMention organisation) {
        json.writeStartObject();
        json.writeStringProperty("name", organisation.name());
        place(json, organisation.span());
        json.writeEndObject();
    }

    private static void role(JsonGenerator json, RoleMention role) {
        json.writeStartObject();
        json.writeStringProperty("person", role.person());
        json.writeStringProperty("title", role.title());
        text(json, "organisation", role.organisation());
        place(json, role.span());
        json.writeEndObject();
    }

    private static void action(JsonGenerator json, ActionMention action) {
        json.writeStartObject();
        text(json, "actor", action.actor());
        json.writeStringProperty("verb", action.verb());
        json.writeStringProperty("object", action.object());
        json.writeStringProperty("status", lower(action.status()));
        text(json, "date", action.date());
        place(json, action.span());
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, Span span) {
        json.writeNumberProperty("start", span.start());
        json.writeNumberProperty("end", span.end());
    }

    private static void pair(JsonGenerator json, String name, Span span) {
        json.writeName(name);
        pair(json, span);
    }

    private static void pair(JsonGenerator json, Span span) {
        json.writeStartArray();
        json.writeNumber(span.start());
        json.writeNumber(span.end());
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }

    private static void number(JsonGenerator json, String name, @Nullable BigDecimal value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            BigDecimal plain = value.stripTrailingZeros();
            json.writeNumberProperty(name, plain.scale() < 0 ? plain.setScale(0) : plain);
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String lowerOrNull(@Nullable Enum<?> value) {
        return value == null ? null : lower(value);
    }

    private static <T> void array(JsonGenerator json, String name, List<T> items, Item<T> item) {
        json.writeName(name);
        json.writeStartArray();
        for (T each : items) {
            item.write(json, each);
        }
        json.writeEndArray();
    }

    private interface Item<T> {
        void write(JsonGenerator json, T value);
    }
}
