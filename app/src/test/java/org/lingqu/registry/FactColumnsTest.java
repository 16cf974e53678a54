package org.lingqu.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lingqu.demo.MadeRegion;
import org.lingqu.demo.RegionCsv;
import org.lingqu.demo.RegionParquet;
import org.lingqu.engine.policy.column.Column;
import org.lingqu.engine.policy.column.ColumnBuilder;
import org.lingqu.engine.policy.column.FirmColumns;
import org.lingqu.engine.policy.column.Rows;
import org.lingqu.engine.policy.fact.Facts;
import org.lingqu.engine.policy.fact.Firm;
import org.lingqu.engine.policy.fact.Supplier;
import org.lingqu.pack.InstalledPack;

/** Rows of a list say the same whether they are read place by place or as a whole. */
class FactColumnsTest {

    private static final InstalledPack PACK = new InstalledPack(Path.of("../policies"), Path.of("target/no-policies"));
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    /** A row as the registry keeps it, and as it was read. */
    private record Kept(Shape shape, String text, RowSaid said, Firm firm) {}

    @Test
    void rowsAreTheSameAsColumnsAsFilesAndAsFirms(@org.junit.jupiter.api.io.TempDir Path folder) throws Exception {
        Path csv = folder.resolve("firms.csv");
        RegionCsv.firms(MadeRegion.of(11, 1500), PACK.facts(), csv);
        List<Kept> rows = rows(csv);
        var direct = new FactColumns(2048);
        var byFile = new FactColumns(2048);
        for (int i = 0; i < rows.size(); i++) {
            Kept row = rows.get(i);
            direct.add(i + 1, row.shape(), row.text(), Supplier.SCIENCE);
            byFile.add(i + 1, file(row));
        }

        assertSame(direct.part().columns(), byFile.part().columns());
        assertSame(
                direct.part().columns(),
                ColumnBuilder.of(rows.stream().map(Kept::firm).toList()));
        assertThat(direct.part().revenue()).containsExactly(byFile.part().revenue());
    }

    @Test
    void whatWasThereBeforeIsForgotten(@org.junit.jupiter.api.io.TempDir Path folder) throws Exception {
        Path csv = folder.resolve("firms.csv");
        RegionCsv.firms(MadeRegion.of(17, 900), PACK.facts(), csv);
        List<Kept> rows = rows(csv);
        var again = new FactColumns(1024);
        var fresh = new FactColumns(1024);
        for (int i = 0; i < 700; i++) {
            again.add(i + 1, i % 2 == 0 ? file(rows.get(i)) : FirmFile.of(List.of(), PACK.facts()));
        }
        ColumnPart before = again.part();
        again.clear();
        for (int i = 700; i < rows.size(); i++) {
            again.add(i + 1, rows.get(i).shape(), rows.get(i).text(), Supplier.SCIENCE);
            fresh.add(i + 1, rows.get(i).shape(), rows.get(i).text(), Supplier.SCIENCE);
        }

        assertSame(again.part().columns(), fresh.part().columns());
        assertThat(again.part().ids()).containsExactly(fresh.part().ids());
        assertThat(again.part().revenue()).containsExactly(fresh.part().revenue());
        assertThat(before.columns().count()).isEqualTo(700);
    }

    @Test
    void whatIsKeptReadsBackAsItWasSaid(@org.junit.jupiter.api.io.TempDir Path folder) throws Exception {
        Path csv = folder.resolve("firms.csv");
        RegionCsv.firms(MadeRegion.of(12, 800), PACK.facts(), csv);

        assertThat(rows(csv)).hasSizeGreaterThan(700).allSatisfy(row -> {
            assertThat(ShapedText.read(Shape.read(row.shape().text()), row.text()))
                    .isEqualTo(row.said().said());
            assertThat(row.said().size()).isEqualTo(row.said().said().size());
        });
    }

