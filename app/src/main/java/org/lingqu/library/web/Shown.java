package org.lingqu.library.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Check;
import org.lingqu.engine.text.Statement;
import org.lingqu.library.Origin;
import org.lingqu.library.Quotes;
import org.lingqu.report.Figures;
import org.lingqu.ui.Ui;

/** Statements in the reader's words and language. */
public record Shown(Ui ui) {

    private static final BigDecimal LARGE = BigDecimal.valueOf(10_000);

    /** Value and unit as one says them: 25.6亿元; {@code —} when there is none. */
    public String value(Statement statement) {
        if (statement.value() == null) {
            return statement.ratio() == null ? "—" : statement.ratio();
        }
        String figure = scaled(statement.value())
                + (statement.valueMax() == null ? "" : "–" + scaled(statement.valueMax()))
                + unit(statement);
        return statement.approx() == null ? figure : ui.say("evidence.approx." + statement.approx(), figure);
    }

    /** All digits of the value, with separators; empty when there is none. */
    public String exact(Statement statement) {
        return statement.value() == null
                ? ""
                : ui.number(statement.value())
                        + (statement.valueMax() == null ? "" : "–" + ui.number(statement.valueMax()))
                        + unit(statement);
    }

    private static String unit(Statement statement) {
        return statement.unit() == null ? "" : statement.unit();
    }

    private String scaled(BigDecimal value) {
        return value.abs().compareTo(LARGE) < 0 ? ui.number(value) : Figures.scaled(value);
    }

    /** Growth in per cent with its sign and basis, differences after it; {@code —} when there is none. */
    public String growth(Statement statement) {
        var parts = new ArrayList<String>();
        if (statement.growthPct() != null) {
            parts.add(Figures.signed(statement.growthPct()) + "%" + basis(statement.growthBasis()));
        }
        for (Statement.Delta delta : statement.deltas()) {
            parts.add(Figures.signed(delta.delta()) + delta.unit());
        }
        return parts.isEmpty() ? "—" : String.join("，", parts);
    }

    private String basis(@Nullable String basis) {
        if (basis == null) {
            return "";
        }
        return basis.startsWith("vs_")
                ? ui.say("evidence.basis.vs", basis.substring(3))
                : ui.say("evidence.basis." + basis);
    }

    /** Share and rank; {@code —} when there is neither. */
    public String place(Statement statement) {
        var parts = new ArrayList<String>();
        if (statement.sharePct() != null) {
            parts.add(ui.say(
                    "evidence.share",
                    statement.shareOf() == null ? "" : statement.shareOf(),
                    Figures.plain(statement.sharePct())));
        }
        Statement.Rank rank = statement.rank();
        if (rank != null) {
            parts.add(ui.say(
                    rank.bound() == null ? "evidence.rank" : "evidence.rank.within",
                    rank.scope() == null ? "" : rank.scope(),
                    rank.value()));
        }
        return parts.isEmpty() ? "—" : String.join("，", parts);
    }

    /** Region from the top down; {@code —} when nothing tells. */
    public String region(Statement statement) {
        return statement.region() == null ? "—" : statement.region().replace("/", " / ");
    }

    /** Its last name alone, for narrow places. */
    public String shortRegion(Statement statement) {
        String region = statement.region();
        return region == null ? "—" : region.substring(region.lastIndexOf('/') + 1);
    }

    /** Period; {@code —} when nothing tells. */
    public String period(Statement statement) {
        return statement.period() == null ? "—" : statement.period().replace("/", ui.say("evidence.until"));
    }

    /** What arithmetic says of a statement, in a sentence; shares and growths are per cents, sums have its unit. */
    public String check(Check check, Statement of) {
        return ui.say(
                "evidence.check." + check.verdict(),
                ui.say("evidence.rule." + check.rule().replace('/', '-')),
                checked(check.rule(), check.computed(), of),
                checked(check.rule(), check.stated(), of));
    }

    private String checked(String rule, BigDecimal figure, Statement of) {
        return switch (rule) {
            case "part/whole", "growth" -> Figures.plain(figure) + "%";
            case "difference" -> ui.say("evidence.points", Figures.plain(figure));
            default -> scaled(figure) + unit(of);
        };
    }

    /** The quoted words without the markup that stands between them in an HTML file. */
    public String words(String quote) {
        return Quotes.words(quote);
    }

    /** Who says it and when, as far as that is known: 南宁市科技局 · 2025-01-20. */
    public String source(Origin origin) {
        var parts = new ArrayList<String>();
        if (origin.issuer() != null) {
            parts.add(origin.issuer());
        }
        if (origin.published() != null) {
            parts.add(origin.published().toString());
        }
        if (origin.documentNumber() != null) {
            parts.add(origin.documentNumber());
        }
        return String.join(" · ", parts);
    }

    /** What a list holds, joined as the language does. */
    public String list(List<String> names) {
        return String.join(ui.say("evidence.and"), names);
    }
}
