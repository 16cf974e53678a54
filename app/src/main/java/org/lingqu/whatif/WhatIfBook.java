package org.lingqu.whatif;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.lingqu.engine.policy.whatif.GroupChange;
import org.lingqu.engine.policy.whatif.PolicyChange;
import org.lingqu.engine.policy.whatif.Standing;
import org.lingqu.engine.policy.whatif.ThresholdCurve;
import org.lingqu.sheet.BookPage;
import org.lingqu.sheet.BookPage.Heading;
import org.lingqu.sheet.BookPage.Kind;

/** What came of it as a workbook: changed figures, totals, groups, the firms by name, curves. */
public final class WhatIfBook {

    private static final int SHEET_NAME_LENGTH = 31;

    private final Workbook book;
    private final WhatIf whatIf;

    private WhatIfBook(Workbook book, WhatIf whatIf) {
        this.book = book;
        this.whatIf = whatIf;
    }

    public static void write(WhatIf whatIf, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Lingqu", "1.0")) {
            new WhatIfBook(book, whatIf).pages();
        }
    }

    private void pages() {
        if (!whatIf.outcomes().isEmpty()) {
            totals();
            moves();
            groups();
            for (Shift shift : Shift.values()) {
                firms(shift);
            }
        }
        for (int i = 0; i < whatIf.curve().size(); i++) {
            curve(whatIf.curve().get(i), whatIf.curve().size() == 1 ? "曲线" : "曲线" + (i + 1));
        }
    }

    private void totals() {
        var page = new BookPage(
                book,
                "汇总",
                List.of(
                        new Heading("政策", 34, Kind.TEXT),
                        new Heading("项目", 30, Kind.WORDS),
                        new Heading("改前", 14, Kind.NUMBER),
                        new Heading("改后", 14, Kind.NUMBER),
                        new Heading("增减", 14, Kind.NUMBER)));
        for (WhatIf.Outcome outcome : whatIf.outcomes()) {
            String title = outcome.changed().title();
            GroupChange total = outcome.change().total();
            Standing before = total.before();
            Standing after = total.after();
            count(page, title, "符合（家）", before.met(), after.met());
            count(page, title, "待补数据或确认（家）", before.open(), after.open());
            count(page, title, "不符合或不适用（家）", before.notMet(), after.notMet());
            if (outcome.change().isMoney()) {
                sum(page, title, "确定金额（万元）", before.least(), after.least());
                sum(page, title, "最多金额（万元）", before.most(), after.most());
                count(page, title, "金额未知的企业（家，缺计算金额的数据，未计入合计）", before.unbounded(), after.unbounded());
            }
            page.row(title, "新增符合（家）", null, total.gained());
            page.row(title, "不再符合（家）", null, total.lost());
        }
        page.finish();
    }

    private static void count(BookPage page, String policy, String what, long before, long after) {
        page.row(policy, what, before, after, after - before);
    }

    private static void sum(BookPage page, String policy, String what, double before, double after) {
        page.row(
                policy,
                what,
                Money.tenThousands(before),
                Money.tenThousands(after),
                Money.tenThousands(after - before));
    }

    private void moves() {
        var page = new BookPage(
                book,
                "改动",
                List.of(
                        new Heading("政策", 34, Kind.TEXT),
                        new Heading("版本", 14, Kind.WORDS),
                        new Heading("参数地址", 32, Kind.WORDS),
                        new Heading("改前", 14, Kind.WORDS),
                        new Heading("改后", 14, Kind.WORDS),
                        new Heading("规定", 60, Kind.TEXT),
                        new Heading("基准日", 12, Kind.WORDS),
                        new Heading("企业数", 10, Kind.COUNT)));
        for (WhatIf.Outcome outcome : whatIf.outcomes()) {
            var policy = outcome.changed().before();
            for (WhatIf.Move move : outcome.changed().moves()) {
                page.row(
                        outcome.changed().title(),
                        policy.version(),
                        move.address(),
                        move.threshold().shown(),
                        move.threshold().shown(move.to()),
                        move.threshold().says() + "（" + move.threshold().context() + "）",
                        whatIf.asOf().toString(),
                        outcome.change().firms());
            }
        }
        page.finish();
    }

    private void groups() {
        var pages = new LinkedHashMap<Grouping, BookPage>();
        for (WhatIf.Outcome outcome : whatIf.outcomes()) {
            outcome.groups().forEach((grouping, groups) -> {
                BookPage page = pages.computeIfAbsent(grouping, this::groupPage);
                grouping.sorted(groups)
                        .forEach(group -> group(page, outcome.changed().title(), grouping.label(group), group));
            });
        }
        pages.values().forEach(BookPage::finish);
    }

    private BookPage groupPage(Grouping grouping) {
        var headings = new ArrayList<Heading>();
        headings.add(new Heading("政策", 20, Kind.TEXT));
        headings.add(new Heading(grouping.title(), 28, Kind.TEXT));
        headings.add(new Heading("企业数", 9, Kind.COUNT));
        for (String count : List.of("符合", "待补数据或确认", "不符合或不适用")) {
            headings.add(new Heading(count + "\n改前", 9, Kind.COUNT));
            headings.add(new Heading(count + "\n改后", 9, Kind.COUNT));
            headings.add(new Heading(count + "\n增减", 9, Kind.CHANGE));
        }
        for (String sum : List.of("确定金额（万元）", "最多金额（万元）")) {
            headings.add(new Heading(sum + "\n改前", 12, Kind.MONEY));
            headings.add(new Heading(sum + "\n改后", 12, Kind.MONEY));
            headings.add(new Heading(sum + "\n增减", 12, Kind.MONEY_CHANGE));
        }
        String name = "按" + grouping.title();
        return new BookPage(book, name.substring(0, Math.min(name.length(), SHEET_NAME_LENGTH)), headings);
    }

    private static void group(BookPage page, String policy, String label, GroupChange group) {
        Standing before = group.before();
        Standing after = group.after();
        page.row(
                policy,
                label,
                group.firms(),
                before.met(),
                after.met(),
                after.met() - before.met(),
                before.open(),
                after.open(),
                after.open() - before.open(),
                before.notMet(),
                after.notMet(),
                after.notMet() - before.notMet(),
                Money.tenThousands(before.least()),
                Money.tenThousands(after.least()),
                Money.tenThousands(after.least() - before.least()),
                Money.tenThousands(before.most()),
                Money.tenThousands(after.most()),
                Money.tenThousands(after.most() - before.most()));
    }

    private void firms(Shift shift) {
        var page = new BookPage(
                book,
                shift.chinese(),
                List.of(
                        new Heading("政策", 30, Kind.TEXT),
                        new Heading("企业", 34, Kind.WORDS),
                        new Heading("统一社会信用代码", 24, Kind.WORDS),
                        new Heading("改前", 18, Kind.WORDS),
                        new Heading("改后", 18, Kind.WORDS),
                        new Heading("确定可得（万元）\n改前", 15, Kind.MONEY),
                        new Heading("确定可得（万元）\n改后", 15, Kind.MONEY),
                        new Heading("最多可得（万元）\n改前", 15, Kind.MONEY),
                        new Heading("最多可得（万元）\n改后", 15, Kind.MONEY)));
        for (WhatIf.Outcome outcome : whatIf.outcomes()) {
            PolicyChange change = outcome.change();
            for (int row : shift.firms(change)) {
                page.row(
                        outcome.changed().title(),
                        whatIf.firms().names().get(row),
                        whatIf.firms().ids().get(row),
                        Shift.word(change.before(row)),
                        Shift.word(change.after(row)),
                        Money.tenThousands(change.least(row, false)),
                        Money.tenThousands(change.least(row, true)),
                        most(change.most(row, false)),
                        most(change.most(row, true)));
            }
        }
        page.finish();
    }

    private static Object most(double yuan) {
        return Double.isInfinite(yuan)
                ? org.lingqu.engine.policy.explain.AmountWords.UNKNOWN
                : (Object) Money.tenThousands(yuan);
    }

    private void curve(WhatIf.Curve curve, String name) {
        String unit = curve.threshold().unit().chinese();
        var page = new BookPage(
                book,
                name,
                List.of(
                        new Heading(curve.address() + (unit.isEmpty() ? "" : "（" + unit + "）"), 30, Kind.NUMBER),
                        new Heading("现值", 8, Kind.WORDS),
                        new Heading("符合（家）", 12, Kind.COUNT),
                        new Heading("可能符合（家）", 14, Kind.COUNT),
                        new Heading("确定金额（万元）", 18, Kind.MONEY),
                        new Heading("最多金额（万元）", 18, Kind.MONEY)));
        for (ThresholdCurve.Point point : curve.result().points()) {
            boolean now = curve.threshold()
                    .value()
                    .filter(value -> value.compareTo(point.value()) == 0)
                    .isPresent();
            page.row(
                    curve.threshold().unit().fromBase(point.value()),
                    now ? "现值" : "",
                    point.met(),
                    point.possible(),
                    Money.tenThousands(point.least()),
                    Money.tenThousands(point.most()));
        }
        page.finish();
    }
}
