package org.lingqu.library;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lingqu.engine.text.Statement;
import org.lingqu.engine.text.gazetteer.Division;
import org.lingqu.engine.text.gazetteer.Divisions;
import org.lingqu.engine.text.statement.figure.Unit;
import org.lingqu.engine.text.statement.figure.Units;

/** Turns what a person typed into a statement; tells everything that is wrong at once. */
final class CorrectionReader {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_NOTE = 1000;

    private final Statement before;
    private final Correction typed;
    private final List<ReviewProblem> problems = new ArrayList<>();

    /** @param before what counted until now: fields that the form does not show stay as they are */
    CorrectionReader(Statement before, Correction typed) {
        this.before = before;
        this.typed = typed;
    }

    List<ReviewProblem> problems() {
        return List.copyOf(problems);
    }

    /** The statement; to be used only when there are no {@link #problems()}. */
    Statement read() {
        Region region = region();
        String indicator = typed.indicator().strip();
        if (indicator.isEmpty()) {
            refuse(ReviewProblem.Code.INDICATOR_MISSING, "indicator", "");
        } else if (indicator.length() > LONGEST_NAME) {
            refuse(ReviewProblem.Code.TOO_LONG, "indicator", indicator.substring(0, 40) + "…");
        }
        if (typed.note().length() > LONGEST_NOTE) {
            refuse(ReviewProblem.Code.TOO_LONG, "note", typed.note().substring(0, 40) + "…");
        }
        Scaled unit = unit();
        BigDecimal value = number("value", typed.value());
        if (value != null && unit.word.isEmpty()) {
            refuse(ReviewProblem.Code.UNIT_MISSING, "unit", "");
        }
        BigDecimal exact = value == null ? null : value.multiply(unit.factor);
        BigDecimal growth = number("growth", withoutPercent(typed.growth()));
        BigDecimal share = number("share", withoutPercent(typed.share()));
        Statement.Rank rank = rank();
        if (exact == null
                && growth == null
                && share == null
                && rank == null
                && before.ratio() == null
                && before.deltas().isEmpty()) {
            refuse(ReviewProblem.Code.NOTHING_SAID, "", "");
        }
        Statement after = statement(region, indicator, exact, unit.word, period(), growth, share, rank, status());
        if (problems.isEmpty() && isSame(before, after)) {
            refuse(ReviewProblem.Code.NOTHING_CHANGED, "", "");
        }
        return after;
    }

    private record Region(@Nullable String path, @Nullable String code) {}

    private Region region() {
        String asked = typed.region().strip();
        if (asked.isEmpty()) {
            return new Region(null, null);
        }
        if (asked.equals(before.region())) {
            return new Region(before.region(), before.regionCode());
        }
        if (asked.matches("\\d{6}")) {
            return Divisions.standard()
                    .byCode(asked)
                    .map(CorrectionReader::region)
                    .orElseGet(() -> noRegion(ReviewProblem.Code.REGION_CODE_UNKNOWN, asked, ""));
        }
        List<Division> meant = Regions.named(asked);
        List<Division> current = meant.stream().filter(Division::current).toList();
        List<Division> choice = current.isEmpty() ? meant : current;
        return switch (choice.size()) {
            case 0 -> noRegion(ReviewProblem.Code.REGION_UNKNOWN, asked, "");
            case 1 -> region(choice.getFirst());
            default ->
                noRegion(
                        ReviewProblem.Code.REGION_AMBIGUOUS,
                        asked,
                        choice.stream()
                                .limit(8)
                                .map(division -> division.code() + " " + division.path())
                                .collect(Collectors.joining("；")));
        };
    }

    private static Region region(Division division) {
        return new Region(division.path(), division.code());
    }

    private Region noRegion(ReviewProblem.Code code, String value, String hint) {
        problems.add(new ReviewProblem(code, "region", value, hint));
        return new Region(null, null);
    }

    /** A unit without 万 and 亿 before it, and how much more these make of a value. */
    private record Scaled(String word, BigDecimal factor) {}

    private Scaled unit() {
        String unit = typed.unit().strip();
        if (unit.isEmpty() || unit.equals(before.unit())) {
            return new Scaled(unit, BigDecimal.ONE);
        }
        BigDecimal factor = BigDecimal.ONE;
        String bare = unit;
        while (bare.length() > 1 && (bare.startsWith("万") || bare.startsWith("亿"))) {
            factor = factor.multiply(BigDecimal.TEN.pow(bare.startsWith("万") ? 4 : 8));
            bare = bare.substring(1);
        }
        Unit known = Units.named(bare);
        if (known == null) {
            refuse(ReviewProblem.Code.UNIT_UNKNOWN, "unit", unit);
            return new Scaled(unit, BigDecimal.ONE);
        }
        return new Scaled(known.name(), factor);
    }

