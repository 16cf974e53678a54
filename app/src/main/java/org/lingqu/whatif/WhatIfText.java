package org.lingqu.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lingqu.engine.policy.feel.syntax.DisplayWidth;
import org.lingqu.engine.policy.whatif.GroupChange;
import org.lingqu.engine.policy.whatif.PolicyChange;
import org.lingqu.engine.policy.whatif.Standing;
import org.lingqu.engine.policy.whatif.Threshold;
import org.lingqu.engine.policy.whatif.ThresholdCurve;
import org.lingqu.engine.policy.whatif.Thresholds;

/** What came of it, for a terminal. */
public final class WhatIfText {

    private static final int NAMES_SHOWN = 10;
    private static final int GROUPS_SHOWN = 12;
    private static final int POINTS_SHOWN = 21;
    private static final int BAR = 24;

    private final StringBuilder text = new StringBuilder();
    private final WhatIf whatIf;

    private WhatIfText(WhatIf whatIf) {
        this.whatIf = whatIf;
    }

    public static String of(WhatIf whatIf) {
        var text = new WhatIfText(whatIf);
        whatIf.outcomes().forEach(text::outcome);
        whatIf.curve().forEach(text::curve);
        return text.text.toString();
    }

    /** All figures of a policy, with the addresses that {@code --set} takes. */
    public static String list(String policy, Thresholds thresholds) {
        int address = thresholds.all().stream()
                .mapToInt(one -> DisplayWidth.of(policy + "." + one.name()))
                .max()
                .orElse(0);
        int value = thresholds.all().stream()
                .mapToInt(one -> DisplayWidth.of(one.shown()))
                .max()
                .orElse(0);
        var text = new StringBuilder();
        String says = "";
        for (Threshold threshold : thresholds.all()) {
            if (!threshold.says().equals(says)) {
                says = threshold.says();
                text.append(says).append('\n');
            }
            text.append("  ")
                    .append(Lines.left(policy + "." + threshold.name(), address))
                    .append("  ")
                    .append(Lines.left(threshold.shown(), value))
                    .append("  ")
                    .append(threshold.context())
                    .append(
                            threshold.alsoCalled().isEmpty()
                                    ? ""
                                    : "（也可写 or " + String.join("、", threshold.alsoCalled()) + "）")
                    .append('\n');
        }
        return text.append('\n').append("改动 to change one: --set 地址=数值\n").toString();
    }

    private void outcome(WhatIf.Outcome outcome) {
        PolicyChange change = outcome.change();
        var policy = outcome.changed().before();
        text.append("试算 what if：%s（%s）  基准日 %s，%,d 家企业%n"
                .formatted(policy.title(), policy.fullName(), whatIf.asOf(), change.firms()));
        for (WhatIf.Move move : outcome.changed().moves()) {
            text.append("  %s：%s → %s  %s%n"
                    .formatted(
                            move.address(),
                            move.threshold().shown(),
                            move.threshold().shown(move.to()),
                            move.threshold().says()));
        }
        text.append('\n').append(totals(change)).append('\n');
        for (Shift shift : Shift.values()) {
            shift(shift, change);
        }
        outcome.groups().forEach(this::groups);
        text.append('\n');
    }

    private static Lines totals(PolicyChange change) {
        GroupChange total = change.total();
        Standing before = total.before();
        Standing after = total.after();
        var lines = new Lines();
        lines.row("", "改前 before", "改后 after", "增减 change");
        counts(lines, "符合 met", before.met(), after.met());
        counts(lines, "待补数据或确认 open", before.open(), after.open());
        counts(lines, "不符合或不适用 not met", before.notMet(), after.notMet());
        if (change.isMoney()) {
            sums(lines, "确定金额（万元）certain", before.least(), after.least());
            sums(lines, "最多金额（万元）at most", before.most(), after.most());
            if (before.unbounded() + after.unbounded() > 0) {
                counts(lines, "另有金额未知的企业（缺计算金额的数据，未计入合计） amount unknown", before.unbounded(), after.unbounded());
            }
        }
        return lines;
    }

    private static void counts(Lines lines, String what, long before, long after) {
        lines.row(what, "%,d".formatted(before), "%,d".formatted(after), change(after - before));
    }

    private static String change(long difference) {
        return difference == 0 ? "0" : "%+,d".formatted(difference);
    }