    @Test
    void parquetSaysWhatCsvSaysAndWhatPeopleConfirmed(@org.junit.jupiter.api.io.TempDir Path folder) throws Exception {
        MadeRegion region = MadeRegion.of(13, 600);
        Path csv = folder.resolve("firms.csv");
        Path parquet = folder.resolve("firms [1].parquet");
        RegionCsv.firms(region, PACK.facts(), csv);
        RegionParquet.write(region, PACK.facts(), parquet);
        Map<String, Said> one = said(rows(csv));
        Map<String, Said> other = said(rows(parquet));

        assertThat(other.keySet()).isEqualTo(one.keySet());
        one.forEach((name, said) -> {
            Map<FactYear, Object> expected = numbers(said);
            Map<FactYear, Object> found = numbers(java.util.Objects.requireNonNull(other.get(name)));
            // the list has a column of districts besides, which tells the place of those whose code of it is missing
            expected.keySet().removeIf(key -> key.fact().equals("注册地") && !found.containsKey(key));
            assertThat(found).as(name).isEqualTo(expected);
        });
        assertThat(other.values()).anySatisfy(said -> assertThat(said.answers()).isNotEmpty());
        assertThat(other.values()).anySatisfy(said -> assertThat(said.points()).isNotEmpty());
    }

    /** Scales differ between the two: 1.50 is 1.5. */
    private static Map<FactYear, Object> numbers(Said said) {
        var numbers = new TreeMap<FactYear, Object>();
        said.values()
                .forEach((key, value) -> numbers.put(
                        key,
                        value instanceof org.lingqu.engine.policy.fact.FactValue.Amount(BigDecimal number)
                                ? number.stripTrailingZeros()
                                : value));
        return numbers;
    }

    private static Map<String, Said> said(List<Kept> rows) {
        var said = new TreeMap<String, Said>();
        rows.forEach(row -> said.put(row.firm().name(), row.said().said()));
        return said;
    }

    @Test
    void figuresThatCannotBeHeldTogetherAreRoundedAndNobodyIsLeftOut() {
        Shape shape = Shape.of(List.of(new ColumnMeaning.FactColumn(
                java.util.Objects.requireNonNull(PACK.facts().get("研发费用")), 2025, BigDecimal.ONE)));
        var columns = new FactColumns(1024);
        columns.add(1, shape, "甲\u001f\u001f999999999999999", Supplier.SCIENCE);
        columns.add(2, shape, "乙\u001f\u001f0.1234567891", Supplier.SCIENCE);
        columns.add(3, shape, "丙\u001f\u001f-12.50", Supplier.SCIENCE);
        columns.add(4, shape, "丁\u001f\u001f99999999999999999999", Supplier.SCIENCE);

        var figures = (Column.Figures) columns.part().columns().column("研发费用@2025");

        assertThat(figures.greatest()).isGreaterThanOrEqualTo(999_999_999_999_999L);
        assertThat(figures.values()[0] / Math.pow(10, figures.scale())).isEqualTo(999_999_999_999_999d);
        assertThat(figures.values()[2] / Math.pow(10, figures.scale())).isBetween(-13d, -12d);
        assertThat(columns.part().columns().count()).isEqualTo(4);
    }

    @Test
    void aTitleThatOnlyTheFirmClaimsIsInNoColumn(@org.junit.jupiter.api.io.TempDir Path folder) throws Exception {
        Path csv = folder.resolve("firms.csv");
        RegionCsv.firms(MadeRegion.of(19, 900), PACK.facts(), csv);
        List<Kept> rows = rows(csv);
        var direct = new FactColumns(1024);
        var byFile = new FactColumns(1024);
        for (int i = 0; i < rows.size(); i++) {
            direct.add(i + 1, rows.get(i).shape(), rows.get(i).text(), Supplier.FIRM);
            byFile.add(i + 1, file(rows.get(i), Supplier.FIRM));
        }

        assertThat(rows)
                .anySatisfy(
                        row -> assertThat(row.firm().facts().titles().values()).anyMatch(spans -> !spans.isEmpty()));
        assertSame(direct.part().columns(), byFile.part().columns());
        assertThat(direct.part().columns().all())
                .allSatisfy(column -> assertThat(column instanceof Column.Spans spans
                                && spans.ends().length > 0
                                && spans.ends()[direct.count() - 1] > 0)
                        .isFalse());
    }