    private @Nullable BigDecimal number(String field, String text) {
        String digits = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC) // ３８ is 38
                .replace(",", "")
                .replace(" ", "")
                .replace('−', '-');
        if (digits.isEmpty()) {
            return null;
        }
        BigDecimal factor = BigDecimal.ONE;
        while (field.equals("value") && digits.length() > 1 && (digits.endsWith("万") || digits.endsWith("亿"))) {
            factor = factor.multiply(BigDecimal.TEN.pow(digits.endsWith("万") ? 4 : 8));
            digits = digits.substring(0, digits.length() - 1);
        }
        if (!digits.matches("[+-]?[0-9]{1,30}([.][0-9]{1,20})?")) {
            refuse(ReviewProblem.Code.NUMBER_MALFORMED, field, text);
            return null;
        }
        return new BigDecimal(digits).multiply(factor);
    }

    private static String withoutPercent(String text) {
        String bare = text.strip();
        return bare.endsWith("%") || bare.endsWith("％") ? bare.substring(0, bare.length() - 1) : bare;
    }

    private @Nullable String period() {
        String text = typed.period()
                .strip()
                .replace("至", "/")
                .replace('年', '-')
                .replace('月', '-')
                .replace("日", "");
        if (text.isEmpty()) {
            return null;
        }
        var ends = new ArrayList<String>();
        for (String end : text.split("/", -1)) {
            String bare = end.strip();
            ends.add(bare.endsWith("-") ? bare.substring(0, bare.length() - 1) : bare);
        }
        if (ends.size() > 2 || !ends.stream().allMatch(FilterReader::isPeriod)) {
            refuse(ReviewProblem.Code.PERIOD_MALFORMED, "period", typed.period());
            return null;
        }
        if (ends.size() == 2 && ends.get(0).compareTo(ends.get(1)) > 0) {
            refuse(ReviewProblem.Code.PERIOD_REVERSED, "period", typed.period());
            return null;
        }
        return String.join("/", ends);
    }

    private Statement.Status status() {
        for (Statement.Status status : Statement.Status.values()) {
            if (status.name().equals(typed.status())) {
                return status;
            }
        }
        refuse(ReviewProblem.Code.CHOICE_UNKNOWN, "status", typed.status());
        return before.status();
    }

    private Statement.@Nullable Rank rank() {
        String text = typed.rank().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[1-9][0-9]{0,5}")) {
            refuse(ReviewProblem.Code.RANK_MALFORMED, "rank", text);
            return null;
        }
        Statement.Rank old = before.rank();
        return new Statement.Rank(
                Integer.parseInt(text), old == null ? null : old.scope(), old == null ? null : old.bound());
    }

    private void refuse(ReviewProblem.Code code, String field, String value) {
        problems.add(new ReviewProblem(code, field, value, ""));
    }

    private Statement statement(
            Region region,
            String indicator,
            @Nullable BigDecimal value,
            String unit,
            @Nullable String period,
            @Nullable BigDecimal growth,
            @Nullable BigDecimal share,
            Statement.@Nullable Rank rank,
            Statement.Status status) {
        boolean sameFigures =
                same(value, before.value()) && same(growth, before.growthPct()) && same(share, before.sharePct());
        return new Statement(
                before.span(),
                before.quote(),
                before.kind(),
                region.path,
                region.code,
                Objects.equals(region.path, before.region()) ? before.regionFrom() : null,
                indicator,
                value,
                same(value, before.value()) ? before.valueMax() : null,
                value == null ? null : unit,
                before.ratio(),
                value == null ? null : before.approx(),
                period,
                growth,
                growth == null ? null : before.growthBasis() == null ? "yoy" : before.growthBasis(),
                rank,
                share,
                share == null ? null : before.shareOf(),
                value == null ? null : before.fromValue(),
                before.deltas(),
                status,
                before.saidBy(),
                sameFigures ? before.checks() : List.of()); // arithmetic spoke of other figures
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null) {
            return b == null;
        }
        return b != null && a.compareTo(b) == 0;
    }

    /** Whether two readings say the same, however many zeros end their numbers. */
    static boolean isSame(Statement a, Statement b) {
        return Objects.equals(a.region(), b.region())
                && Objects.equals(a.regionCode(), b.regionCode())
                && a.indicator().equals(b.indicator())
                && same(a.value(), b.value())
                && same(a.valueMax(), b.valueMax())
                && Objects.equals(a.unit(), b.unit())
                && Objects.equals(a.ratio(), b.ratio())
                && a.approx() == b.approx()
                && Objects.equals(a.period(), b.period())
                && same(a.growthPct(), b.growthPct())
                && Objects.equals(a.growthBasis(), b.growthBasis())
                && same(a.sharePct(), b.sharePct())
                && Objects.equals(a.rank(), b.rank())
                && a.status() == b.status();
    }
}