    private static void sums(Lines lines, String what, double before, double after) {
        lines.row(what, Money.shown(before), Money.shown(after), Money.change(after - before));
    }

    private void shift(Shift shift, PolicyChange change) {
        List<Integer> rows = shift.firms(change);
        String names = rows.stream()
                .limit(NAMES_SHOWN)
                .map(row -> whatIf.firms().names().get(row))
                .collect(Collectors.joining("、"));
        String more = rows.size() > NAMES_SHOWN ? " 等，全部见输出文件" : "";
        text.append("  %s %s：%,d 家%s%n"
                .formatted(shift.chinese(), shift.english(), rows.size(), rows.isEmpty() ? "" : "  " + names + more));
    }

    private void groups(Grouping grouping, List<GroupChange> groups) {
        List<GroupChange> moved = grouping.sorted(groups).stream()
                .filter(group -> !group.before().equals(group.after()))
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        var lines = new Lines();
        lines.row("按" + grouping.title(), "符合 met", "待定 open", "确定金额（万元）", "最多金额（万元）");
        moved.stream()
                .limit(GROUPS_SHOWN)
                .forEach(group -> lines.row(
                        grouping.label(group),
                        moved(group.before().met(), group.after().met()),
                        moved(group.before().open(), group.after().open()),
                        Money.shown(group.before().least()) + " → "
                                + Money.shown(group.after().least()),
                        Money.shown(group.before().most()) + " → "
                                + Money.shown(group.after().most())));
        text.append('\n').append(lines);
        if (moved.size() > GROUPS_SHOWN) {
            text.append("  另有 %d 组有变化，见输出文件%n".formatted(moved.size() - GROUPS_SHOWN));
        }
    }

    private static String moved(long before, long after) {
        return before == after ? "%,d".formatted(before) : "%,d → %,d".formatted(before, after);
    }

    private void curve(WhatIf.Curve curve) {
        Threshold threshold = curve.threshold();
        List<ThresholdCurve.Point> points = curve.result().points();
        text.append("曲线 curve：%s（%s）  %s，现值 %s%n"
                .formatted(curve.policy().title(), curve.address(), threshold.says(), threshold.shown()));
        long most =
                points.stream().mapToLong(ThresholdCurve.Point::possible).max().orElse(0);
        boolean money = points.stream().anyMatch(point -> point.most() > 0);
        var lines = new Lines();
        lines.row("值 value", "符合 met", "可能符合 possible", money ? "确定金额（万元）" : "", money ? "最多金额（万元）" : "", "");
        for (ThresholdCurve.Point point : shown(points, threshold)) {
            boolean now = threshold
                    .value()
                    .filter(value -> value.compareTo(point.value()) == 0)
                    .isPresent();
            lines.row(
                    (now ? "▶ " : "  ") + threshold.shown(point.value()),
                    "%,d".formatted(point.met()),
                    "%,d".formatted(point.possible()),
                    money ? Money.shown(point.least()) : "",
                    money ? Money.shown(point.most()) : "",
                    bar(point, most));
        }
        text.append(lines);
        text.append("  █ 符合 met，░ 还可能符合 possible；▶ 现值 now%n".formatted());
        if (points.size() > POINTS_SHOWN) {
            text.append("  共 %,d 个值，全部见输出文件%n".formatted(points.size()));
        }
        text.append('\n');
    }

    /** Evenly spread, the present value always among them. */
    private static List<ThresholdCurve.Point> shown(List<ThresholdCurve.Point> points, Threshold threshold) {
        int every = (points.size() + POINTS_SHOWN - 1) / POINTS_SHOWN;
        int now = -1;
        for (int i = 0; i < points.size(); i++) {
            if (threshold.value().filter(points.get(i).value()::equals).isPresent()) {
                now = i;
            }
        }
        var shown = new ArrayList<ThresholdCurve.Point>();
        for (int i = Math.max(0, now) % Math.max(1, every); i < points.size(); i += every) {
            shown.add(points.get(i));
        }
        return shown;
    }

    /** Left-aligned by filling it up: the last column of a table is not padded. */
    private static String bar(ThresholdCurve.Point point, long most) {
        if (most == 0) {
            return "";
        }
        int met = (int) Math.round((double) BAR * point.met() / most);
        int possible = (int) Math.round((double) BAR * point.possible() / most);
        return "█".repeat(met) + "░".repeat(Math.max(0, possible - met)) + " ".repeat(BAR - Math.max(met, possible));
    }
}
