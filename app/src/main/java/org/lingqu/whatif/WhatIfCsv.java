package org.lingqu.whatif;

import java.io.IOException;
import java.io.Writer;
import org.lingqu.engine.policy.whatif.PolicyChange;
import org.lingqu.engine.policy.whatif.ThresholdCurve;
import org.lingqu.sheet.CsvLines;

/** The firms whose answer changes, one a line; for a curve its points. A summary is printed, and written by {@code --json}. */
public final class WhatIfCsv {

    private WhatIfCsv() {}

    public static void write(WhatIf whatIf, Writer out) throws IOException {
        var csv = new CsvLines(out);
        if (whatIf.outcomes().isEmpty()) {
            curves(whatIf, csv);
            return;
        }
        csv.line("政策", "版本", "变化", "企业", "代码", "改前", "改后", "确定可得改前（元）", "确定可得改后（元）", "最多可得改前（元）", "最多可得改后（元）");
        for (WhatIf.Outcome outcome : whatIf.outcomes()) {
            PolicyChange change = outcome.change();
            for (int row : change.changed()) {
                csv.line(
                        outcome.changed().title(),
                        outcome.changed().before().version(),
                        Shift.of(change.before(row), change.after(row)).chinese(),
                        whatIf.firms().names().get(row),
                        whatIf.firms().ids().get(row),
                        Shift.word(change.before(row)),
                        Shift.word(change.after(row)),
                        yuan(change.least(row, false)),
                        yuan(change.least(row, true)),
                        yuan(change.most(row, false)),
                        yuan(change.most(row, true)));
            }
        }
    }

    private static void curves(WhatIf whatIf, CsvLines csv) throws IOException {
        csv.line("参数地址", "值", "符合", "可能符合", "确定金额（元）", "最多金额（元）");
        for (WhatIf.Curve curve : whatIf.curve()) {
            for (ThresholdCurve.Point point : curve.result().points()) {
                csv.line(
                        curve.address(),
                        curve.threshold().shown(point.value()),
                        Long.toString(point.met()),
                        Long.toString(point.possible()),
                        yuan(point.least()),
                        yuan(point.most()));
            }
        }
    }

    private static String yuan(double value) {
        return Double.isInfinite(value)
                ? org.lingqu.engine.policy.explain.AmountWords.UNKNOWN
                : String.format(java.util.Locale.ROOT, "%.2f", value);
    }
}