    @Test
    void theSizeWorkedOutOfFewFactsIsTheOneWorkedOutOfAll() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var sizes = new SizeClasses(PACK);
        var asked = sizes.asked(DAY);
        MadeRegion region = MadeRegion.of(seed, 400);
        var classes = new TreeSet<String>();
        for (int index = 0; index < region.size(); index++) {
            var firm = region.firm(index).firm();
            var few = org.lingqu.engine.policy.fact.FirmFacts.builder();
            asked.forEach(key -> {
                var held = firm.facts().get(key.fact(), key.year());
                if (held != null) {
                    few.put(key.fact(), key.year(), held.value(), held.source());
                }
            });
            assertThat(sizes.of(few.build(), DAY))
                    .as("seed %d, firm %d", seed, index)
                    .isEqualTo(sizes.of(firm.facts(), DAY));
            sizes.of(firm.facts(), DAY).ifPresent(classes::add);
        }
        assertThat(classes).hasSizeGreaterThan(1);
    }

    @Test
    void theSizeThatWasFilledInStandsInWhereTheFiguresDoNotSettleIt() {
        var sizes = new SizeClasses(PACK);
        var facts = org.lingqu.engine.policy.fact.FirmFacts.builder();
        facts.put(
                "企业规模",
                org.lingqu.engine.policy.fact.FactRef.NO_YEAR,
                new org.lingqu.engine.policy.fact.FactValue.Code("中型"),
                "list");

        assertThat(sizes.asked(DAY)).contains(FactYear.of("企业规模"));
        assertThat(sizes.of(facts.build(), DAY)).contains("中型");
    }

    private static List<Kept> rows(Path list) throws IOException, org.lingqu.sheet.UnreadableSheet {
        Facts facts = PACK.facts();
        var firms = new ArrayList<Firm>();
        var headers = new Headers(facts, PACK.titles(), DAY);
        FirmSheet.read(list, "", headers, ColumnMapping.none(), DAY, (firm, row) -> firms.add(firm));
        var kept = new ArrayList<Kept>();
        FirmSheet.readRows(list, "", headers, ColumnMapping.none(), DAY, new FirmSheet.RowUse<RowSaid>() {
            private RowSaid.Columns columns = new RowSaid.Columns(List.of());

            @Override
            public void columns(List<String> names, List<ColumnMeaning> meanings) {
                columns = new RowSaid.Columns(meanings);
            }

            @Override
            public RowSaid prepare(ReadRow row) {
                return new RowSaid(columns, row);
            }

            @Override
            public void row(RowSaid said) {
                kept.add(new Kept(
                        columns.shape(), java.util.Objects.requireNonNull(said.text()), said, firms.get(kept.size())));
            }

            @Override
            public void refused(int row, List<CellProblem> problems) {
                assertThat(problems).isNotEmpty();
            }
        });
        return kept;
    }

    private static FirmFile file(Kept row) {
        return file(row, Supplier.SCIENCE);
    }

    private static FirmFile file(Kept row, Supplier source) {
        var entry = new Entry(1, 1, null, 0, source, DAY, row.said().said(), null, 0, "", Instant.EPOCH, null);
        return FirmFile.of(List.of(entry), PACK.facts());
    }

    private static void assertSame(FirmColumns one, FirmColumns other) {
        assertThat(one.all().stream().map(Column::name).sorted())
                .containsExactlyElementsOf(
                        other.all().stream().map(Column::name).sorted().toList());
        assertThat(one.count()).isEqualTo(other.count());
        for (Column column : one.all()) {
            Column same = other.column(column.name());
            for (int row = 0; row < one.count(); row++) {
                assertThat(shown(column, row))
                        .as("%s in row %d", column.name(), row)
                        .isEqualTo(shown(same, row));
            }
        }
    }

    private static String shown(Column column, int row) {
        if (!Rows.get(column.valid(), row)) {
            return "nothing";
        }
        return switch (column) {
            case Column.Figures figures ->
                new BigDecimal(figures.values()[row])
                        .movePointLeft(figures.scale())
                        .stripTrailingZeros()
                        .toPlainString();
            case Column.Codes codes -> codes.dictionary().get(codes.values()[row]);
            case Column.Flags flags -> Boolean.toString(Rows.get(flags.values(), row));
            case Column.Lists lists -> {
                var codes = new TreeSet<String>();
                for (int i = row == 0 ? 0 : lists.ends()[row - 1]; i < lists.ends()[row]; i++) {
                    codes.add(lists.dictionary().get(lists.values()[i]));
                }
                yield codes.toString();
            }
            case Column.Spans spans -> {
                var days = new TreeSet<String>();
                for (int i = row == 0 ? 0 : spans.ends()[row - 1]; i < spans.ends()[row]; i++) {
                    days.add(spans.from()[i] + "-" + spans.to()[i]);
                }
                yield days.toString();
            }
        };
    }
}
