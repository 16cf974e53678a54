package org.lingqu.engine.text.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Span;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.Statement.Approximation;
import org.lingqu.engine.text.Statement.Delta;
import org.lingqu.engine.text.Statement.Kind;
import org.lingqu.engine.text.Statement.Rank;
import org.lingqu.engine.text.Statement.RegionFrom;
import org.lingqu.engine.text.Statement.Status;
import org.lingqu.engine.text.statement.figure.Figure;
import org.lingqu.engine.text.statement.figure.Unit;
import org.lingqu.engine.text.statement.period.Period;

/** A statement in the making: later clauses of a sentence still add to it. */
final class Draft {

    final String indicator;
    int start;
    int end;
    Kind kind = Kind.STAT;

    @Nullable Region region;

    RegionFrom regionFrom = RegionFrom.ISSUER;

    @Nullable BigDecimal value;

    @Nullable BigDecimal valueMax;

    @Nullable Unit unit;

    @Nullable String ratio;

    @Nullable Approximation approx;

    @Nullable Period period;

    @Nullable BigDecimal growth;

    @Nullable String basis;

    @Nullable Rank rank;

    @Nullable BigDecimal share;

    @Nullable String shareOf;

    @Nullable BigDecimal from;

    final List<Delta> deltas = new ArrayList<>();
    Status status = Status.ACTUAL;

    @Nullable String saidBy;

    Draft(String indicator, int start, int end) {
        this.indicator = indicator;
        this.start = start;
        this.end = end;
    }

    void take(Figure figure) {
        value = figure.form() == Figure.Form.RATIO ? null : figure.value();
        valueMax = figure.max();
        unit = figure.unit();
        ratio = figure.ratio();
        approx = figure.approx();
    }

    void extendTo(int newEnd) {
        end = Math.max(end, newEnd);
    }

    boolean hasValue() {
        return value != null || ratio != null;
    }

    /** Whether anything is said at all. */
    boolean says() {
        return hasValue() || growth != null || rank != null || share != null || !deltas.isEmpty();
    }

    Statement finish(Span span, String quote) {
        return new Statement(
                span,
                quote,
                kind,
                region == null ? null : region.path(),
                region == null ? null : region.code(),
                region == null ? null : regionFrom,
                indicator,
                value,
                valueMax,
                unit == null || !hasValue() ? null : unit.name(),
                ratio,
                approx,
                period == null ? null : period.code(),
                growth,
                growth == null ? null : basis,
                rank,
                share,
                shareOf,
                from,
                deltas,
                status,
                saidBy,
                List.of());
    }
}
