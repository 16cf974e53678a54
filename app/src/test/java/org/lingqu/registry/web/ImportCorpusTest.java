package org.lingqu.registry.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lingqu.TestServer;
import org.lingqu.account.Actor;
import org.lingqu.account.Role;
import org.lingqu.job.JobState;
import org.lingqu.job.Jobs;
import org.lingqu.library.web.Site;
import org.lingqu.registry.Enterprise;
import org.lingqu.registry.EnterpriseFilter;
import org.lingqu.registry.EnterpriseOrder;
import org.lingqu.registry.Enterprises;
import org.lingqu.registry.FirmFile;
import org.lingqu.registry.FirmListImport;
import org.lingqu.registry.FirmLists;
import org.lingqu.registry.ListState;
import org.lingqu.registry.Parties;
import org.lingqu.registry.Party;
import org.lingqu.registry.PartyFilter;
import org.lingqu.registry.PartyKind;
import org.lingqu.registry.PartyOrder;

/**
 * Every file of {@code corpus/imports} is sent to the running application as an officer sends it, looked at, taken in where it can be, and
 * undone; what is said about it is held against {@code expected.tsv}. Files that are large only because they are hostile are made here.
 */
class ImportCorpusTest {

    private static final Path CORPUS = Path.of("../corpus/imports");

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @SuppressWarnings("NullAway.Init")
    private static Site officer;

    @BeforeAll
    static void start() {
        SERVER.account("officer", "李专员", Role.OFFICER);
        officer = SERVER.signedIn("officer");
    }

    @Test
    void everyFileIsAnsweredAsItShould() throws Exception {
        var actual = new ArrayList<String>();
        List<Path> files;
        try (Stream<Path> all = Files.list(CORPUS)) {
            files = all.filter(file -> file.getFileName().toString().matches("\\d\\d-.*"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(60);
        for (Path file : files) {
            String name = file.getFileName().toString();
            answered(name, file).forEach(line -> actual.add(name + "\t" + line));
        }
        Files.write(Path.of("target/imports-actual.tsv"), actual);

        assertThat(actual)
                .as("target/imports-actual.tsv holds what was answered")
                .containsExactlyElementsOf(Files.readAllLines(CORPUS.resolve("expected.tsv")).stream()
                        .filter(line -> !line.startsWith("#") && !line.isBlank())
                        .toList());
    }

    @Test
    void whatUnpacksToFarMoreThanAListIsRefused() throws Exception {
        Path bomb = SERVER.folder().resolve("bomb.xlsx");
        zip(bomb, "xl/sharedStrings.xml", 300L << 20);
        assertRefused(bomb, "TOO_LARGE");
    }

    @Test
    void aCellThatExcelItselfWouldNotTakeIsRefusedAtOnceWithItsPlace() throws Exception {
        Path cell = SERVER.folder().resolve("cell.xlsx");
        cell(cell, "<c r=\"B2\" t=\"inlineStr\"><is><t>", 150 << 20, "</t></is></c>");
        Path pieces = SERVER.folder().resolve("pieces.xlsx");
        cell(
                pieces,
                "<c r=\"B2\" t=\"inlineStr\"><is><r><t>",
                20_000,
                "</t></r><r><t>" + "长".repeat(20_000) + "</t></r></is></c>");
        Path hidden = SERVER.folder().resolve("hidden.xlsx");
        cell(hidden, "<c r=\"B2\" t=\"inlineStr\"><is><t><![CDATA[<c>", 40_000, "]]></t></is></c>");

        for (Path file : List.of(cell, pieces, hidden)) {
            long began = System.nanoTime();
            FirmListImport list = looked(file);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(20)); // it took minutes
            assertThat(Objects.requireNonNull(list.refusal()).code()).isEqualTo("CELL_TOO_LONG");
            assertThat(officer.get(page(list)).body())
                    .contains("sheet1.xml B2", "请删去或缩短", "没有改动任何数据")
                    .doesNotContain("请核对后收入");
        }
        Path longest = SERVER.folder().resolve("longest.xlsx");
        cell(longest, "<c r=\"B2\" t=\"inlineStr\"><is><t>", 32_767, "</t></is></c>");
        assertThat(looked(longest).refusal()).isNull();
    }

    @Test
    void aSheetThatUnpacksToFarMoreThanAListIsRefused() throws Exception {
        Path bomb = SERVER.folder().resolve("sheet.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            frame(zip);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(SHEET.getBytes(UTF_8));
            byte[] rows = "<row><c/></row>".repeat(70_000).getBytes(UTF_8);
            for (int i = 0; i < 300; i++) {
                zip.write(rows);
            }
            zip.write("</sheetData></worksheet>".getBytes(UTF_8));
        }
        assertRefused(bomb, "TOO_LARGE");
    }

    private static final String SHEET =
            "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                    + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>企业名称</t></is></c></row>";

    /** A list with a cell that holds so many letters between what comes before and after. */
    private static void cell(Path file, String before, int letters, String after) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            frame(zip);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write((SHEET + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>甲公司</t></is></c>" + before)
                    .getBytes(UTF_8));
            byte[] block = "x".repeat(1 << 16).getBytes(UTF_8);
            for (int written = 0; written < letters; written += block.length) {
                zip.write(block, 0, Math.min(block.length, letters - written));
            }
            zip.write((after + "</row></sheetData></worksheet>").getBytes(UTF_8));
        }
    }

    @Test
    void aMillionFormattedEmptyRowsAreNoRows() throws Exception {
        Path file = SERVER.folder().resolve("formatted.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            frame(zip);
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(
                    ("<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                                    + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>企业名称</t></is></c></row>"
                                    + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>甲公司</t></is></c></row>")
                            .getBytes(UTF_8));
            for (int row = 3; row <= 1_048_576; row++) {
                zip.write(("<row r=\"" + row + "\"><c r=\"A" + row + "\" s=\"0\"/></row>").getBytes(UTF_8));
            }
            zip.write("</sheetData></worksheet>".getBytes(UTF_8));
        }

        FirmListImport list = looked(file);

        assertThat(list.refusal()).isNull();
        assertThat(list.counts().all()).isEqualTo(1);
    }

    @Test
    void aCellOfAMillionCharactersIsRefusedAndALongOneShownShort() throws Exception {
        Path huge = SERVER.folder().resolve("huge.csv");
        Files.writeString(huge, "企业名称,注册地\n甲公司," + "长".repeat(1_100_000) + "\n");
        assertRefused(huge, "FIELD_TOO_LONG");
        Path large = SERVER.folder().resolve("long.csv");
        Files.writeString(large, "企业名称,注册地\n" + "名".repeat(5000) + "," + "长".repeat(50_000) + "\n");

        FirmListImport list = looked(large);

        assertThat(list.counts().cellProblems()).isEqualTo(1);
        assertThat(officer.get(page(list)).statusCode()).isEqualTo(200);
        assertThat(taken(list).state()).isEqualTo(ListState.TAKEN);
        assertThat(officer.get("/enterprises").statusCode()).isEqualTo(200);
    }

    private static void zip(Path file, String entry, long size) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            frame(zip);
            zip.putNextEntry(new ZipEntry(entry));
            var block = new byte[1 << 20];
            for (long written = 0; written < size; written += block.length) {
                zip.write(block);
            }
        }
    }

    private static void frame(ZipOutputStream zip) throws IOException {
        Map<String, String> parts = Map.of(
                "[Content_Types].xml",
                "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
                "xl/workbook.xml",
                "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"名单\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                        + " Target=\"worksheets/sheet1.xml\"/></Relationships>");
        for (Map.Entry<String, String> part : new java.util.TreeMap<>(parts).entrySet()) {
            zip.putNextEntry(new ZipEntry(part.getKey()));
            zip.write(part.getValue().getBytes(UTF_8));
        }
    }

    private static void assertRefused(Path file, String code) throws Exception {
        FirmListImport list = looked(file);
        assertThat(Objects.requireNonNull(list.refusal()).code()).isEqualTo(code);
        assertThat(officer.get(page(list)).statusCode()).isEqualTo(200);
    }

    /** All that can be seen of what became of a file. */
    private static List<String> answered(String name, Path file) throws Exception {
        var lines = new ArrayList<String>();
        if (Files.size(file) == 0) {
            assertThat(sent(file)).isEqualTo(422);
            return List.of("refused\tnothing was sent");
        }
        FirmListImport list = looked(file);
        assertThat(officer.get(page(list)).statusCode()).as(name).isEqualTo(200);
        assertThat(officer.bytes(page(list) + "/report.xlsx").statusCode())
                .as(name)
                .isEqualTo(200);
        if (list.refusal() != null) {
            lines.add("refused\t" + list.refusal().code());
        }
        list.columns().stream()
                .filter(column -> !column.problem().isEmpty())
                .forEach(column -> lines.add("column\t" + column.header() + "\t" + column.problem()));
        if (list.counts().all() > 0) {
            lines.add("rows\tnew " + list.counts().fresh() + "\trefused "
                    + list.counts().refused());
        }
        lists().rows(list, null, true, 0, 1000)
                .forEach(row -> row.problems()
                        .forEach(problem -> lines.add("cell\t" + problem.cell() + "\t" + problem.code())));
        if (list.refusal() == null && list.counts().wanted() > 0) {
            FirmListImport taken = taken(list);
            lines.addAll(list.kind() == null ? held() : held(list.kind()));
            assertThat(lists().undo(Actor.SYSTEM, taken)).isTrue();
            await(taken, ListState.UNDONE);
            assertThat(list.kind() == null ? held() : held(list.kind()))
                    .as("what is left of " + name)
                    .isEmpty();
        }
        return lines;
    }

    /** What the base holds; of many enterprises the last. */
    private static List<String> held() {
        Enterprises enterprises = SERVER.bean(Enterprises.class);
        var lines = new ArrayList<String>();
        EnterpriseFilter all = EnterpriseFilter.all(enterprises.today());
        int count = enterprises.count(Actor.SYSTEM, all);
        var found = new ArrayList<>(enterprises.find(Actor.SYSTEM, all, EnterpriseOrder.NAME, 0, 10_000));
        found.sort(java.util.Comparator.comparingLong(Enterprise::id));
        for (Enterprise each : found.subList(Math.max(0, count - 12), count)) {
            lines.add(held(each.name(), each.code(), enterprises.file(each)));
        }
        return lines;
    }

    /** The same of parties. */
    private static List<String> held(PartyKind kind) {
        Parties parties = SERVER.bean(Parties.class);
        return parties.find(Actor.SYSTEM, PartyFilter.all(kind, parties.today()), PartyOrder.NAME, 0, 12).stream()
                .sorted(java.util.Comparator.comparingLong(Party::id))
                .map(each -> held(each.name(), each.code(), parties.file(each)))
                .toList();
    }

    private static String held(String name, @Nullable String code, FirmFile file) {
        var values = new TreeSet<String>();
        file.holdings().forEach((key, held) -> values.add(key + "=" + shown(held.value())));
        file.titles()
                .forEach((title, spans) -> values.add(title + "="
                        + spans.stream()
                                .map(span -> span.from() + "/" + span.to())
                                .toList()));
        return "held\t" + name.replace("\n", "⏎") + "\t" + (code == null ? "-" : code) + "\t"
                + String.join(" ", values);
    }

    /** Files whose names begin with a kind are lists of it. */
    private static @Nullable PartyKind kind(Path file) {
        return file.getFileName().toString().matches("\\d\\d-rights-.*") ? PartyKind.RIGHT : null;
    }

    private static String shown(org.lingqu.engine.policy.fact.FactValue value) {
        return switch (value) {
            case org.lingqu.engine.policy.fact.FactValue.Amount(var number) ->
                number.stripTrailingZeros().toPlainString();
            case org.lingqu.engine.policy.fact.FactValue.Day(var day) -> day.toString();
            case org.lingqu.engine.policy.fact.FactValue.YesNo(boolean yes) -> yes ? "是" : "否";
            case org.lingqu.engine.policy.fact.FactValue.Code(var code) -> code;
            case org.lingqu.engine.policy.fact.FactValue.Codes(var codes) -> codes.toString();
            case org.lingqu.engine.policy.fact.FactValue.Words(var words) -> words;
        };
    }

    private static FirmLists lists() {
        return SERVER.bean(FirmLists.class);
    }

    private static String page(FirmListImport list) {
        return "/enterprises/import/" + list.id();
    }

    private static int sent(Path file) {
        return officer.send(
                        "/enterprises/import",
                        "/enterprises/import",
                        kind(file) == null
                                ? Map.of("source", "SCIENCE", "saidOn", "2026-03-01", "sheet", "")
                                : Map.of("source", "SCIENCE", "saidOn", "2026-03-01", "sheet", "", "kind", "RIGHT"),
                        "file",
                        file)
                .statusCode();
    }

    private static FirmListImport looked(Path file) throws Exception {
        assertThat(sent(file)).as(file.toString()).isEqualTo(302);
        return await(lists().newest(kind(file), 0, 1).getFirst(), ListState.LOOKED);
    }

    private static FirmListImport taken(FirmListImport list) throws Exception {
        assertThat(officer.post(page(list), page(list) + "/take", Map.of()).statusCode())
                .isEqualTo(302);
        return await(list, ListState.TAKEN);
    }

    private static FirmListImport await(FirmListImport list, ListState state) throws InterruptedException {
        Jobs jobs = SERVER.bean(Jobs.class);
        for (int i = 0; i < 20_000; i++) {
            FirmListImport now = lists().byId(list.id()).orElseThrow();
            JobState job =
                    jobs.byId(Objects.requireNonNull(now.run())).orElseThrow().state();
            if (now.state() == state && job.isOver()) {
                return now;
            }
            assertThat(job).as(list.title()).isNotEqualTo(JobState.FAILED);
            Thread.sleep(2);
        }
        throw new AssertionError(list.title() + " never was " + state);
    }
}
